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
    from json: JSONSource,
    in roster: inout Roster
  ) throws(TextArenaFull) {
    let row = Int(row)
    switch entity {
    case .student: try storeStudent(&fields, lists, row, json, &roster)
    case .contact: try storeContact(&fields, lists, row, json, &roster)
    case .section: try storeSection(&fields, lists, row, json, &roster)
    case .teacher: try storeTeacher(&fields, lists, row, json, &roster)
    case .schoolAdmin: try storeSchoolAdmin(&fields, lists, row, json, &roster)
    case .districtAdmin:
      roster.districtAdmins.email[row] = try copy(fields.email, json, &roster)
    case .school: try storeSchool(&fields, lists, row, json, &roster)
    case .district:
      roster.districts.name[row] = try copy(fields.lastName, json, &roster)
      // Up to v1.2 it stands elsewhere (`/districts/{id}/status`), which may have been read before.
      let state = lists.details(of: fields).state
      if !state.isEmpty { roster.districts.state[row] = DistrictState(state, in: json) }
    case .course: roster.courses.name[row] = try copy(fields.lastName, json, &roster)
    case .term:
      let details = lists.details(of: fields)
      roster.terms.text[row] = try term(details, name: fields.lastName, json, &roster)
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
    let json = JSONSource(bytes.span)
    var fields = RecordFields()
    try store(&fields, RecordLists(), as: entity, row: row, from: json, in: &roster)
    if entity == .schoolAdmin { roster.schoolAdmins.teacher[Int(row)] = -1 }
    if entity == .districtAdmin { roster.districtAdmins.isAlsoEmployee[Int(row)] = false }
  }

  private mutating func storeStudent(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.students.sisID[row] = try copy(fields.sisID, json, &roster)
    roster.students.firstName[row] = try name(fields.firstName, json, &roster)
    roster.students.lastName[row] = try name(fields.lastName, json, &roster)
    roster.students.grade[row] = fields.grade
    roster.students.school[row] = try school(&fields, lists, json, &roster)
    if readsStudentEmail {
      roster.students.email[row] = try copy(fields.email, json, &roster)
    }
  }

  private mutating func storeTeacher(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.teachers.sisID[row] = try copy(fields.sisID, json, &roster)
    roster.teachers.firstName[row] = try name(fields.firstName, json, &roster)
    roster.teachers.lastName[row] = try name(fields.lastName, json, &roster)
    roster.teachers.email[row] = try copy(fields.email, json, &roster)
    roster.teachers.school[row] = try school(&fields, lists, json, &roster)
  }

  private mutating func storeSchoolAdmin(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let details = lists.details(of: fields)
    roster.schoolAdmins.staffID[row] = try copy(details.staffID, json, &roster)
    roster.schoolAdmins.firstName[row] = try name(fields.firstName, json, &roster)
    roster.schoolAdmins.lastName[row] = try name(fields.lastName, json, &roster)
    roster.schoolAdmins.email[row] = try copy(fields.email, json, &roster)
    roster.schoolAdmins.title[row] = try copy(details.title, json, &roster)
    let first = roster.schoolAdmins.schools.flat.count
    for index in details.schools.range {
      let school = try id(lists.ids[index], lists, json, &roster)
      roster.schoolAdmins.schools.flat.append(roster.schools.row(naming: school))
    }
    roster.schoolAdmins.schools.setRun(of: row, from: first)
  }

  private mutating func storeContact(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.contacts.sisID[row] = try copy(fields.sisID, json, &roster)
    roster.contacts.firstName[row] = try name(fields.firstName, json, &roster)
    roster.contacts.lastName[row] = try name(fields.lastName, json, &roster)
    roster.contacts.email[row] = try copy(fields.email, json, &roster)
    roster.contacts.phone[row] = try copy(fields.phone, json, &roster)
    roster.contacts.phoneType[row] = fields.phoneType
    let first = roster.contacts.students.flat.count
    if fields.keys.contains(.relationships) {
      for index in fields.relationships.range {
        let entry = lists.relationships[index]
        var student = entry.row
        if student < 0 {
          student = roster.students.row(naming: try id(entry.student, lists, json, &roster))
        }
        try link(student, entry.relationship, entry.type, json, &roster)
      }
    } else {
      // v2 has one relationship for all students of the contact; v1 one student a contact.
      let details = lists.details(of: fields)
      for index in details.students.range {
        try link(try id(lists.ids[index], lists, json, &roster), details, json, &roster)
      }
      if details.student != .none {
        try link(try id(details.student, lists, json, &roster), details, json, &roster)
      }
    }
    roster.contacts.students.setRun(of: row, from: first)
  }

  /// Links the contact at hand to a student by the relationship that it has to all of them.
  private mutating func link(
    _ student: RecordID,
    _ details: borrowing RecordDetails,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let row = roster.students.row(naming: student)
    let type = ContactType(details.type, in: json)
    try link(row, details.relationship, type, json, &roster)
  }

  private mutating func link(
    _ student: Int32,
    _ relationship: JSONText,
    _ type: ContactType,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.contacts.students.flat.append(student)
    roster.contacts.relationship.append(try word(relationship, json, &roster))
    roster.contacts.type.append(type)
  }

  private mutating func storeSection(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let details = lists.details(of: fields)
    roster.sections.sisID[row] = try copy(fields.sisID, json, &roster)
    roster.sections.name[row] = try copy(fields.lastName, json, &roster)
    roster.sections.school[row] = try school(&fields, lists, json, &roster)
    roster.sections.grade[row] = fields.grade
    roster.sections.subject[row] = try word(details.subject, json, &roster)
    roster.sections.period[row] = try word(details.period, json, &roster)
    roster.sections.number[row] = try word(details.sectionNumber, json, &roster)
    roster.sections.courseName[row] = try word(details.courseName, json, &roster)
    let course = try id(details.course, lists, json, &roster)
    roster.sections.course[row] = course == .none ? -1 : roster.courses.row(naming: course)
    let termID = try id(details.term, lists, json, &roster)
    roster.sections.term[row] = termID == .none ? -1 : roster.terms.row(naming: termID)
    roster.sections.inlineTerm[row] = try term(details, name: details.termName, json, &roster)

    let firstTeacher = roster.sections.teachers.flat.count
    let primaryID = try id(details.teacher, lists, json, &roster)
    let primary = primaryID == .none ? -1 : roster.teachers.row(naming: primaryID)
    roster.sections.primaryTeacher[row] = primary
    for index in details.teachers.range {
      let teacher = try id(lists.ids[index], lists, json, &roster)
      roster.sections.teachers.flat.append(roster.teachers.row(naming: teacher))
    }
    if primary >= 0, !roster.sections.teachers.flat[firstTeacher...].contains(primary) {
      roster.sections.teachers.flat.append(primary)
    }
    roster.sections.teachers.setRun(of: row, from: firstTeacher)

    let firstStudent = roster.sections.students.flat.count
    if lists.hasOddIDs {
      for index in details.students.range {
        let student = try id(lists.ids[index], lists, json, &roster)
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
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let details = lists.details(of: fields)
    roster.schools.sisID[row] = try copy(fields.sisID, json, &roster)
    roster.schools.number[row] = try copy(details.schoolNumber, json, &roster)
    roster.schools.name[row] = try copy(fields.lastName, json, &roster)
    roster.schools.lowGrade[row] = details.lowGrade
    roster.schools.highGrade[row] = details.highGrade
    let district = try id(fields.district, lists, json, &roster)
    roster.schools.district[row] = district == .none ? -1 : roster.districts.row(naming: district)
  }

  // MARK: - Values

  /// Text copied into the arena, escapes resolved.
  @inline(__always)
  mutating func copy(
    _ text: JSONText,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    guard text.length > 0 else { return .empty }
    guard text.hasEscapes else { return try roster.text.append(json.span(of: text)) }
    decode(text, json)
    return try roster.text.append(scratch.span)
  }

  /// A person's name, as a rule shared with others who have it.
  @inline(__always)
  private mutating func name(
    _ text: JSONText,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    guard text.length > 0 else { return .empty }
    guard text.hasEscapes else {
      return try names.copy(json.span(of: text), into: &roster.text)
    }
    decode(text, json)
    let decoded = scratch
    return try names.copy(decoded.span, into: &roster.text)
  }

  /// A word that comes often, standing once in the arena.
  private mutating func word(
    _ text: JSONText,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    guard text.length > 0 else { return .empty }
    guard text.hasEscapes else { return try roster.word(json.span(of: text)) }
    decode(text, json)
    return try roster.word(scratch.span)
  }

  /// The roster's id for one of a record or its lists.
  @inline(__always)
  mutating func id(
    _ id: RecordID,
    _ lists: borrowing RecordLists,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> RecordID {
    guard let spelling = lists.oddID(id) else { return id }
    guard spelling.hasEscapes else { return try roster.id(json.span(of: spelling)) }
    decode(spelling, json)
    return try roster.id(scratch.span)
  }

  private mutating func decode(_ text: JSONText, _ json: JSONSource) {
    scratch.removeAll(keepingCapacity: true)
    json.decode(text, into: &scratch)
  }

  private mutating func school(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> Int32 {
    let school = try id(fields.school, lists, json, &roster)
    return school == .none ? -1 : roster.schools.row(naming: school)
  }

  private mutating func term(
    _ details: borrowing RecordDetails,
    name: JSONText,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TermText {
    var term = TermText()
    term.name = try word(name, json, &roster)
    term.start = try word(details.termStart, json, &roster)
    term.end = try word(details.termEnd, json, &roster)
    return term
  }
}
