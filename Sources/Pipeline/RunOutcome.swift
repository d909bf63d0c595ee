public import Findings

/// What a run came to: the stages that ran, their findings, and how it ended.
public struct RunOutcome: Sendable {
  /// The stages that ended, in order, a refusing one included.
  public let stages: [StageRun]
  /// How the run ended.
  public let ending: Ending
  /// What the last of `stages` gave, for the report; the state so far if it refused; nil if none
  /// ended, or if a stage failed, which had taken it.
  public private(set) var output: (any Sendable)?

  /// Hands over ``output``, so that whoever takes it apart can let go of what is done with.
  public mutating func takeOutput() -> (any Sendable)? { output.take() }

  /// A stage that ended.
  public struct StageRun: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Where it stands in the pipeline file.
    public let place: Place
    /// What a person must know, in the stage's order.
    public let findings: FindingList
  }

  /// How a run ends.
  public enum Ending: Sendable {
    /// All stages did their work.
    case finished
    /// This stage would not go on; its findings say why.
    case refused(by: String)
    /// This stage met an error.
    case failed(stage: String, any Error)
    /// The run was cancelled before this stage began, or while it ran.
    case cancelled(at: String)
  }

  /// The findings of all stages, in order.
  public var findings: FindingList {
    stages.reduce(into: FindingList()) { $0.append(contentsOf: $1.findings) }
  }
}
