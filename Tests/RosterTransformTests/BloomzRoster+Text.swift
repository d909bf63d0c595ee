import BloomzModel
import Findings
import FlatTables
import RosterTransform

/// A bundle's content as lines of text, table by table, in the order of the tables' rows; empty
/// fields are left out at the end of a line.
extension BloomzRoster {
  func lines(of table: Table) -> [String] {
    switch table {
    case .schools:
      schools.key.indices.map { line([schools.key[$0], schools.name[$0]].map(text.string)) }
    case .classes: classes.key.indices.map(classLine)
    case .staff: staff.key.indices.map(staffLine)
    case .students: students.key.indices.map(studentLine)
    case .contacts: contacts.key.indices.map(contactLine)
    }
  }

  /// Everything.
  var dump: String {
    Table.allCases.flatMap { ["\($0)"] + lines(of: $0) }.joined(separator: "\n")
  }

  enum Table: CaseIterable {
    case schools, classes, staff, students, contacts
  }

  /// The names of the classes, in the order of their rows.
  var classNames: [String] { classes.name.map(text.string) }

  private func line(_ fields: [String]) -> String { fields.joined(separator: "|") }

  private func keys(_ column: [TextRef], _ rows: some Sequence<Int32>) -> String {
    rows.map { text.string(column[Int($0)]) }.joined(separator: " ")
  }

  private func classLine(_ row: Int) -> String {
    let primary = classes.primaryTeacher[row]
    return line([
      text.string(schools.key[Int(classes.school[row])]), text.string(classes.key[row]),
      text.string(classes.name[row]), classes.grade[row].text(.long),
      text.string(classes.section[row]), text.string(classes.term[row]),
      text.string(classes.period[row]), text.string(classes.subject[row]),
      classes.isHomeroom[row] ? "homeroom" : "",
      primary < 0 ? "" : text.string(staff.key[Int(primary)]),
      keys(staff.key, classes.teachers[row]), keys(students.key, classes.students[row]),
    ])
  }

  private func staffLine(_ row: Int) -> String {
    line([
      keys(schools.key, staff.schools[row]), text.string(staff.key[row]),
      text.string(staff.firstName[row]), text.string(staff.lastName[row]),
      text.string(staff.email[row]), staff.role[row].text,
    ])
  }

  private func studentLine(_ row: Int) -> String {
    line([
      keys(schools.key, students.schools[row]), text.string(students.key[row]),
      text.string(students.firstName[row]), text.string(students.lastName[row]),
      students.grade[row].text(.long), text.string(students.email[row]),
    ])
  }

  private func contactLine(_ row: Int) -> String {
    let children = contacts.children.range(row).map { link in
      let child = Int(contacts.children.targets[link])
      return text.string(students.key[child]) + "=" + text.string(contacts.relationship[link])
    }
    return line([
      text.string(contacts.key[row]), text.string(contacts.firstName[row]),
      text.string(contacts.lastName[row]), text.string(contacts.email[row]),
      text.string(contacts.phone[row]), children.joined(separator: " "),
    ])
  }
}

extension RosterBuilder {
  /// Step one of what was built; gives the records their fates.
  mutating func stepOne(includeOtherStaff: Bool = false) throws -> TransformOutcome {
    try RosterTransform(step: .classesTeachersStudents, includeOtherStaff: includeOtherStaff)
      .apply(to: &roster)
  }

  /// Step two of what was built; gives the records their fates.
  mutating func stepTwo(includeEmergencyContacts: Bool = false) throws -> TransformOutcome {
    try RosterTransform(
      step: .parentsContacts,
      includeEmergencyContacts: includeEmergencyContacts
    ).apply(to: &roster)
  }
}
