import Findings
import Roster

extension Entity {
  /// The kinds of record that a v3 user may be, in the order they are stored.
  static let ofRoles: [(role: RoleSet, entity: Entity)] = [
    (.student, .student), (.teacher, .teacher), (.staff, .schoolAdmin),
    (.districtAdmin, .districtAdmin), (.contact, .contact),
  ]
}

extension Roster {
  /// The row of `id` in the table of `entity`.
  ///
  /// - Precondition: `entity` has a table.
  mutating func row(of entity: Entity, naming id: RecordID) -> Int32 {
    switch entity {
    case .district: districts.row(naming: id)
    case .school: schools.row(naming: id)
    case .student: students.row(naming: id)
    case .teacher: teachers.row(naming: id)
    case .schoolAdmin: schoolAdmins.row(naming: id)
    case .districtAdmin: districtAdmins.row(naming: id)
    case .contact: contacts.row(naming: id)
    case .section: sections.row(naming: id)
    case .course: courses.row(naming: id)
    case .term: terms.row(naming: id)
    case .user: preconditionFailure("a user without a role has no table")
    }
  }

  /// The row of `id` in the table of `entity`; nil if it was never met there.
  func existingRow(of entity: Entity, _ id: RecordID) -> Int32? {
    switch entity {
    case .district: districts.records.row(of: id)
    case .school: schools.records.row(of: id)
    case .student: students.records.row(of: id)
    case .teacher: teachers.records.row(of: id)
    case .schoolAdmin: schoolAdmins.records.row(of: id)
    case .districtAdmin: districtAdmins.records.row(of: id)
    case .contact: contacts.records.row(of: id)
    case .section: sections.records.row(of: id)
    case .course: courses.records.row(of: id)
    case .term: terms.records.row(of: id)
    case .user: nil
    }
  }

  mutating func setPlace(
    _ place: RecordPlace,
    line: UInt32,
    of entity: Entity,
    row: Int32
  ) {
    switch entity {
    case .district: districts.setPlace(place, line: line, of: row)
    case .school: schools.setPlace(place, line: line, of: row)
    case .student: students.setPlace(place, line: line, of: row)
    case .teacher: teachers.setPlace(place, line: line, of: row)
    case .schoolAdmin: schoolAdmins.setPlace(place, line: line, of: row)
    case .districtAdmin: districtAdmins.setPlace(place, line: line, of: row)
    case .contact: contacts.setPlace(place, line: line, of: row)
    case .section: sections.setPlace(place, line: line, of: row)
    case .course: courses.setPlace(place, line: line, of: row)
    case .term: terms.setPlace(place, line: line, of: row)
    case .user: preconditionFailure("a user without a role has no table")
    }
  }

  /// Makes a record a stand-in again; see ``Roster/RosterTable/removePlace(of:)``.
  mutating func removePlace(of entity: Entity, row: Int32) {
    switch entity {
    case .district: districts.removePlace(of: row)
    case .school: schools.removePlace(of: row)
    case .student: students.removePlace(of: row)
    case .teacher: teachers.removePlace(of: row)
    case .schoolAdmin: schoolAdmins.removePlace(of: row)
    case .districtAdmin: districtAdmins.removePlace(of: row)
    case .contact: contacts.removePlace(of: row)
    case .section: sections.removePlace(of: row)
    case .course: courses.removePlace(of: row)
    case .term: terms.removePlace(of: row)
    case .user: preconditionFailure("a user without a role has no table")
    }
  }

  /// Where the record of `row` was read.
  ///
  /// Asked for each record, so inlined: a call of its own would be given a copy of the whole
  /// roster's tables, some two kilobytes. ``records(of:)`` copies what it returns.
  @inline(__always)
  func place(of entity: Entity, row: Int32) -> RecordPlace {
    let row = Int(row)
    return switch entity {
    case .district: districts.records.places[row]
    case .school: schools.records.places[row]
    case .student: students.records.places[row]
    case .teacher: teachers.records.places[row]
    case .schoolAdmin: schoolAdmins.records.places[row]
    case .districtAdmin: districtAdmins.records.places[row]
    case .contact: contacts.records.places[row]
    case .section: sections.records.places[row]
    case .course: courses.records.places[row]
    case .term: terms.records.places[row]
    case .user: .none
    }
  }
}
