public import Findings

/// What came of a stage.
public enum StageResult<Output: StageOutput>: Sendable {
  /// The stage did its work: its output, what a person must know, and work for the run.
  case done(Output, [Finding], deferred: DeferredWork<Output.Record>? = nil)
  /// The stage will not go on (a permission is missing, say), and no later stage runs.
  ///
  /// `soFar` is the state for the report; the findings say why.
  case refused(
    soFar: any StageOutput<Output.Record>,
    [Finding],
    deferred: DeferredWork<Output.Record>? = nil
  )
}
