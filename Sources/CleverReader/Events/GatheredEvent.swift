import Findings
import FlatTables
import PositionedJSON
import Roster

/// An event as it waits for its turn: where its record is, and what it takes to put events in
/// order. The record itself is read again when the event is applied.
struct GatheredEvent {
  /// The event's own id.
  var id: [UInt8]
  /// When it happened, as it is written but for the `Z`; empty if it does not say.
  var created: [UInt8]
  /// The list that the record is of: one of those that have a table, `users` or `resources`.
  var family: ListName
  var action: RecordEvent.Action
  /// The kind of record; of a user that of the first role.
  var entity: Entity
  /// The record's id, as it is written.
  var recordID: [UInt8]
  /// The record's `last_modified`, but for the `Z`; empty if it has none.
  var lastModified: [UInt8]
  /// A number that events with the same content share.
  var content: UInt64
  /// Where the record is, from the event's first byte.
  var object: Range<Int>
  /// Where the record begins in the export.
  var place = RecordPlace.none
  /// The line that it begins on.
  var line: UInt32 = 0

  /// Reads the event that `bytes` hold, its record and all.
  init(
    _ bytes: Span<UInt8>,
    readsStudentEmail: Bool,
    trail: inout FieldTrail
  ) throws(EventFault) {
    let shape: EventShape
    do throws(JSONFault) { shape = try EventShape(bytes) } catch { throw EventFault(error) }
    guard !shape.id.isEmpty else { throw EventFault("the event has no 'id'", at: 0) }
    guard let action = shape.action else {
      throw EventFault("the 'type' of the event does not say what happened", at: 0)
    }
    guard shape.family.entity != nil || [.users, .resources].contains(shape.family) else {
      throw EventFault("the 'type' of the event does not say what kind of record changed", at: 0)
    }
    guard let object = shape.object else {
      throw EventFault("the event has no 'object'", at: 0)
    }
    var walk = RecordWalk(
      bytes.extracting(object),
      trail: exchange(&trail, with: FieldTrail()),
      readsStudentEmail: readsStudentEmail
    )
    var fault: JSONFault?
    do throws(JSONFault) { try walk.walkOnlyRecord() } catch { fault = error }
    let batch: RecordBatch
    (batch, trail) = walk.finish()
    if let fault { throw EventFault(fault.words, at: object.lowerBound + fault.offset) }
    let (record, values) = (batch.records[0], batch.values)
    if let problem = record.problem, case .unfit(let value) = problem.reason {
      throw EventFault(value.words, at: object.lowerBound + problem.offset)
    }
    guard !record.keys.contains(.data) else {
      throw EventFault("an envelope stands where a record belongs", at: object.lowerBound)
    }
    recordID = values.idText(of: record)
    guard !recordID.isEmpty else {
      throw EventFault("the record has no 'id'", at: object.lowerBound)
    }
    lastModified = comparableTime(Array(values.text.string(record.lastModified).utf8))
    id = shape.id
    created = comparableTime(shape.created)
    switch record.kind(in: shape.family, fileHint: .unknown, values) {
    case _ where shape.family == .resources: family = .resources
    case .entity: family = shape.family
    // A record with roles is stored as a user, whatever the list is called.
    case .user: family = .users
    default: throw EventFault("nothing tells what kind of record changed", at: object.lowerBound)
    }
    entity =
      family.entity ?? Entity.ofRoles.first { record.roles.contains($0.role) }?.entity ?? .user
    self.action = action
    content = RecordSummary(bytes)?.content.number ?? 0
    self.object = object
  }

  /// Whether this event comes before `other`: by ids, or first by time where ids do not tell.
  func precedes(_ other: GatheredEvent, byTime: Bool) -> Bool {
    if byTime, created != other.created {
      return created.lexicographicallyPrecedes(other.created)
    }
    if id.count != other.id.count { return id.count < other.id.count }
    return id == other.id ? place < other.place : id.lexicographicallyPrecedes(other.id)
  }

  /// Whether a record that was last modified at `time` is newer than what the event says.
  func isOlder(than time: [UInt8]) -> Bool {
    guard !time.isEmpty else { return false }
    if !created.isEmpty, created.lexicographicallyPrecedes(time) { return true }
    // A deletion does not modify the record.
    guard action != .deleted, !lastModified.isEmpty else { return false }
    return lastModified.lexicographicallyPrecedes(time)
  }
}

/// Why an event cannot be read, and where in its bytes.
struct EventFault: Error {
  var words: String
  var offset: Int

  init(_ words: String, at offset: Int) {
    self.words = words
    self.offset = offset
  }

  init(_ fault: JSONFault) { self.init(fault.words, at: fault.offset) }
}

/// Clever's timestamps order like text, with and without a fraction, once the `Z` and a fraction of
/// nothing are off: `…12:00:00.000Z` is `…12:00:00`.
func comparableTime(_ time: [UInt8]) -> [UInt8] {
  var time = time
  if time.last == UInt8(ascii: "Z") { time.removeLast() }
  guard time.contains(UInt8(ascii: ".")) else { return time }
  while time.last == UInt8(ascii: "0") { time.removeLast() }
  if time.last == UInt8(ascii: ".") { time.removeLast() }
  return time
}
