public import BloomzModel
public import ConcurrentWork
public import Roster

/// What a transform made: the bundle's content, where each row came from, and what was changed.
public struct TransformOutcome: Sendable {
  /// The bundle's content.
  public var bloomz: BloomzRoster
  /// Where each row of ``bloomz`` came from.
  public var sources: SourceRows
  /// What was changed, dropped and left out.
  public var notes: TransformNotes
  /// How much the bundle carries: counted on another thread, since no stage asks for it before the
  /// report.
  public var roundUp: LaterValue<RosterRoundUp>
}

/// For each row of a ``BloomzRoster`` the row of the ``Roster`` that it was made of.
///
/// Invitations need the Clever id of a person; the ledger and findings need its place.
public struct SourceRows: Sendable {
  /// Rows of ``Roster/schools``, by row of ``BloomzRoster/schools``.
  public internal(set) var schools: [Int32] = []
  /// Rows of ``Roster/sections``, by row of ``BloomzRoster/classes``.
  public internal(set) var classes: [Int32] = []
  /// Teachers or school admins, by row of ``BloomzRoster/staff``.
  public internal(set) var staff: [StaffSource] = []
  /// Rows of ``Roster/students``, by row of ``BloomzRoster/students``.
  public internal(set) var students: [Int32] = []
  /// Rows of ``Roster/contacts``, by row of ``BloomzRoster/contacts``.
  public internal(set) var contacts: [Int32] = []

  init() {}
}

/// The record that a member of staff was made of.
public struct StaffSource: Sendable, Hashable {
  /// ``Entity/teacher`` or ``Entity/schoolAdmin``. A v3 user who is both is a teacher where one
  /// teaches a class of the bundle.
  public var entity: Entity
  /// The row in that kind's table.
  public var row: Int32

  /// The record's id.
  public func id(in roster: Roster) -> RecordID {
    entity == .teacher
      ? roster.teachers.records.ids[Int(row)] : roster.schoolAdmins.records.ids[Int(row)]
  }
}
