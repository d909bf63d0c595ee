internal import Findings

/// `findings.csv`: one row for each finding the report holds, then for each that was put aside, for people who open it in a
/// spreadsheet.
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
    emit("\u{FEFF}" + row(columns))
    for rule in report.rulesWorstFirst {
      for finding in rule.findings { emit(row(cells(of: finding))) }
    }
    for change in report.ruleChanges {
      let words = "\(change.reason) (until \(change.until))"
      for finding in change.suppressed { emit(row(cells(of: finding, suppressed: words))) }
    }
  }

  /// The head row: the meaning of each column in a word.
  static let columns = [
    "code", "level", "entity", "record", "file", "line", "column", "message", "help", "fixer",
    "suppressed",
  ]

  /// The cells of a row; `suppressed` says why the finding was put aside, and until when.
  private static func cells(of finding: Finding, suppressed: String = "") -> [String] {
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
      suppressed,
    ]
  }

  private static func row(_ cells: [String]) -> String {
    cells.map { quoted(FormulaGuard.guarded(printable($0))) }.joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte < 0x20
    }
    guard needsQuotes || cell.utf8.first == 0x20 || cell.utf8.last == 0x20 else { return cell }
    // Scalar by scalar: a quote with a combining mark on it is another character, yet a quote.
    var result = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
