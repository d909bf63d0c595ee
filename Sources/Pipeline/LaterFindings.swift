public import Findings

/// Findings that are put into words while the next stages run.
///
/// How many there are is known at once; their words and places take long, decide nothing, and are
/// asked for when the run has ended.
public struct LaterFindings: Sendable {
  /// How many there will be.
  public let count: Int
  private let task: Task<FindingList, Never>

  /// Begins to make them.
  ///
  /// - Parameters:
  ///   - count: how many `make` gives.
  ///   - make: gives them in the stage's order. What it holds on to stays in memory until it ends.
  public init(count: Int, make: @escaping @Sendable () -> FindingList) {
    self.count = count
    task = Task { @concurrent in make() }
  }

  /// The findings, once they are made.
  var list: FindingList {
    get async { await task.value }
  }
}
