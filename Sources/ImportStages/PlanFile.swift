import Findings
import RunReport
import Texts

/// What `plan --out` writes: what a run would publish, to compare a later run with.
public struct PlanFile: Sendable {
  /// The file's text: JSON, keys in a fixed order.
  public let text: String

  /// The plan that `result`, a dry run of the pipeline file at `pipeline`, came to.
  public init(_ result: ImportRun.Result, of pipeline: String) {
    let report = result.report
    var lines = [
      "\"plan\": 1",
      "\"program\": \(quoted(report.run.programVersion))",
      "\"pipeline\": \(quoted(pipeline))",
      "\"issue_date\": \(quoted(report.run.issueDate))",
      "\"exit\": \(result.exit.rawValue)",
      "\"verdict\": \(quoted(report.verdict.sentence))",
      "\"bundle\": \(quoted(report.outputs.bundle))",
      "\"sha256\": \(quoted(report.outputs.predicted))",
    ]
    let files = report.outputs.files.map { file in
      "\n    {\"path\": \(quoted(file.path)), \"bytes\": \(file.byteCount), "
        + "\"sha256\": \(quoted(file.sha256))}"
    }
    lines.append("\"files\": [\(files.joined(separator: ","))\(files.isEmpty ? "" : "\n  ")]")
    text = "{\n" + lines.map { "  \($0)" }.joined(separator: ",\n") + "\n}\n"
  }
}

/// `text` as a JSON string (RFC 8259, section 7).
func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case _ where isHidden(scalar):
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// Whether a scalar steers a terminal or deceives the eye, and is written as its number.
private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  if (0x20..<0x7F).contains(scalar.value) { return false }
  return printable(String(scalar)) != String(scalar)
}
