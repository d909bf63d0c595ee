public import Findings

/// What Clever said happened to a record, and what that did to the roster.
///
/// Source: Clever's events API; `created`, `updated` and `deleted`, with the record in `object`.
public struct RecordEvent: Sendable, Hashable {
  /// The kind of record; ``Entity/user`` where the event is about a v3 user.
  public var entity: Entity
  /// The record's id, not the event's.
  public var id: RecordID
  /// What happened.
  public var action: Action
  /// Where the event's `object` begins.
  public var place: RecordPlace
  /// The line it begins on, from 1.
  public var line: UInt32
  /// What it did to the roster.
  public var outcome: Outcome

  /// What can happen to a record.
  public enum Action: String, Sendable, Hashable, CaseIterable {
    /// There is a record more, or it came to be shared.
    case created
    /// The record changed, or the fields of it that are shared did.
    case updated
    /// The record is gone, or no longer shared.
    case deleted
  }

  /// What an event can do to the roster.
  public enum Outcome: Sendable, Hashable, CaseIterable {
    /// The record is now what the event says: its `object`, or gone.
    case applied
    /// A later event about the same record says more.
    case superseded
    /// The same event was met before.
    case repeated
    /// The record in the export is newer than the event.
    case older
    /// No record was there to change or to delete.
    case unknown
  }

  /// An event with its outcome.
  public init(
    entity: Entity,
    id: RecordID,
    action: Action,
    place: RecordPlace,
    line: UInt32,
    outcome: Outcome
  ) {
    self.entity = entity
    self.id = id
    self.action = action
    self.place = place
    self.line = line
    self.outcome = outcome
  }
}
