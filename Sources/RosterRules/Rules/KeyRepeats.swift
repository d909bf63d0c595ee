import ConcurrentWork
import Findings
import FlatTables
import Roster

extension RosterRule {
  /// Files of a bundle point at each other by these keys: one that repeats points at two.
  public static let keyRepeats = RosterRule(
    "key-repeats",
    .error,
    phase: .comparisons,
    title: "two records of a kind have the same key",
    why: "the bundle's files point at each other by it, so a child could land in another's class",
    effect: "all of these records are left out",
    help: "give each record a sis_id of its own in the school's records; it is unique inside one "
      + "district only, so import one district at a time",
    fixer: .recordsClerk,
    source: .bloomzV2Guide("'id' is unique in each file, and the other files point at it"),
    example: "student '530e5960049e75a9262cff3c' (sis_id '100095233') has the same key as student "
      + "'530e5960049e75a9262cff3d'",
    latitude: .errorOrGraver("Bloomz would make one of them"),
    check: RuleCheck(
      noting: OtherRecord.self,
      find: { roster, report in
        let files = keyedFiles(roster, report)
        // The last are the largest: they are begun first, so that others run beside them.
        let repeats = concurrentMap(files.count) { turn in
          let file = files[files.count - 1 - turn]
          return RepeatedTexts.find(file.keys, in: roster.text) + file.keysThatAreIDs(roster)
        }
        for (file, pairs) in zip(files, repeats.reversed()) {
          for pair in pairs {
            let (entity, row) = file.owner(pair.row)
            let (other, otherRow) = file.owner(pair.other)
            report.find(entity, row, OtherRecord(other, otherRow))
          }
        }
      },
      describe: { hit, roster in
        let field = hit.entity == .schoolAdmin ? "staff_id" : "sis_id"
        return RuleCheck.beside("has the same key as", field: field, note: "the other record")(
          hit,
          roster
        )
      }
    )
  )
}

/// The keys of one file of the bundle, which may hold records of two kinds.
private struct KeyedFile: Sendable {
  var first: Entity
  var keys: OpenTexts
  /// The second kind, and the position where its records begin.
  var second: (entity: Entity, start: Int)?
  /// Positions whose record is not in the file, though it is in the table.
  var absent: Set<Int> = []

  func owner(_ position: Int) -> (Entity, Int) {
    if let second, position >= second.start { return (second.entity, position - second.start) }
    return (first, position)
  }

  /// Records whose key is the Clever id of a record without one: the file has the id as
  /// the key, so the two would have the same one. A pair for each of the two.
  func keysThatAreIDs(_ roster: Roster) -> [RepeatedTexts.Pair] {
    let kinds = [(first, 0)] + (second.map { [($0.entity, $0.start)] } ?? [])
    let tables = kinds.compactMap { entity, start in roster.records(of: entity).map { ($0, start) }
    }
    var positions: [Int] = []
    var ids: [RecordID] = []
    keys.visit { position, key in
      guard let id = roster.existingID(roster.text.span(key)) else { return }
      positions.append(position)
      ids.append(id)
    }
    guard !ids.isEmpty else { return [] }
    var pairs: [RepeatedTexts.Pair] = []
    for (records, start) in tables {
      for (position, row) in zip(positions, records.rows(of: ids)) where row >= 0 {
        let other = start + Int(row)
        guard keys[other].isEmpty, records.isOpen(Int(row)), !absent.contains(other) else {
          continue
        }
        pairs.append(RepeatedTexts.Pair(row: position, other: other))
        pairs.append(RepeatedTexts.Pair(row: other, other: position))
      }
    }
    return pairs.sorted { ($0.row, $0.other) < ($1.row, $1.other) }
  }
}

/// What each file of the bundle is keyed by. A record without a key of its own has its Clever
/// id there.
private func keyedFiles(_ roster: Roster, _ report: RuleReport<OtherRecord>) -> [KeyedFile] {
  let schools = roster.schools
  let schoolKeys = schools.sisID.indices.map { row in
    schools.sisID[row].isEmpty ? schools.number[row] : schools.sisID[row]
  }
  let teachers = roster.teachers
  let admins = roster.schoolAdmins
  // A v3 user who teaches and is staff is one row of the staff file.
  let isRow = admins.teacher.map { report.includesOtherStaff && $0 < 0 }
  let adminKeys = admins.staffID.indices.map { isRow[$0] ? admins.staffID[$0] : .empty }
  var files = [
    KeyedFile(first: .school, keys: OpenTexts(schoolKeys, schools.records)),
    KeyedFile(first: .section, keys: OpenTexts(roster.sections.sisID, roster.sections.records)),
    KeyedFile(
      first: .teacher,
      keys: OpenTexts(teachers.sisID, teachers.records) + OpenTexts(adminKeys, admins.records),
      second: (.schoolAdmin, teachers.count),
      absent: Set(isRow.indices.filter { !isRow[$0] }.map { teachers.count + $0 })
    ),
    KeyedFile(first: .student, keys: OpenTexts(roster.students.sisID, roster.students.records)),
  ]
  if report.step == .parentsContacts {
    files.append(
      KeyedFile(first: .contact, keys: OpenTexts(roster.contacts.sisID, roster.contacts.records))
    )
  }
  return files
}
