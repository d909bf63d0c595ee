import Findings
import FlatTables
import Roster

/// Moves a walked record into the roster: ids become rows, text is copied once.
struct RosterBuilder {
  let readsStudentEmail: Bool
  // Records of one school come one after another, and most sections have one of a few terms.
  private var lastSchool = LastRow()
  private var lastTerm = LastRow()

  init(readsStudentEmail: Bool) {
    self.readsStudentEmail = readsStudentEmail
  }

  /// Stores the record as a row of `entity`.
  ///
  /// `fields` is `inout` for speed alone, as in ``RecordSink``.
  ///
  /// - Precondition: the record has an id and no problem, and `row` is its row.
  mutating func store(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    as entity: Entity,
    row: Int32,
    in roster: inout Roster
  ) throws(TextArenaFull) {
    let row = Int(row)
    switch entity {
    case .student: try storeStudent(&fields, lists, row, &roster)
    case .contact: try storeContact(&fields, lists, row, &roster)
    case .section: try storeSection(&fields, lists, row, &roster)
    case .teacher: try storeTeacher(&fields, lists, row, &roster)
    case .schoolAdmin: try storeSchoolAdmin(&fields, lists, row, &roster)
    case .districtAdmin:
      roster.districtAdmins.email[row] = try copy(fields.email, lists, &roster)
    case .school: try storeSchool(&fields, lists, row, &roster)
    case .district:
      roster.districts.name[row] = try copy(fields.lastName, lists, &roster)
      // Up to v1.2 it stands elsewhere (`/districts/{id}/status`), which may have been read before.
      if let state = lists.details(of: fields).state { roster.districts.state[row] = state }
    case .course: roster.courses.name[row] = try copy(fields.lastName, lists, &roster)
    case .term:
      let details = lists.details(of: fields)
      roster.terms.text[row] = try term(details, lists, name: fields.lastName, &roster)
    case .user: break
    }
  }

  /// Empties a row of `entity`, links and all.
  mutating func empty(
    _ entity: Entity,
    _ row: Int32,
    in roster: inout Roster
  ) throws(TextArenaFull) {
    var fields = RecordFields()
    try store(&fields, RecordLists(), as: entity, row: row, in: &roster)
    if entity == .schoolAdmin { roster.schoolAdmins.teacher[Int(row)] = -1 }
    if entity == .districtAdmin { roster.districtAdmins.isAlsoEmployee[Int(row)] = false }
  }

  private mutating func storeStudent(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.students.sisID[row] = try copy(fields.sisID, lists, &roster)
    roster.students.firstName[row] = try word(fields.firstName, lists, &roster)
    roster.students.lastName[row] = try word(fields.lastName, lists, &roster)
    roster.students.grade[row] = fields.grade
    roster.students.school[row] = try school(&fields, lists, &roster)
    if readsStudentEmail {
      roster.students.email[row] = try copy(fields.email, lists, &roster)
    }
  }

  private mutating func storeTeacher(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.teachers.sisID[row] = try copy(fields.sisID, lists, &roster)
    roster.teachers.firstName[row] = try word(fields.firstName, lists, &roster)
    roster.teachers.lastName[row] = try word(fields.lastName, lists, &roster)
    roster.teachers.email[row] = try copy(fields.email, lists, &roster)
    roster.teachers.school[row] = try school(&fields, lists, &roster)
  }

  private mutating func storeSchoolAdmin(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let details = lists.details(of: fields)
    roster.schoolAdmins.staffID[row] = try copy(details.staffID, lists, &roster)
    roster.schoolAdmins.firstName[row] = try word(fields.firstName, lists, &roster)
    roster.schoolAdmins.lastName[row] = try word(fields.lastName, lists, &roster)
    roster.schoolAdmins.email[row] = try copy(fields.email, lists, &roster)
    roster.schoolAdmins.title[row] = try copy(details.title, lists, &roster)
    let first = roster.schoolAdmins.schools.flat.count
    for index in details.schools.range {
      let school = try id(lists.ids[index], lists, &roster)
      roster.schoolAdmins.schools.flat.append(roster.schools.row(naming: school))
    }
    roster.schoolAdmins.schools.setTargets(of: row, from: first)
  }

  private mutating func storeContact(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.contacts.sisID[row] = try copy(fields.sisID, lists, &roster)
    roster.contacts.firstName[row] = try word(fields.firstName, lists, &roster)
    roster.contacts.lastName[row] = try word(fields.lastName, lists, &roster)
    roster.contacts.email[row] = try copy(fields.email, lists, &roster)
    roster.contacts.phone[row] = try copy(fields.phone, lists, &roster)
    roster.contacts.phoneType[row] = fields.phoneType
    let first = roster.contacts.students.flat.count
    if fields.keys.contains(.relationships) {
      for index in fields.relationships.range {
        let entry = lists.relationships[index]
        var student = entry.row
        if student < 0 {
          student = roster.students.row(naming: try id(entry.student, lists, &roster))
        }
        try link(student, entry.relationship, entry.type, lists, &roster)
      }
    } else {
      // v2 has one relationship for all students of the contact; v1 one student a contact.
      let details = lists.details(of: fields)
      for index in details.students.range {
        try link(try id(lists.ids[index], lists, &roster), details, lists, &roster)
      }
      if details.student != .none {
        try link(try id(details.student, lists, &roster), details, lists, &roster)
      }
    }
    roster.contacts.students.setTargets(of: row, from: first)
  }

  /// Links the contact at hand to a student by the relationship that it has to all of them.
  private mutating func link(
    _ student: RecordID,
    _ details: borrowing RecordDetails,
    _ lists: borrowing RecordLists,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let row = roster.students.row(naming: student)
    try link(row, details.relationship, details.contactType, lists, &roster)
  }

  private func link(
    _ student: Int32,
    _ relationship: TextRef,
    _ type: ContactType,
    _ lists: borrowing RecordLists,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.contacts.students.flat.append(student)
    roster.contacts.relationship.append(try word(relationship, lists, &roster))
    roster.contacts.type.append(type)
  }

  private mutating func storeSection(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let details = lists.details(of: fields)
    roster.sections.sisID[row] = try copy(fields.sisID, lists, &roster)
    roster.sections.name[row] = try copy(fields.lastName, lists, &roster)
    roster.sections.school[row] = try school(&fields, lists, &roster)
    roster.sections.grade[row] = fields.grade
    roster.sections.subject[row] = try word(details.subject, lists, &roster)
    roster.sections.period[row] = try word(details.period, lists, &roster)
    roster.sections.number[row] = try word(details.sectionNumber, lists, &roster)
    roster.sections.courseName[row] = try word(details.courseName, lists, &roster)
    let course = try id(details.course, lists, &roster)
    roster.sections.course[row] = course == .none ? -1 : roster.courses.row(naming: course)
    let termID = try id(details.term, lists, &roster)
    roster.sections.term[row] =
      termID == .none ? -1 : lastTerm.row(of: termID) { roster.terms.row(naming: $0) }
    roster.sections.inlineTerm[row] = try term(details, lists, name: details.termName, &roster)

    let firstTeacher = roster.sections.teachers.flat.count
    let primaryID = try id(details.teacher, lists, &roster)
    let primary = primaryID == .none ? -1 : roster.teachers.row(naming: primaryID)
    roster.sections.primaryTeacher[row] = primary
    for index in details.teachers.range {
      let teacher = try id(lists.ids[index], lists, &roster)
      roster.sections.teachers.flat.append(roster.teachers.row(naming: teacher))
    }
    if primary >= 0, !roster.sections.teachers.flat[firstTeacher...].contains(primary) {
      roster.sections.teachers.flat.append(primary)
    }
    roster.sections.teachers.setTargets(of: row, from: firstTeacher)

    let firstStudent = roster.sections.students.flat.count
    if lists.hasOddLinks {
      for index in details.students.range {
        let student = try id(lists.ids[index], lists, &roster)
        roster.sections.students.flat.append(roster.students.row(naming: student))
      }
    } else if lists.studentRows.isEmpty {
      roster.students.appendRows(
        naming: lists.ids.span.extracting(details.students.range),
        to: &roster.sections.students.flat
      )
    } else {
      roster.students.appendRows(
        naming: lists.ids.span.extracting(details.students.range),
        known: lists.studentRows.span.extracting(details.students.range),
        to: &roster.sections.students.flat
      )
    }
    roster.sections.students.setTargets(of: row, from: firstStudent)
  }

  private mutating func storeSchool(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let details = lists.details(of: fields)
    roster.schools.sisID[row] = try copy(fields.sisID, lists, &roster)
    roster.schools.number[row] = try copy(details.schoolNumber, lists, &roster)
    roster.schools.name[row] = try copy(fields.lastName, lists, &roster)
    roster.schools.lowGrade[row] = details.lowGrade
    roster.schools.highGrade[row] = details.highGrade
    let district = try id(fields.district, lists, &roster)
    roster.schools.district[row] = district == .none ? -1 : roster.districts.row(naming: district)
  }

  // MARK: - Values

  /// Text copied into the roster's arena.
  @inline(__always)
  private func copy(
    _ text: TextRef,
    _ lists: borrowing RecordLists,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    try roster.text.append(text, of: lists.text)
  }

  /// A name or word that many records have in common; it is in the arena once.
  @inline(__always)
  private func word(
    _ text: TextRef,
    _ lists: borrowing RecordLists,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    text.isEmpty ? .empty : try roster.word(lists.text.span(text))
  }

  /// The roster's id for one of a record or its lists.
  @inline(__always)
  func id(
    _ id: RecordID,
    _ lists: borrowing RecordLists,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> RecordID {
    guard let spelling = lists.oddID(id) else { return id }
    return try roster.id(lists.text.span(spelling))
  }

  private mutating func school(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> Int32 {
    let school = try id(fields.school, lists, &roster)
    return school == .none ? -1 : lastSchool.row(of: school) { roster.schools.row(naming: $0) }
  }

  private func term(
    _ details: borrowing RecordDetails,
    _ lists: borrowing RecordLists,
    name: TextRef,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TermText {
    var term = TermText()
    term.name = try word(name, lists, &roster)
    term.start = try word(details.termStart, lists, &roster)
    term.end = try word(details.termEnd, lists, &roster)
    return term
  }
}

/// The row of the id that was looked up last in a table. Rows stay where they are.
private struct LastRow {
  private var id = RecordID.none
  private var row: Int32 = -1

  /// The row of `id`, which is not ``RecordID/none``; `find` looks it up.
  @inline(__always)
  mutating func row(of id: RecordID, _ find: (RecordID) -> Int32) -> Int32 {
    if id != self.id {
      row = find(id)
      self.id = id
    }
    return row
  }
}
