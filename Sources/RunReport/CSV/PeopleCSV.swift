internal import Findings

/// Rows of CSV for people who open them in a spreadsheet: quotes and CRLF by RFC 4180, control
/// characters written as `\u{…}`, cells guarded against being read as formulas.
enum PeopleCSV {
  /// One row with its line end.
  static func row(_ cells: [String]) -> String {
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
