public import Findings

/// What came of a stage.
public enum StageResult<Output: Sendable>: Sendable {
  /// The stage did its work: its output, and what a person must know.
  case done(Output, [Finding])
  /// The stage will not go on (a permission is missing, say), and no later stage runs.
  ///
  /// `soFar` is the state for the report; the findings say why.
  case refused(soFar: any Sendable, [Finding])

  /// The findings, in the stage's order.
  public var findings: [Finding] {
    switch self {
    case .done(_, let findings), .refused(_, let findings): findings
    }
  }
}
