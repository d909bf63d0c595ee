import FlatTables
import Roster

/// Looks up the rows of many ids at once, before the records that name them are stored.
///
/// A table's index and its ids are all over the memory, and a look-up waits for them. If many are
/// looked up at once, none waits for the one before. A row that is found stays valid, because rows
/// stay where they are. If none is found, one may be made before the record's turn, so the id is
/// looked up once more then. Without this, a run over 100,000 students takes 3 % more CPU time.
struct RowsAhead {
  private var wanted: [RecordID] = []
  private var rows: [Int32] = []

  /// How many records are looked up at once: as many as what they lead to stays in the cache.
  static let recordCount = 64

  /// Notes rows in some of the records of `batch`, and in their relationships.
  ///
  /// Nothing of `roster` is changed; one that is borrowed is copied for every call.
  mutating func note(
    _ range: Range<Int>,
    of list: ListName,
    in batch: inout RecordBatch,
    from roster: inout Roster
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      let entity = batch.records[start].likelyEntity(in: list)
      var end = start + 1
      while end < range.upperBound, batch.records[end].likelyEntity(in: list) == entity { end += 1 }
      if let entity { note(start..<end, entity, in: &batch, &roster) }
      start = end
    }
    // An odd id among these would be looked up by a number that is another id's in the roster.
    if !batch.values.hasOddLinks { noteStudents(range, in: &batch, &roster) }
  }

  private mutating func note(
    _ range: Range<Int>,
    _ entity: Entity,
    in batch: inout RecordBatch,
    _ roster: inout Roster
  ) {
    wanted.removeAll(keepingCapacity: true)
    for index in range {
      // An id that is no ordinary one is not that of the roster yet.
      let id = batch.records[index].id
      wanted.append(id.oddNumber == nil ? id : .none)
    }
    find(entity, &roster)
    for index in range {
      batch.records[index].rowEntity = entity
      batch.records[index].row = rows[index - range.lowerBound]
    }
  }

  private mutating func noteStudents(
    _ range: Range<Int>,
    in batch: inout RecordBatch,
    _ roster: inout Roster
  ) {
    wanted.removeAll(keepingCapacity: true)
    for index in range {
      for entry in batch.records[index].relationships.range {
        wanted.append(batch.values.relationships[entry].student)
      }
    }
    guard !wanted.isEmpty else { return }
    find(.student, &roster)
    var next = 0
    for index in range {
      for entry in batch.records[index].relationships.range {
        batch.values.relationships[entry].row = rows[next]
        next += 1
      }
    }
  }

  private mutating func find(_ entity: Entity, _ roster: inout Roster) {
    rows.removeAll(keepingCapacity: true)
    switch entity {
    case .student: find(roster.students.records)
    case .contact: find(roster.contacts.records)
    case .section: find(roster.sections.records)
    case .teacher: find(roster.teachers.records)
    // Tables so small that they are in the cache as a whole.
    default: for _ in wanted { rows.append(-1) }
    }
  }

  private mutating func find(_ records: RecordColumns) {
    let wanted = wanted
    records.appendRows(of: wanted.span, to: &rows)
  }
}

extension WalkedRecord {
  /// What the record is, as far as its roles or the list it is in tell.
  fileprivate func likelyEntity(in list: ListName) -> Entity? {
    if roles.isEmpty { return own.entity ?? list.entity }
    return Entity.ofRoles.first { roles.contains($0.role) }?.entity
  }

  /// The row of the record in the table of `entity`, if it was found beforehand.
  @inline(__always)
  func row(of entity: Entity) -> Int32? { row >= 0 && rowEntity == entity ? row : nil }
}
