public import Findings

extension Report {
  /// One kind of record or group of fields: needed, shared, missing, or shared beyond need.
  public struct Sharing: Sendable, Hashable {
    /// How need and sharing compare.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
      /// It is needed, or will be, and there.
      case shared
      /// It is needed, and some of it is there.
      case partly
      /// It is needed, and nothing of it is there.
      case missing
      /// It is there, and is not needed.
      case overShared = "over-shared"
      /// It is neither needed nor there.
      case notShared = "not-shared"
      /// Nothing that was read shows it.
      case notKnown = "not-known"

      /// The verdict as words for a person.
      public var words: String {
        switch self {
        case .shared: "shared"
        case .partly: "partly shared"
        case .missing: "missing"
        case .overShared: "shared beyond need"
        case .notShared: "not shared"
        case .notKnown: "not known"
        }
      }
    }

    /// The kind of record in Clever's word, singular.
    public var type: String
    /// The group of fields; `records` for the kind as a whole.
    public var group: String
    /// What it is needed for: `required`, `useful`, `other-step`, `none`.
    public var need: String
    /// What the export shows, in lower case without a full stop.
    public var shared: String
    /// How the two compare.
    public var verdict: Verdict
    /// Where in Clever's dashboard it is changed.
    public var screen: String
    /// Who can.
    public var fixer: Fixer

    /// A row of the matrix.
    public init(
      _ type: String,
      _ group: String,
      need: String,
      shared: String,
      _ verdict: Verdict,
      screen: String,
      fixer: Fixer
    ) {
      self.type = type
      self.group = group
      self.need = need
      self.shared = shared
      self.verdict = verdict
      self.screen = screen
      self.fixer = fixer
    }

    /// Whether a person should change it: something required is missing, or too much is shared.
    var needsChange: Bool {
      verdict == .overShared || (verdict == .missing && need == "required")
    }

    /// Whether it is needed, for a table's cell.
    var needWords: String {
      switch need {
      case "required": "required"
      case "useful": "useful"
      case "other-step": "in the other step"
      default: "not needed"
      }
    }
  }
}
