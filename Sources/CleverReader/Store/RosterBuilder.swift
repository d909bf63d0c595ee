import Bytes
import Findings
import FlatTables
import PositionedJSON
import Roster

/// Moves a walked record into the roster: ids become rows, text is copied once.
struct RosterBuilder {
  let readsStudentEmail: Bool
  // Records of one school come one after another, and most sections have one of a few terms.
  private var lastSchool = LastRow()
  private var lastTerm = LastRow()
  /// An address that is compared and not kept.
  private var address: [UInt8] = []

  init(readsStudentEmail: Bool) {
    self.readsStudentEmail = readsStudentEmail
  }

  /// Stores the record as a row of `entity`.
  ///
  /// `fields` is `inout` for speed alone, as in ``RecordSink``.
  ///
  /// - Precondition: the record has an id and no problem, and `row` is its row.
  mutating func store(
    _ record: inout WalkedRecord,
    _ values: borrowing RecordValues,
    _ json: JSONSource,
    as entity: Entity,
    row: Int32,
    in roster: inout Roster
  ) throws(TextArenaFull) {
    let row = Int(row)
    switch entity {
    case .student: try storeStudent(&record, values, json, row, &roster)
    case .contact: try storeContact(&record, values, json, row, &roster)
    case .section: try storeSection(&record, values, row, &roster)
    case .teacher: try storeTeacher(&record, values, json, row, &roster)
    case .schoolAdmin: try storeSchoolAdmin(&record, values, json, row, &roster)
    case .districtAdmin:
      roster.districtAdmins.email[row] = try email(&record, values, json, &roster)
    case .school: try storeSchool(&record, values, row, &roster)
    case .district:
      roster.districts.name[row] = try copy(record.lastName, values, &roster)
      // Up to v1.2 the state is in another answer (`/districts/{id}/status`), which may have been read
      // before.
      if let state = values.details(of: record).state { roster.districts.state[row] = state }
    case .course: roster.courses.name[row] = try copy(record.lastName, values, &roster)
    case .term:
      let details = values.details(of: record)
      roster.terms.text[row] = try term(details, values, name: record.lastName, &roster)
    case .user: break
    }
  }

  /// Empties a row of `entity`, links and all.
  mutating func empty(
    _ entity: Entity,
    _ row: Int32,
    in roster: inout Roster
  ) throws(TextArenaFull) {
    var record = WalkedRecord()
    let none: [UInt8] = []
    try store(&record, RecordValues(), JSONSource(none.span), as: entity, row: row, in: &roster)
    if entity == .schoolAdmin { roster.schoolAdmins.teacher[Int(row)] = -1 }
    if entity == .districtAdmin { roster.districtAdmins.isAlsoEmployee[Int(row)] = false }
  }

  private mutating func storeStudent(
    _ record: inout WalkedRecord,
    _ values: borrowing RecordValues,
    _ json: JSONSource,
    _ row: Int,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.students.sisID[row] = try copy(record.sisID, values, &roster)
    roster.students.firstName[row] = try word(record.firstName, values, &roster)
    roster.students.lastName[row] = try word(record.lastName, values, &roster)
    roster.students.grade[row] = record.grade
    roster.students.school[row] = try school(&record, values, &roster)
    if readsStudentEmail {
      roster.students.email[row] = try copy(record.email, values, &roster)
    } else if record.unreadEmail.isEmpty {
      roster.students.emailMark[row] = 0
    } else {
      address.removeAll(keepingCapacity: true)
      json.decode(record.unreadEmail, into: &address)
      roster.students.emailMark[row] = hashBytes(address.span, ignoringCase: true)
    }
  }

  private mutating func storeTeacher(
    _ record: inout WalkedRecord,
    _ values: borrowing RecordValues,
    _ json: JSONSource,
    _ row: Int,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.teachers.sisID[row] = try copy(record.sisID, values, &roster)
    roster.teachers.firstName[row] = try word(record.firstName, values, &roster)
    roster.teachers.lastName[row] = try word(record.lastName, values, &roster)
    roster.teachers.email[row] = try email(&record, values, json, &roster)
    roster.teachers.school[row] = try school(&record, values, &roster)
  }

  private mutating func storeSchoolAdmin(
    _ record: inout WalkedRecord,
    _ values: borrowing RecordValues,
    _ json: JSONSource,
    _ row: Int,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let details = values.details(of: record)
    roster.schoolAdmins.staffID[row] = try copy(details.staffID, values, &roster)
    roster.schoolAdmins.firstName[row] = try word(record.firstName, values, &roster)
    roster.schoolAdmins.lastName[row] = try word(record.lastName, values, &roster)
    roster.schoolAdmins.email[row] = try email(&record, values, json, &roster)
    roster.schoolAdmins.title[row] = try copy(details.title, values, &roster)
    let first = roster.schoolAdmins.schools.flat.count
    for index in details.schools.range {
      let school = try id(values.ids[index], values, &roster)
      roster.schoolAdmins.schools.flat.append(roster.schools.row(naming: school))
    }
    roster.schoolAdmins.schools.setTargets(of: row, from: first)
  }

  private mutating func storeContact(
    _ record: inout WalkedRecord,
    _ values: borrowing RecordValues,
    _ json: JSONSource,
    _ row: Int,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.contacts.sisID[row] = try copy(record.sisID, values, &roster)
    roster.contacts.firstName[row] = try word(record.firstName, values, &roster)
    roster.contacts.lastName[row] = try word(record.lastName, values, &roster)
    roster.contacts.email[row] = try email(&record, values, json, &roster)
    roster.contacts.phone[row] = try copy(record.phone, values, &roster)
    roster.contacts.phoneType[row] = record.phoneType
    let first = roster.contacts.students.flat.count
    if record.keys.contains(.relationships) {
      for index in record.relationships.range {
        let entry = values.relationships[index]
        var student = entry.row
        if student < 0 {
          student = roster.students.row(naming: try id(entry.student, values, &roster))
        }
        try link(student, entry.relationship, entry.type, values, &roster)
      }
    } else {
      // v2 has one relationship for all students of the contact; v1 one student a contact.
      let details = values.details(of: record)
      for index in details.students.range {
        try link(try id(values.ids[index], values, &roster), details, values, &roster)
      }
      if details.student != .none {
        try link(try id(details.student, values, &roster), details, values, &roster)
      }
    }
    roster.contacts.students.setTargets(of: row, from: first)
  }

  /// Links the contact at hand to a student by the relationship that it has to all of them.
  private mutating func link(
    _ student: RecordID,
    _ details: borrowing RecordDetails,
    _ values: borrowing RecordValues,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let row = roster.students.row(naming: student)
    try link(row, details.relationship, details.contactType, values, &roster)
  }

  private func link(
    _ student: Int32,
    _ relationship: TextRef,
    _ type: ContactType,
    _ values: borrowing RecordValues,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    roster.contacts.students.flat.append(student)
    roster.contacts.relationship.append(try word(relationship, values, &roster))
    roster.contacts.type.append(type)
  }

  private mutating func storeSection(
    _ record: inout WalkedRecord,
    _ values: borrowing RecordValues,
    _ row: Int,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let details = values.details(of: record)
    roster.sections.sisID[row] = try copy(record.sisID, values, &roster)
    roster.sections.name[row] = try copy(record.lastName, values, &roster)
    roster.sections.school[row] = try school(&record, values, &roster)
    roster.sections.grade[row] = record.grade
    roster.sections.subject[row] = try word(details.subject, values, &roster)
    roster.sections.period[row] = try word(details.period, values, &roster)
    roster.sections.number[row] = try word(details.sectionNumber, values, &roster)
    roster.sections.courseName[row] = try word(details.courseName, values, &roster)
    let course = try id(details.course, values, &roster)
    roster.sections.course[row] = course == .none ? -1 : roster.courses.row(naming: course)
    let termID = try id(details.term, values, &roster)
    roster.sections.term[row] =
      termID == .none ? -1 : lastTerm.row(of: termID) { roster.terms.row(naming: $0) }
    roster.sections.inlineTerm[row] = try term(details, values, name: details.termName, &roster)

    let firstTeacher = roster.sections.teachers.flat.count
    let primaryID = try id(details.teacher, values, &roster)
    let primary = primaryID == .none ? -1 : roster.teachers.row(naming: primaryID)
    roster.sections.primaryTeacher[row] = primary
    for index in details.teachers.range {
      let teacher = try id(values.ids[index], values, &roster)
      roster.sections.teachers.flat.append(roster.teachers.row(naming: teacher))
    }
    if primary >= 0, !roster.sections.teachers.flat[firstTeacher...].contains(primary) {
      roster.sections.teachers.flat.append(primary)
    }
    roster.sections.teachers.setTargets(of: row, from: firstTeacher)

    let firstStudent = roster.sections.students.flat.count
    if values.hasOddLinks {
      for index in details.students.range {
        let student = try id(values.ids[index], values, &roster)
        roster.sections.students.flat.append(roster.students.row(naming: student))
      }
    } else if values.studentRows.isEmpty {
      roster.students.appendRows(
        naming: values.ids.span.extracting(details.students.range),
        to: &roster.sections.students.flat
      )
    } else {
      roster.students.appendRows(
        naming: values.ids.span.extracting(details.students.range),
        known: values.studentRows.span.extracting(details.students.range),
        to: &roster.sections.students.flat
      )
    }
    roster.sections.students.setTargets(of: row, from: firstStudent)
  }

  private mutating func storeSchool(
    _ record: inout WalkedRecord,
    _ values: borrowing RecordValues,
    _ row: Int,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let details = values.details(of: record)
    roster.schools.sisID[row] = try copy(record.sisID, values, &roster)
    roster.schools.number[row] = try copy(details.schoolNumber, values, &roster)
    roster.schools.name[row] = try copy(record.lastName, values, &roster)
    roster.schools.lowGrade[row] = details.lowGrade
    roster.schools.highGrade[row] = details.highGrade
    let district = try id(record.district, values, &roster)
    roster.schools.district[row] = district == .none ? -1 : roster.districts.row(naming: district)
  }

  // MARK: - Values

  /// Text copied into the roster's arena.
  @inline(__always)
  private func copy(
    _ text: TextRef,
    _ values: borrowing RecordValues,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    try roster.text.append(text, of: values.text)
  }

  /// The address of a person who is no student; copied now if the walk could not tell that.
  private func email(
    _ record: inout WalkedRecord,
    _ values: borrowing RecordValues,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    guard record.email.isEmpty, !record.unreadEmail.isEmpty else {
      return try copy(record.email, values, &roster)
    }
    var resolved: [UInt8] = []
    json.decode(record.unreadEmail, into: &resolved)
    return try roster.text.append(resolved.span)
  }

  /// A name or word that many records have in common; it is in the arena once.
  @inline(__always)
  private func word(
    _ text: TextRef,
    _ values: borrowing RecordValues,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    text.isEmpty ? .empty : try roster.word(values.text.span(text))
  }

  /// The roster's id for one of a record or its lists.
  @inline(__always)
  func id(
    _ id: RecordID,
    _ values: borrowing RecordValues,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> RecordID {
    guard let spelling = values.oddID(id) else { return id }
    return try roster.id(values.text.span(spelling))
  }

  private mutating func school(
    _ record: inout WalkedRecord,
    _ values: borrowing RecordValues,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> Int32 {
    let school = try id(record.school, values, &roster)
    return school == .none ? -1 : lastSchool.row(of: school) { roster.schools.row(naming: $0) }
  }

  private func term(
    _ details: borrowing RecordDetails,
    _ values: borrowing RecordValues,
    name: TextRef,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TermText {
    var term = TermText()
    term.name = try word(name, values, &roster)
    term.start = try word(details.termStart, values, &roster)
    term.end = try word(details.termEnd, values, &roster)
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
