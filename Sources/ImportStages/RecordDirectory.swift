import Findings
import FlatTables
import Roster
import RunReport

/// Looks up what the fix lists tell of a finding's record.
struct RecordDirectory {
  private let roster: Roster?
  private let showsNames: Bool

  /// A directory of `roster`; without one it knows nothing.
  init(_ roster: Roster?, showsNames: Bool) {
    self.roster = roster
    self.showsNames = showsNames
  }

  /// The record's school and the district's own id; its name where names are asked for.
  func facts(of finding: Finding) -> RecordFacts {
    guard let roster, let (entity, row) = roster.record(of: finding) else { return RecordFacts() }
    return RecordFacts(
      school: roster.school(of: entity, row).map { roster.shownID(ofSchool: $0) },
      sisID: roster.text.string(roster.sisID(of: entity, row)),
      name: showsNames ? roster.personName(of: entity, row) : ""
    )
  }
}

extension Roster {
  /// The row that a finding is about; nil if it is about none.
  func record(of finding: Finding) -> (entity: Entity, row: Int)? {
    guard let entity = Entity.allCases.first(where: { $0.text == finding.entity }),
      let id = existingID(finding.record),
      let row = records(of: entity)?.row(of: id)
    else { return nil }
    return (entity, Int(row))
  }

  /// The school that a finding is about; nil if none, or if it is not told.
  func school(of finding: Finding) -> Int32? {
    record(of: finding).flatMap { school(of: $0.entity, $0.row) }
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
