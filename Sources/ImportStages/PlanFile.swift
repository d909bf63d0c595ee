import RunReport
import Texts

/// What `plan --out` writes: what a run would publish, to compare a later run with.
public struct PlanFile: Sendable {
  /// The file's text: JSON, members in a fixed order.
  public let text: String

  /// The plan that `result`, a dry run of the pipeline file at `pipeline`, came to.
  public init(_ result: ImportRun.Result, of pipeline: String) {
    let report = result.report
    let plan: JSONValue = [
      "plan": 1,
      "program": .text(report.run.programVersion),
      "pipeline": .text(pipeline),
      "issueDate": .text(report.run.issueDate),
      "exit": .number(Int(result.exit.rawValue)),
      "verdict": .text(report.verdict.sentence),
      "bundle": .text(report.outputs.bundle),
      "sha256": .text(report.outputs.predicted),
      "files": .list(
        report.outputs.files.map { file in
          [
            "path": .text(file.path), "bytes": .number(file.byteCount),
            "sha256": .text(file.sha256),
          ]
        }
      ),
    ]
    text = plan.document
  }
}
