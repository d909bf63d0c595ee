import Findings
import FlatTables
import Roster
import RunReport

/// Looks up what the fix lists tell of a finding's record.
struct RecordDirectory {
  private let roster: Roster?
  private let showsNames: Bool
  private var rows: [Subject: Int] = [:]

  /// A directory of `roster` for `findings`; without a roster it knows nothing.
  init(_ roster: Roster?, of findings: some Sequence<Finding>, showsNames: Bool) {
    self.roster = roster
    self.showsNames = showsNames
    guard let roster else { return }
    let findings = FindingList(findings)
    for (finding, record) in zip(findings, roster.records(of: findings)) {
      if let record { rows[Subject(finding)] = record.row }
    }
  }

  /// The record's school and the district's own id; its name where names are asked for.
  func facts(of finding: Finding) -> RecordFacts {
    guard let roster, let entity = Entity(text: finding.entity), let row = rows[Subject(finding)]
    else {
      return RecordFacts()
    }
    return RecordFacts(
      school: roster.school(of: entity, row).map { roster.shownID(ofSchool: $0) },
      sisID: roster.text.string(roster.sisID(of: entity, row)),
      name: showsNames ? roster.personName(of: entity, row) : ""
    )
  }
}

/// The record that a finding is about.
private struct Subject: Hashable {
  var entity: String
  var record: String

  init(_ finding: Finding) {
    entity = finding.entity
    record = finding.record
  }
}

extension Roster {
  /// The row that each of `findings` is about; nil for one that is about none.
  func records(of findings: FindingList) -> [(entity: Entity, row: Int)?] {
    var records = [(entity: Entity, row: Int)?](repeating: nil, count: findings.count)
    // All of one kind at once, which is faster than one look-up after another.
    var wanted = [(indices: [Int], ids: [RecordID])](
      repeating: ([], []),
      count: Entity.allCases.count
    )
    let entities = Dictionary(uniqueKeysWithValues: Entity.allCases.map { ($0.text, $0) })
    // Findings of one rule come one after another.
    var (name, entity) = ("", entities[""])
    for index in findings.indices {
      let named = findings.entity(of: index)
      if named != name { (name, entity) = (named, entities[named]) }
      guard let entity, let id = findings.withRecord(of: index, { existingID($0) }) else {
        continue
      }
      wanted[Int(entity.rawValue)].indices.append(index)
      wanted[Int(entity.rawValue)].ids.append(id)
    }
    for entity in Entity.allCases {
      let (indices, ids) = wanted[Int(entity.rawValue)]
      guard !ids.isEmpty, let rows = self.records(of: entity)?.rows(of: ids) else { continue }
      for (index, row) in zip(indices, rows) where row >= 0 {
        records[index] = (entity, Int(row))
      }
    }
    return records
  }

  /// The school's id as reports show it: the district's own, else Clever's.
  func shownID(ofSchool school: Int32) -> String {
    let sisID = text.string(schools.sisID[Int(school)])
    return sisID.isEmpty ? idText(schools.records.ids[Int(school)]) : sisID
  }

  /// The first school of a record; nil if it has none.
  func school(of entity: Entity, _ row: Int) -> Int32? {
    let school: Int32
    switch entity {
    case .school: school = Int32(row)
    case .section: school = sections.school[row]
    case .teacher: school = teachers.school[row]
    case .student: school = students.school[row]
    case .contact:
      guard let student = contacts.students[row].first else { return nil }
      school = students.school[Int(student)]
    case .schoolAdmin: school = schoolAdmins.schools[row].first ?? -1
    case .district, .districtAdmin, .course, .term, .user: return nil
    }
    return school >= 0 ? school : nil
  }

  /// First and last name of a person, as far as they are known; empty for what is no person.
  func personName(of entity: Entity, _ row: Int) -> String {
    let parts: [TextRef] =
      switch entity {
      case .student: [students.firstName[row], students.lastName[row]]
      case .teacher: [teachers.firstName[row], teachers.lastName[row]]
      case .schoolAdmin: [schoolAdmins.firstName[row], schoolAdmins.lastName[row]]
      case .contact: [contacts.firstName[row], contacts.lastName[row]]
      case .district, .school, .section, .districtAdmin, .course, .term, .user: []
      }
    return parts.map { text.string($0) }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
