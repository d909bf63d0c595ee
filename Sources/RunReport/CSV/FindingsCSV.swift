internal import Findings

/// `findings.csv`: one row for each finding the report holds, then for each that was put aside, for
/// people who open it in a spreadsheet.
///
/// UTF-8 with a byte order mark (else Excel guesses another encoding), CRLF and quotes by RFC
/// 4180, control characters written as `\u{…}`, cells guarded against being read as formulas.
public enum FindingsCSV {
  /// The whole file as one text.
  public static func render(_ report: Report) -> String {
    var text = ""
    write(report) { text += $0 }
    return text
  }

  /// The file row by row.
  static func write(_ report: Report, to emit: (String) -> Void) {
    emit("\u{FEFF}" + PeopleCSV.row(columns))
    for rule in report.rulesWorstFirst {
      for (index, finding) in rule.findings.enumerated() {
        emit(PeopleCSV.row(cells(of: finding, report.causes) + [rule.state(of: index) ?? "", ""]))
      }
    }
    for change in report.ruleChanges {
      let words = "\(change.reason) (until \(change.until))"
      for finding in change.suppressed {
        emit(PeopleCSV.row(cells(of: finding, []) + ["", words]))
      }
    }
  }

  /// The head row: the meaning of each column in a word.
  static let columns = [
    "code", "level", "entity", "record", "file", "line", "column", "message", "help", "fixer",
    "cause", "state", "suppressed",
  ]

  /// The cells of a row but for its state and why it was put aside.
  private static func cells(of finding: Finding, _ causes: [Report.Cause]) -> [String] {
    let place = finding.place
    return [
      finding.code,
      finding.level.description,
      finding.entity,
      finding.record,
      place?.file ?? "",
      place.map { $0.line > 0 ? String($0.line) : "" } ?? "",
      place.map { $0.column > 0 ? String($0.column) : "" } ?? "",
      finding.message,
      finding.help,
      finding.fixer.rawValue,
      causes.indices.contains(Int(finding.cause)) ? causes[Int(finding.cause)].key : "",
    ]
  }
}
