public import Findings

/// Work that a stage leaves to the run: no later stage needs what comes of it.
///
/// ``Plan/run(_:through:)`` does it beside the next stages and awaits it at the end. To put
/// findings into words, for instance, takes as long as a stage of its own and decides nothing.
public struct DeferredWork<Record: Sendable>: Sendable {
  /// How many findings `work` gives; known before it is done.
  let findingCount: Int
  let work: @Sendable () -> Result

  /// What came of deferred work.
  public struct Result: Sendable {
    let findings: FindingList
    let note: @Sendable (inout Record) -> Void

    /// - Parameters:
    ///   - findings: they come after those of the stage.
    ///   - note: adds what was found out to the run's record.
    public init(
      findings: FindingList = FindingList(),
      note: @escaping @Sendable (inout Record) -> Void
    ) {
      self.findings = findings
      self.note = note
    }
  }

  /// Work that will give so many findings.
  ///
  /// - Parameters:
  ///   - findingCount: how many findings `work` gives.
  ///   - work: may wait for nothing that a later stage does. What it captures stays in memory until
  ///     it is done, and a stage that changes the same value meanwhile copies it.
  public init(findingCount: Int = 0, _ work: @escaping @Sendable () -> Result) {
    self.findingCount = findingCount
    self.work = work
  }
}
