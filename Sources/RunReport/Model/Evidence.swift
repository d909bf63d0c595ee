public import Findings

extension Report {
  /// One thing the permission gate asked for, and what it saw.
  public struct Evidence: Sendable, Hashable {
    /// Whether the need is met.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
      /// The files show it.
      case met
      /// The files show the opposite.
      case notMet = "not-met"
      /// The files cannot show it; the pipeline file declares it.
      case declared
      /// The files say nothing, and it is not declared.
      case notKnown = "not-known"
      /// It is not as it should be, or not known; the run goes on, and a person should look at it.
      case toLookAt = "to-look-at"

      /// The verdict as words for a person.
      public var words: String {
        switch self {
        case .met: "met"
        case .notMet: "not met"
        case .declared: "declared"
        case .notKnown: "not known"
        case .toLookAt: "to look at"
        }
      }

      /// Whether this row lets the run go on.
      public var passes: Bool { self != .notMet && self != .notKnown }

      /// Whether nothing more need be said.
      var isPlain: Bool { self == .met || self == .declared }
    }

    /// The stable id of the need, in kebab case.
    public var need: String
    /// What is needed, in lower case without a full stop.
    public var needed: String
    /// What was found, values in single quotes.
    public var found: String
    /// Whether that is enough.
    public var verdict: Verdict
    /// Where it was found; nil when it is nowhere.
    public var place: Place?
    /// Who can change it.
    public var fixer: Fixer
    /// How; empty when nothing is to be done.
    public var howToFix: String

    /// A row of the gate.
    public init(
      _ need: String,
      needed: String,
      found: String,
      _ verdict: Verdict,
      at place: Place? = nil,
      fixer: Fixer = .importer,
      howToFix: String = ""
    ) {
      self.need = need
      self.needed = needed
      self.found = found
      self.verdict = verdict
      self.place = place
      self.fixer = fixer
      self.howToFix = howToFix
    }
  }
}
