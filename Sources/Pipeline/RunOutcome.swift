public import Findings

/// What a run came to: the stages that ran, their findings, and how it ended.
public struct RunOutcome<Record: Sendable>: Sendable {
  /// The stages that ended, in order, a refusing one included.
  public let stages: [StageRun]
  /// How the run ended.
  public let ending: RunEnding
  /// What is known of the run: the record of the last of `stages`, with what deferred work added;
  /// nil if no stage ended.
  public let record: Record?
  /// What the last of `stages` gave; nil if the run failed or was cancelled.
  public let output: (any StageOutput<Record>)?

  /// A stage that ended.
  public struct StageRun: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The place of its name in the pipeline file.
    public let place: Place
    /// What a person must know, in the stage's order.
    public let findings: FindingList
  }

  /// The findings of all stages, in order.
  public var findings: FindingList {
    stages.reduce(into: FindingList()) { $0.append(contentsOf: $1.findings) }
  }

  /// The outcome without ``output``, which gives its memory back.
  public var withoutOutput: RunOutcome {
    RunOutcome(stages: stages, ending: ending, record: record, output: nil)
  }

  /// Whether a stage would not go on.
  public var isRefused: Bool {
    if case .refused = ending { true } else { false }
  }
}

/// How a run ends.
public enum RunEnding: Sendable {
  /// All stages did their work.
  case finished
  /// This stage would not go on; its findings say why.
  case refused(by: String)
  /// This stage met an error.
  case failed(stage: String, any Error)
  /// The run was cancelled before this stage began, or while it ran.
  case cancelled(at: String)
}
