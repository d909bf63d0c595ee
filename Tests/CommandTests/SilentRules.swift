import Foundation

/// A file of a run without what it says of rules that found nothing.
///
/// Every report lists the rules that were checked. Golden files are compared without those that
/// found nothing, so that a new rule changes no golden file in which it finds nothing. The list
/// itself is held by one test in ``GoldenTests``.
func withoutSilentRules(_ bytes: Data?, _ path: String) -> Data? {
  guard let bytes, path.hasPrefix("report/") else { return bytes }
  let text = String(decoding: bytes, as: UTF8.self)
  switch path.split(separator: "/").last {
  case "report.json": return Data(ofJSON(text).utf8)
  case "report.html": return Data(ofHTML(text).utf8)
  case "findings.sarif": return Data(ofSARIF(text).utf8)
  case "junit.xml": return Data(ofJUnit(text).utf8)
  default: return bytes
  }
}

private func ofJSON(_ text: String) -> String {
  text.replacing(/"rulesPassed": \[[^\]]*\]/, with: "\"rulesPassed\": []")
}

/// The table of checks that found nothing.
private func ofHTML(_ text: String) -> String {
  text.replacing(/(?s)<summary>Show \d+ checks<\/summary>.*?<\/table>/, with: "")
}

/// The descriptions of rules without results, and the numbers that results name theirs by.
private func ofSARIF(_ text: String) -> String {
  let found = Set(text.matches(of: /"ruleId": "([^"]+)"/).map { $0.output.1 })
  return
    text
    .replacing(/(?s) {12}\{\n {14}"id": "([^"]+)",.*?\n {12}\},?\n/) { match in
      found.contains(match.output.1) ? String(match.output.0) : ""
    }
    .replacing(/"ruleIndex": \d+/, with: "\"ruleIndex\": 0")
}

/// The test cases that passed, and how many there are.
private func ofJUnit(_ text: String) -> String {
  text
    .replacing(
      /(?s) {4}<testcase [^\n]*\n[^\n]*\n[^\n]*"findings" value="0"\/>.*?<\/testcase>\n/,
      with: ""
    )
    .replacing(/\ tests="\d+"/, with: "")
}
