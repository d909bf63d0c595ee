import Findings
import FlatTables
import PositionedJSON
import Roster

/// Moves a walked record into the roster: ids become rows, text is copied once.
struct RosterBuilder {
  let readsStudentEmail: Bool
  private var scratch: [UInt8] = []
  private var names = RecentTexts()

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
    from cursor: borrowing JSONCursor,
    in roster: inout Roster
  ) throws(TextArenaFull) {
    let row = Int(row)
    switch entity {
    case .student: try storeStudent(&fields, lists, row, cursor, &roster)
    case .contact: try storeContact(&fields, lists, row, cursor, &roster)
    case .section: try storeSection(&fields, lists, row, cursor, &roster)
    case .teacher: try storeTeacher(&fields, lists, row, cursor, &roster)
    case .schoolAdmin: try storeSchoolAdmin(&fields, lists, row, cursor, &roster)
    case .districtAdmin:
      roster.districtAdmins.email[row] = try copy(fields.email, cursor, &roster)
    case .school: try storeSchool(&fields, lists, row, cursor, &roster)
    case .district:
      roster.districts.name[row] = try copy(fields.lastName, cursor, &roster)
      // Up to v1.2 it stands elsewhere (`/districts/{id}/status`), which may have been read before.
      let state = lists.details(of: fields).state
      if !state.isEmpty { roster.districts.state[row] = DistrictState(state, in: cursor) }
    case .course: roster.courses.name[row] = try copy(fields.lastName, cursor, &roster)
    case .term:
      let details = lists.details(of: fields)
      roster.terms.text[row] = try term(details, name: fields.lastName, cursor, &roster)
    case .user: break
    }
  }

  /// Empties a row of `entity`, links and all.
  mutating func empty(
    _ entity: Entity,
    _ row: Int32,
    in roster: inout Roster
  ) throws(TextArenaFull) {
    let bytes: [UInt8] = []
    let cursor = JSONCursor(bytes.span)
    var fields = RecordFields()
    try store(&fields, RecordLists(), as: entity, row: row, from: cursor, in: &roster)
    if entity == .schoolAdmin { roster.schoolAdmins.teacher[Int(row)] = -1 }
    if entity == .districtAdmin { roster.districtAdmins.isAlsoEmployee[Int(row)] = false }
  }

  private mutating func storeStudent(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.students.sisID[row] = try copy(fields.sisID, cursor, &roster)
    roster.students.firstName[row] = try name(fields.firstName, cursor, &roster)
    roster.students.lastName[row] = try name(fields.lastName, cursor, &roster)
    roster.students.grade[row] = fields.grade
    roster.students.school[row] = try school(&fields, lists, cursor, &roster)
    if readsStudentEmail {
      roster.students.email[row] = try copy(fields.email, cursor, &roster)
    }
  }

  private mutating func storeTeacher(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.teachers.sisID[row] = try copy(fields.sisID, cursor, &roster)
    roster.teachers.firstName[row] = try name(fields.firstName, cursor, &roster)
    roster.teachers.lastName[row] = try name(fields.lastName, cursor, &roster)
    roster.teachers.email[row] = try copy(fields.email, cursor, &roster)
    roster.teachers.school[row] = try school(&fields, lists, cursor, &roster)
  }

  private mutating func storeSchoolAdmin(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let details = lists.details(of: fields)
    roster.schoolAdmins.staffID[row] = try copy(details.staffID, cursor, &roster)
    roster.schoolAdmins.firstName[row] = try name(fields.firstName, cursor, &roster)
    roster.schoolAdmins.lastName[row] = try name(fields.lastName, cursor, &roster)
    roster.schoolAdmins.email[row] = try copy(fields.email, cursor, &roster)
    roster.schoolAdmins.title[row] = try copy(details.title, cursor, &roster)
    let first = roster.schoolAdmins.schools.flat.count
    for index in details.schools.range {
      let school = try id(lists.ids[index], lists, cursor, &roster)
      roster.schoolAdmins.schools.flat.append(roster.schools.row(naming: school))
    }
    roster.schoolAdmins.schools.setRun(of: row, from: first)
  }

  private mutating func storeContact(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.contacts.sisID[row] = try copy(fields.sisID, cursor, &roster)
    roster.contacts.firstName[row] = try name(fields.firstName, cursor, &roster)
    roster.contacts.lastName[row] = try name(fields.lastName, cursor, &roster)
    roster.contacts.email[row] = try copy(fields.email, cursor, &roster)
    roster.contacts.phone[row] = try copy(fields.phone, cursor, &roster)
    roster.contacts.phoneType[row] = fields.phoneType
    let first = roster.contacts.students.flat.count
    if fields.keys.contains(.relationships) {
      for index in fields.relationships.range {
        let entry = lists.relationships[index]
        var student = entry.row
        if student < 0 {
          student = roster.students.row(naming: try id(entry.student, lists, cursor, &roster))
        }
        try link(student, entry.relationship, entry.type, cursor, &roster)
      }
    } else {
      // v2 has one relationship for all students of the contact; v1 one student a contact.
      let details = lists.details(of: fields)
      for index in details.students.range {
        try link(try id(lists.ids[index], lists, cursor, &roster), details, cursor, &roster)
      }
      if details.student != .none {
        try link(try id(details.student, lists, cursor, &roster), details, cursor, &roster)
      }
    }
    roster.contacts.students.setRun(of: row, from: first)
  }

  /// Links the contact at hand to a student by the relationship that it has to all of them.
  private mutating func link(
    _ student: RecordID,
    _ details: borrowing RecordDetails,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let row = roster.students.row(naming: student)
    let type = ContactType(details.type, in: cursor)
    try link(row, details.relationship, type, cursor, &roster)
  }

  private mutating func link(
    _ student: Int32,
    _ relationship: JSONText,
    _ type: ContactType,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.contacts.students.flat.append(student)
    roster.contacts.relationship.append(try word(relationship, cursor, &roster))
    roster.contacts.type.append(type)
  }

  private mutating func storeSection(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let details = lists.details(of: fields)
    roster.sections.sisID[row] = try copy(fields.sisID, cursor, &roster)
    roster.sections.name[row] = try copy(fields.lastName, cursor, &roster)
    roster.sections.school[row] = try school(&fields, lists, cursor, &roster)
    roster.sections.grade[row] = fields.grade
    roster.sections.subject[row] = try word(details.subject, cursor, &roster)
    roster.sections.period[row] = try word(details.period, cursor, &roster)
    roster.sections.number[row] = try word(details.sectionNumber, cursor, &roster)
    roster.sections.courseName[row] = try word(details.courseName, cursor, &roster)
    let course = try id(details.course, lists, cursor, &roster)
    roster.sections.course[row] = course == .none ? -1 : roster.courses.row(naming: course)
    let termID = try id(details.term, lists, cursor, &roster)
    roster.sections.term[row] = termID == .none ? -1 : roster.terms.row(naming: termID)
    roster.sections.inlineTerm[row] = try term(details, name: details.termName, cursor, &roster)

    let firstTeacher = roster.sections.teachers.flat.count
    let primaryID = try id(details.teacher, lists, cursor, &roster)
    let primary = primaryID == .none ? -1 : roster.teachers.row(naming: primaryID)
    roster.sections.primaryTeacher[row] = primary
    for index in details.teachers.range {
      let teacher = try id(lists.ids[index], lists, cursor, &roster)
      roster.sections.teachers.flat.append(roster.teachers.row(naming: teacher))
    }
    if primary >= 0, !roster.sections.teachers.flat[firstTeacher...].contains(primary) {
      roster.sections.teachers.flat.append(primary)
    }
    roster.sections.teachers.setRun(of: row, from: firstTeacher)

    let firstStudent = roster.sections.students.flat.count
    if lists.hasOddIDs {
      for index in details.students.range {
        let student = try id(lists.ids[index], lists, cursor, &roster)
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
    roster.sections.students.setRun(of: row, from: firstStudent)
  }

  private mutating func storeSchool(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let details = lists.details(of: fields)
    roster.schools.sisID[row] = try copy(fields.sisID, cursor, &roster)
    roster.schools.number[row] = try copy(details.schoolNumber, cursor, &roster)
    roster.schools.name[row] = try copy(fields.lastName, cursor, &roster)
    roster.schools.lowGrade[row] = details.lowGrade
    roster.schools.highGrade[row] = details.highGrade
    let district = try id(fields.district, lists, cursor, &roster)
    roster.schools.district[row] = district == .none ? -1 : roster.districts.row(naming: district)
  }

  // MARK: - Values

  /// Text copied into the arena, escapes resolved.
  @inline(__always)
  mutating func copy(
    _ text: JSONText,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    guard text.length > 0 else { return .empty }
    guard text.hasEscapes else { return try roster.text.append(cursor.span(of: text)) }
    decode(text, cursor)
    return try roster.text.append(scratch.span)
  }

  /// A person's name, as a rule shared with others who have it.
  @inline(__always)
  private mutating func name(
    _ text: JSONText,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    guard text.length > 0 else { return .empty }
    guard text.hasEscapes else {
      return try names.copy(cursor.span(of: text), into: &roster.text)
    }
    decode(text, cursor)
    let decoded = scratch
    return try names.copy(decoded.span, into: &roster.text)
  }

  /// A word that comes often, standing once in the arena.
  private mutating func word(
    _ text: JSONText,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    guard text.length > 0 else { return .empty }
    guard text.hasEscapes else { return try roster.word(cursor.span(of: text)) }
    decode(text, cursor)
    return try roster.word(scratch.span)
  }

  /// The roster's id for one of a record or its lists.
  @inline(__always)
  mutating func id(
    _ id: RecordID,
    _ lists: borrowing RecordLists,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> RecordID {
    guard let spelling = lists.oddID(id) else { return id }
    guard spelling.hasEscapes else { return try roster.id(cursor.span(of: spelling)) }
    decode(spelling, cursor)
    return try roster.id(scratch.span)
  }

  private mutating func decode(_ text: JSONText, _ cursor: borrowing JSONCursor) {
    scratch.removeAll(keepingCapacity: true)
    cursor.decode(text, into: &scratch)
  }

  private mutating func school(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> Int32 {
    let school = try id(fields.school, lists, cursor, &roster)
    return school == .none ? -1 : roster.schools.row(naming: school)
  }

  private mutating func term(
    _ details: borrowing RecordDetails,
    name: JSONText,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TermText {
    var term = TermText()
    term.name = try word(name, cursor, &roster)
    term.start = try word(details.termStart, cursor, &roster)
    term.end = try word(details.termEnd, cursor, &roster)
    return term
  }
}
