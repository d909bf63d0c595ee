public import Findings

/// What came of a stage.
public enum StageResult<Output: Sendable>: Sendable {
  /// The stage did its work: its output, and what a person must know; `later` comes behind the
  /// others.
  case done(Output, [Finding], later: LaterFindings? = nil)
  /// The stage will not go on (a permission is missing, say), and no later stage runs.
  ///
  /// `soFar` is the state for the report; the findings say why.
  case refused(soFar: any Sendable, [Finding], later: LaterFindings? = nil)

  /// How many findings there are.
  var findingCount: Int {
    switch self {
    case .done(_, let findings, let later), .refused(_, let findings, let later):
      findings.count + (later?.count ?? 0)
    }
  }

  /// The findings, in the stage's order, once they are made.
  public var findings: FindingList {
    get async {
      switch self {
      case .done(_, let findings, let later), .refused(_, let findings, let later):
        guard let list = await later?.list else { return FindingList(findings) }
        return findings.isEmpty ? list : FindingList(findings + list)
      }
    }
  }
}
