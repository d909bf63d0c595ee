extension Report {
  /// How the run ended: what kind of end, in one sentence, and the next step.
  public struct Verdict: Sendable, Hashable {
    /// The kinds of end a run can have.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// A dry run that found nothing in the way.
      case ready
      /// Everything was written.
      case done
      /// The permission gate said no; nothing was written.
      case refused
      /// The input, the pipeline file or the disk stopped the run.
      case failed
      /// It went through, with findings to look at.
      case findings

      /// The end in a word or two, for a badge.
      public var words: String {
        switch self {
        case .ready: "Ready"
        case .done: "Done"
        case .refused: "Not permitted"
        case .failed: "Stopped"
        case .findings: "With findings"
        }
      }
    }

    /// The kind of end.
    public var kind: Kind
    /// The end as a sentence: "Not permitted: 2 blockers. Nothing was written."
    public var sentence: String
    /// What the reader does next, as a sentence or a command.
    public var nextStep: String
    /// The program's exit code (`README.md`, "Commands").
    public var exitCode: Int

    /// A verdict with its sentence and the step that follows from it.
    public init(_ kind: Kind, _ sentence: String, nextStep: String, exitCode: Int) {
      self.kind = kind
      self.sentence = sentence
      self.nextStep = nextStep
      self.exitCode = exitCode
    }
  }
}
