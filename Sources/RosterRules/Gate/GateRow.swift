public import Findings

/// One thing the permission gate asks for, what it saw, and what follows.
public struct GateRow: Sendable, Hashable {
  /// The number of the precondition: `PRE-01` to `PRE-14`.
  public let id: String
  /// A name for it in kebab case.
  public let need: String
  /// What is needed, in lower case without a full stop.
  public let needed: String
  /// What was found, in the same form.
  public var found: String
  /// Whether that is enough.
  public var verdict: Verdict
  /// Whether the run is refused for it. A row that only advises never refuses.
  public var refuses: Bool
  /// The place of the evidence; nil when there is none.
  public var place: RecordPlace?
  /// Who can change it.
  public var fixer: Fixer
  /// How, and on which screen.
  public var howToFix: String

  /// What the gate makes of a need.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// The export shows it.
    case met
    /// No file shows it; the importer declares it.
    case declared
    /// The export or the importer says the opposite.
    case notMet = "not-met"
    /// There is no evidence, or it contradicts itself.
    case unknown
    /// This import does not need it.
    case notAsked = "not-asked"
  }
}

/// What the gate decides.
public struct GateVerdict: Sendable, Hashable {
  /// The needs, `PRE-01` to `PRE-14`, in that order.
  public let rows: [GateRow]
  /// What refuses (blockers) and what should be looked at (warnings), in the order of the rows.
  public let findings: [FindingText]
  /// Whether the import may go on.
  public let isPermitted: Bool

  /// The row of a precondition, by its number.
  public func row(_ id: String) -> GateRow? { rows.first { $0.id == id } }
}
