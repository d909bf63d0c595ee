import FlatTables
import Roster

/// The records that a record names and those that name it, as text.
struct RecordLinks {
  /// What it names, a kind an entry.
  private(set) var named: [String] = []
  /// What names it, a kind an entry.
  private(set) var naming: [String] = []
  /// The schools of the sections that name it, as rows.
  private(set) var schools: Set<Int32> = []

  private let roster: Roster

  /// The links of the record in `row`; one pass over the tables that may name it.
  init(_ roster: Roster, _ entity: Entity, _ row: Int) {
    self.roster = roster
    let target = Int32(row)
    switch entity {
    case .student:
      name(.school, [roster.students.school[row]])
      nameSections { roster.sections.students[$0].contains(target) }
      naming(
        .contact,
        roster.contacts.recordRows.filter {
          roster.contacts.students[$0].contains(target)
        }
      )
    case .teacher:
      name(.school, [roster.teachers.school[row]])
      nameSections { roster.sections.teachers[$0].contains(target) }
    case .section:
      name(.school, [roster.sections.school[row]])
      name(.course, [roster.sections.course[row]])
      name(.term, [roster.sections.term[row]])
      name(.teacher, Array(roster.sections.teachers[row]))
      name(.student, Array(roster.sections.students[row]))
    case .contact: name(.student, Array(roster.contacts.students[row]))
    case .schoolAdmin: name(.school, Array(roster.schoolAdmins.schools[row]))
    case .school:
      name(.district, [roster.schools.district[row]])
      nameSections { roster.sections.school[$0] == target }
      naming(.student, roster.students.recordRows.filter { roster.students.school[$0] == target })
      naming(.teacher, roster.teachers.recordRows.filter { roster.teachers.school[$0] == target })
      naming(
        .schoolAdmin,
        roster.schoolAdmins.recordRows.filter {
          roster.schoolAdmins.schools[$0].contains(target)
        }
      )
    case .course: nameSections { roster.sections.course[$0] == target }
    case .term: nameSections { roster.sections.term[$0] == target }
    case .district:
      naming(.school, roster.schools.recordRows.filter { roster.schools.district[$0] == target })
    case .districtAdmin, .user: break
    }
  }

  private mutating func nameSections(_ isNaming: (Int) -> Bool) {
    let rows = roster.sections.recordRows.filter(isNaming)
    schools = Set(rows.map { roster.sections.school[$0] }.filter { $0 >= 0 })
    naming(.section, rows)
  }

  private mutating func name(_ entity: Entity, _ rows: [Int32]) {
    let there = rows.filter { $0 >= 0 }
    guard !there.isEmpty else { return }
    named.append(words(entity, there.map { Int($0) }))
  }

  private mutating func naming(_ entity: Entity, _ rows: [Int]) {
    if !rows.isEmpty { naming.append(words(entity, rows)) }
  }

  /// `section '58da…'`, `3 sections: '58da…', …`; says how many are not in the export.
  private func words(_ entity: Entity, _ rows: [Int]) -> String {
    guard let records = roster.records(of: entity) else { return "" }
    let ids = rows.map { row in
      let id = roster.idText(records.ids[row])
      return records.isRecord(row) ? "'\(id)'" : "'\(id)' (not in the export)"
    }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let list = firstFew(ids)
    return rows.count == 1 ? "\(entity.text) \(list)" : "\(rows.count) \(entity.plural): \(list)"
  }
}
