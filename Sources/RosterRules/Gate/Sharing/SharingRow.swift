public import Findings
public import Roster

/// What one kind of record, or one group of its fields, is needed for, and how it is shared.
public struct SharingRow: Sendable, Hashable {
  /// The kind of record.
  public let entity: Entity
  /// The group of fields: `records` for the kind as a whole, `names`, `email`.
  public let group: String
  /// Whether the import needs it.
  public let need: Need
  /// What the export shows, in lower case without a full stop.
  public internal(set) var shared: String
  /// How need and sharing compare.
  public internal(set) var verdict: Verdict
  /// Who can change it.
  public let fixer: Fixer
  /// Where in Clever's dashboard.
  public let screen: String

  /// Whether something is needed.
  public enum Need: String, Sendable, Hashable, CaseIterable {
    /// Without it nothing is imported, or records are left out.
    case required
    /// It goes in where it is there.
    case useful
    /// The other step of the guide needs it.
    case otherStep = "other-step"
    /// Bloomz has no place for it.
    case none
  }

  /// How need and sharing compare.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// It is needed, or will be, and there.
    case shared
    /// It is needed, and some of it is there.
    case partly
    /// It is needed, and nothing of it is there.
    case missing
    /// It is there and not needed: less should be shared.
    case overShared = "over-shared"
    /// It is neither needed nor there.
    case notShared = "not-shared"
    /// Nothing that was read shows whether it is shared.
    case notKnown = "not-known"
  }

  init(
    _ entity: Entity,
    _ group: String,
    _ need: Need,
    shared: String,
    _ verdict: Verdict,
    screen: String,
    fixer: Fixer = .districtAdmin
  ) {
    self.entity = entity
    self.group = group
    self.need = need
    self.shared = shared
    self.verdict = verdict
    self.fixer = fixer
    self.screen = screen
  }
}
