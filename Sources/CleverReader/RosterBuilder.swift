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
    case .student: try storeStudent(&fields, row, cursor, &roster)
    case .contact: try storeContact(&fields, lists, row, cursor, &roster)
    case .section: try storeSection(&fields, lists, row, cursor, &roster)
    case .teacher: try storeTeacher(&fields, row, cursor, &roster)
    case .schoolAdmin: try storeSchoolAdmin(&fields, lists, row, cursor, &roster)
    case .districtAdmin:
      roster.districtAdmins.email[row] = try copy(fields.texts.email, cursor, &roster)
    case .school: try storeSchool(&fields, row, cursor, &roster)
    case .district:
      roster.districts.name[row] = try copy(fields.texts.lastName, cursor, &roster)
      // Up to v1.2 it stands elsewhere (`/districts/{id}/status`), which may have been read before.
      if !fields.texts.state.isEmpty {
        roster.districts.state[row] = state(fields.texts.state, cursor)
      }
    case .course: roster.courses.name[row] = try copy(fields.texts.lastName, cursor, &roster)
    case .term:
      roster.terms.text[row] = try term(&fields, name: fields.texts.lastName, cursor, &roster)
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
    _ row: Int,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.students.sisID[row] = try copy(fields.texts.sisID, cursor, &roster)
    roster.students.firstName[row] = try name(fields.texts.firstName, cursor, &roster)
    roster.students.lastName[row] = try name(fields.texts.lastName, cursor, &roster)
    roster.students.grade[row] = grade(fields.texts.grade, cursor)
    roster.students.school[row] = try school(&fields, cursor, &roster)
    if readsStudentEmail {
      roster.students.email[row] = try copy(fields.texts.email, cursor, &roster)
    }
  }

  private mutating func storeTeacher(
    _ fields: inout RecordFields,
    _ row: Int,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.teachers.sisID[row] = try copy(fields.texts.sisID, cursor, &roster)
    roster.teachers.firstName[row] = try name(fields.texts.firstName, cursor, &roster)
    roster.teachers.lastName[row] = try name(fields.texts.lastName, cursor, &roster)
    roster.teachers.email[row] = try copy(fields.texts.email, cursor, &roster)
    roster.teachers.school[row] = try school(&fields, cursor, &roster)
  }

  private mutating func storeSchoolAdmin(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.schoolAdmins.staffID[row] = try copy(fields.texts.staffID, cursor, &roster)
    roster.schoolAdmins.firstName[row] = try name(fields.texts.firstName, cursor, &roster)
    roster.schoolAdmins.lastName[row] = try name(fields.texts.lastName, cursor, &roster)
    roster.schoolAdmins.email[row] = try copy(fields.texts.email, cursor, &roster)
    roster.schoolAdmins.title[row] = try copy(fields.texts.title, cursor, &roster)
    let first = roster.schoolAdmins.schools.flat.count
    for index in fields.schools.range {
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
    roster.contacts.sisID[row] = try copy(fields.texts.sisID, cursor, &roster)
    roster.contacts.firstName[row] = try name(fields.texts.firstName, cursor, &roster)
    roster.contacts.lastName[row] = try name(fields.texts.lastName, cursor, &roster)
    roster.contacts.email[row] = try copy(fields.texts.email, cursor, &roster)
    roster.contacts.phone[row] = try copy(fields.texts.phone, cursor, &roster)
    roster.contacts.phoneType[row] = phoneType(fields.texts.phoneType, cursor)
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
      for index in fields.students.range {
        try link(try id(lists.ids[index], lists, cursor, &roster), &fields, cursor, &roster)
      }
      if let student = try id(fields.texts.student, cursor, &roster) {
        try link(student, &fields, cursor, &roster)
      }
    }
    roster.contacts.students.setRun(of: row, from: first)
  }

  /// Links the contact at hand to a student by the relationship that it has to all of them.
  private mutating func link(
    _ student: RecordID,
    _ fields: inout RecordFields,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let row = roster.students.row(naming: student)
    try link(row, fields.texts.relationship, fields.texts.type, cursor, &roster)
  }

  private mutating func link(
    _ student: Int32,
    _ relationship: JSONText,
    _ type: JSONText,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.contacts.students.flat.append(student)
    roster.contacts.relationship.append(try word(relationship, cursor, &roster))
    roster.contacts.type.append(contactType(type, cursor))
  }

  private mutating func storeSection(
    _ fields: inout RecordFields,
    _ lists: borrowing RecordLists,
    _ row: Int,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.sections.sisID[row] = try copy(fields.texts.sisID, cursor, &roster)
    roster.sections.name[row] = try copy(fields.texts.lastName, cursor, &roster)
    roster.sections.school[row] = try school(&fields, cursor, &roster)
    roster.sections.grade[row] = grade(fields.texts.grade, cursor)
    roster.sections.subject[row] = try word(fields.texts.subject, cursor, &roster)
    roster.sections.period[row] = try word(fields.texts.period, cursor, &roster)
    roster.sections.number[row] = try word(fields.texts.sectionNumber, cursor, &roster)
    roster.sections.courseName[row] = try word(fields.texts.courseName, cursor, &roster)
    if let course = try id(fields.texts.course, cursor, &roster) {
      roster.sections.course[row] = roster.courses.row(naming: course)
    } else {
      roster.sections.course[row] = -1
    }
    if let term = try id(fields.texts.term, cursor, &roster) {
      roster.sections.term[row] = roster.terms.row(naming: term)
    } else {
      roster.sections.term[row] = -1
    }
    let termName = fields.texts.termName
    roster.sections.inlineTerm[row] = try term(&fields, name: termName, cursor, &roster)

    let firstTeacher = roster.sections.teachers.flat.count
    let primary = try id(fields.texts.teacher, cursor, &roster).map {
      roster.teachers.row(naming: $0)
    }
    roster.sections.primaryTeacher[row] = primary ?? -1
    for index in fields.teachers.range {
      let teacher = try id(lists.ids[index], lists, cursor, &roster)
      roster.sections.teachers.flat.append(roster.teachers.row(naming: teacher))
    }
    if let primary, !roster.sections.teachers.flat[firstTeacher...].contains(primary) {
      roster.sections.teachers.flat.append(primary)
    }
    roster.sections.teachers.setRun(of: row, from: firstTeacher)

    let firstStudent = roster.sections.students.flat.count
    if lists.hasOddIDs {
      for index in fields.students.range {
        let student = try id(lists.ids[index], lists, cursor, &roster)
        roster.sections.students.flat.append(roster.students.row(naming: student))
      }
    } else if lists.studentRows.isEmpty {
      roster.students.appendRows(
        naming: lists.ids.span.extracting(fields.students.range),
        to: &roster.sections.students.flat
      )
    } else {
      roster.students.appendRows(
        naming: lists.ids.span.extracting(fields.students.range),
        known: lists.studentRows.span.extracting(fields.students.range),
        to: &roster.sections.students.flat
      )
    }
    roster.sections.students.setRun(of: row, from: firstStudent)
  }

  private mutating func storeSchool(
    _ fields: inout RecordFields,
    _ row: Int,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.schools.sisID[row] = try copy(fields.texts.sisID, cursor, &roster)
    roster.schools.number[row] = try copy(fields.texts.schoolNumber, cursor, &roster)
    roster.schools.name[row] = try copy(fields.texts.lastName, cursor, &roster)
    roster.schools.lowGrade[row] = grade(fields.texts.lowGrade, cursor)
    roster.schools.highGrade[row] = grade(fields.texts.highGrade, cursor)
    if let district = try id(fields.texts.district, cursor, &roster) {
      roster.schools.district[row] = roster.districts.row(naming: district)
    } else {
      roster.schools.district[row] = -1
    }
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

  /// An id, which the walker has packed where it could; nil where there is no text.
  @inline(__always)
  mutating func id(
    _ packed: RecordID,
    _ text: JSONText,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> RecordID? {
    packed == .none ? try id(text, cursor, &roster) : packed
  }

  /// An id; nil where there is no text.
  mutating func id(
    _ text: JSONText,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> RecordID? {
    guard text.length > 0 else { return nil }
    guard text.hasEscapes else { return try roster.id(cursor.span(of: text)) }
    decode(text, cursor)
    return try roster.id(scratch.span)
  }

  /// The roster's id for an entry of `lists`.
  @inline(__always)
  private mutating func id(
    _ entry: RecordID,
    _ lists: borrowing RecordLists,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> RecordID {
    guard let spelling = lists.oddID(entry) else { return entry }
    return try id(spelling, cursor, &roster) ?? .none
  }

  private mutating func decode(_ text: JSONText, _ cursor: borrowing JSONCursor) {
    scratch.removeAll(keepingCapacity: true)
    cursor.decode(text, into: &scratch)
  }

  private mutating func school(
    _ fields: inout RecordFields,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> Int32 {
    guard let id = try id(fields.school, fields.texts.school, cursor, &roster) else { return -1 }
    return roster.schools.row(naming: id)
  }

  private mutating func term(
    _ fields: inout RecordFields,
    name: JSONText,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TermText {
    var term = TermText()
    term.name = try word(name, cursor, &roster)
    term.start = try word(fields.texts.termStart, cursor, &roster)
    term.end = try word(fields.texts.termEnd, cursor, &roster)
    return term
  }

  private mutating func grade(_ text: JSONText, _ cursor: borrowing JSONCursor) -> CleverGrade {
    guard text.hasEscapes else { return CleverGrade(parsing: cursor.span(of: text)) }
    decode(text, cursor)
    return CleverGrade(parsing: scratch.span)
  }

  private mutating func phoneType(_ text: JSONText, _ cursor: borrowing JSONCursor) -> PhoneType {
    guard text.length > 0 else { return .none }
    if cursor.equals(text, "Cell") { return .cell }
    if cursor.equals(text, "Home") { return .home }
    if cursor.equals(text, "Work") { return .work }
    return .other
  }

  private func contactType(_ text: JSONText, _ cursor: borrowing JSONCursor) -> ContactType {
    guard text.length > 0 else { return .none }
    if cursor.equals(text, "Parent/Guardian") { return .parentGuardian }
    if cursor.equals(text, "Family") { return .family }
    if cursor.equals(text, "Primary") { return .primary }
    if cursor.equals(text, "Secondary") { return .secondary }
    if cursor.equals(text, "Emergency") { return .emergency }
    if cursor.equals(text, "Other") { return .other }
    return .unknown
  }

  func state(_ text: JSONText, _ cursor: borrowing JSONCursor) -> DistrictState {
    if cursor.equals(text, "running") { return .running }
    if cursor.equals(text, "success") { return .success }
    if cursor.equals(text, "pending") { return .pending }
    if cursor.equals(text, "error") { return .error }
    if cursor.equals(text, "paused") { return .paused }
    return .none
  }
}
