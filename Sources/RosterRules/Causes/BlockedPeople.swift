import FlatTables
import Roster

/// Notes the people that each cause keeps out, and counts each person once.
///
/// A note is eight bytes (cause, kind, row), so that a million of them are sorted and counted in a
/// flat array.
struct BlockedPeople {
  private var notes: [UInt64] = []

  /// Notes that `cause` keeps the record in `row` out, or out of a class.
  mutating func add(_ cause: Int32, _ entity: Entity, _ row: Int) {
    notes.append(UInt64(cause) << 40 | UInt64(entity.rawValue) << 32 | UInt64(UInt32(row)))
  }

  /// Adds the contacts of the students noted so far, who miss what their students miss.
  mutating func addContacts(_ roster: Roster) {
    settle()
    let ofStudent = causes(of: .student, count: roster.students.count)
    guard !ofStudent.targets.isEmpty else { return }
    let isNoted = (0..<ofStudent.rowCount).map { !ofStudent.range($0).isEmpty }
    let (records, students) = (roster.contacts.records, roster.contacts.students)
    for row in 0..<records.count where records.isRecord(row) {
      for link in students.range(row) where isNoted[Int(students.flat[link])] {
        for index in ofStudent.range(Int(students.flat[link])) {
          add(ofStudent.targets[index], .contact, row)
        }
      }
    }
    settle()
  }

  /// Removes what was noted twice.
  mutating func settle() {
    notes.sort(byWord: { $0 })
    var kept = 0
    for index in notes.indices where index == 0 || notes[index] != notes[kept - 1] {
      notes[kept] = notes[index]
      kept += 1
    }
    notes.removeSubrange(kept...)
  }

  /// What was noted, in order of causes, kinds and rows; settled before.
  var all: some Sequence<(cause: Int, entity: Entity, row: Int)> {
    notes.lazy.compactMap { note in
      Entity(rawValue: UInt8(truncatingIfNeeded: note >> 32)).map {
        (Int(note >> 40), $0, Int(UInt32(truncatingIfNeeded: note)))
      }
    }
  }

  /// For each row of a table the causes that were noted for it.
  private func causes(of entity: Entity, count: Int) -> Links {
    var byCause = Links()
    var cause = 0
    for note in all {
      while cause < note.cause {
        byCause.closeRow()
        cause += 1
      }
      if note.entity == entity { byCause.append(Int32(note.row)) }
    }
    byCause.closeRow()
    return byCause.inverted(count: count)
  }
}
