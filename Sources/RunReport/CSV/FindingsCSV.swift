internal import Findings
internal import Texts

/// `findings.csv`: one row for each finding the report holds, then one for each that was suppressed.
///
/// For people who open it in a spreadsheet (`CSVWriter.Reader.person`); control characters are
/// written as `\u{…}`.
public enum FindingsCSV {
  /// The whole file as one text.
  public static func render(_ report: Report) -> String {
    gathered { write(report, to: $0) }
  }

  /// The file in pieces.
  static func write(_ report: Report, to emit: (Span<UInt8>) -> Void) {
    var csv = CSVWriter(for: .person, head: columns)
    for rule in report.rulesWorstFirst {
      for (index, finding) in rule.findings.enumerated() {
        csv.put(finding, report.causes)
        csv.put(rule.state(of: index) ?? "")
        csv.put("")
        csv.endLine()
        if csv.bytes.count > 1 << 16 { csv.drain(emit) }
      }
    }
    for change in report.ruleChanges {
      let suppressed = printable("\(change.reason) (until \(change.until))")
      for finding in change.suppressed {
        csv.put(finding, [])
        csv.put("")
        csv.put(suppressed)
        csv.endLine()
        if csv.bytes.count > 1 << 16 { csv.drain(emit) }
      }
    }
    csv.drain(emit)
  }

  /// The head row: the meaning of each column in a word.
  static let columns = [
    "code", "level", "entity", "record", "file", "line", "column", "message", "help", "fixer",
    "cause", "state", "suppressed",
  ]
}

extension CSVWriter {
  /// The cells of a finding but for its state and why it was suppressed.
  fileprivate mutating func put(_ finding: Finding, _ causes: [Report.Cause]) {
    let cause = Int(finding.cause)
    put(printable(finding.code))
    put(finding.level.description)
    put(printable(finding.entity))
    put(printable(finding.record))
    put(finding.place.map { printable($0.file) } ?? "")
    put(finding.place.flatMap(\.shownLine) ?? "")
    put(finding.place.flatMap(\.shownColumn) ?? "")
    put(printable(finding.message))
    put(printable(finding.help))
    put(finding.fixer.rawValue)
    put(causes.indices.contains(cause) ? printable(causes[cause].key) : "")
  }
}

extension Place {
  /// The line's number; nil if the place is a whole file.
  var shownLine: String? { line > 0 ? String(line) : nil }

  /// The column's number; nil if the place is a whole line.
  var shownColumn: String? { column > 0 ? String(column) : nil }
}
