import Findings
import FlatTables
import PositionedCSV
import Roster

/// Moves rows of a district's own files into the roster.
///
/// A row says one fact. The first that names a record is the record; those after it add to it, and
/// their fate is to be merged into it: a school more, a contact, a member of a section.
struct UploadBuilder {
  let readsStudentEmail: Bool
  private var links = UploadLinks()
  private var indexes = [UploadIndex](repeating: UploadIndex(), count: Entity.allCases.count)

  /// Bytes that an id may have (`WhatIsRead.md`, section 2).
  private static let idLimit = 255

  init(readsStudentEmail: Bool) { self.readsStudentEmail = readsStudentEmail }

  /// Where a row is.
  struct Place {
    var record: RecordPlace
    var line: UInt32
  }

  /// Why a row cannot be taken, and at which field that shows.
  struct Refusal {
    var column: UploadColumn?
    var words: String
  }

  /// Stores a row; `bytes` are those that its fields point into.
  ///
  /// - Returns: why it cannot be stored; nil if it was.
  mutating func store(
    _ row: UploadRow,
    _ bytes: Span<UInt8>,
    at place: Place,
    in roster: inout Roster
  ) throws(TextArenaFull) -> Refusal? {
    let form = row.header.form
    guard let key = form.key else {
      let fate = Fate(.outOfScope, reason: roster.reason("extract"))
      count(.user, place, &roster)
      roster.others.append(
        OtherRecord(entity: .user, id: .none, place: place.record, line: place.line, fate: fate)
      )
      return nil
    }
    if let refusal = refusal(row, key) { return refusal }
    let record = try self.row(of: form.entity, row[key], bytes, &roster)
    count(form.entity, place, &roster)
    switch form {
    case .schools: try storeSchool(record, row, bytes, place, &roster)
    case .students: try storeStudent(record, row, bytes, place, &roster)
    case .teachers: try storeTeacher(record, row, bytes, place, &roster)
    case .sections: try storeSection(record, row, bytes, place, &roster)
    case .enrollments: try storeEnrollment(in: record, row, bytes, place, &roster)
    case .staff, .admins: try storeStaff(record, row, bytes, place, &roster)
    case .resources, .attendance: break
    }
    return nil
  }

  /// Ends the reading: gives the rows their links, once all are known.
  mutating func finish(_ roster: inout Roster) {
    links.settle(in: &roster)
    refuseStrayEnrollments(&roster)
  }

  /// An enrollment in a section that is nowhere has no record to be merged into.
  private func refuseStrayEnrollments(_ roster: inout Roster) {
    let isStray: (RecordCopy) -> Bool = { copy in
      copy.entity == .section && !roster.sections.records.isRecord(Int(copy.row))
    }
    let stray = roster.source.copies.filter(isStray)
    guard !stray.isEmpty else { return }
    roster.source.copies.removeAll(where: isStray)
    for copy in stray {
      let id = roster.idText(roster.sections.records.ids[Int(copy.row)])
      roster.source.unreadable.append(
        UnreadableRecord(
          entity: .section,
          place: copy.place,
          line: copy.line,
          fault: copy.place,
          words: "it enrolls a student in section '\(id)', which is not in the export"
        )
      )
    }
  }

  // MARK: - Kinds of row

  private mutating func storeSchool(
    _ school: Int32,
    _ row: UploadRow,
    _ bytes: Span<UInt8>,
    _ place: Place,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let index = Int(school)
    let low = CleverGrade(ofUpload: bytes.text(row[.lowGrade]))
    let high = CleverGrade(ofUpload: bytes.text(row[.highGrade]))
    if roster.schools.records.isRecord(index) {
      let isSame =
        isSame(roster.schools.name[index], row[.schoolName], bytes, roster)
        && isSame(roster.schools.number[index], row[.schoolNumber], bytes, roster)
        && roster.schools.lowGrade[index] == low && roster.schools.highGrade[index] == high
      return noteCopy(.school, school, isSame ? .same : .undecidable, place, &roster)
    }
    roster.schools.sisID[index] = try word(row[.schoolID], bytes, &roster)
    roster.schools.number[index] = try text(row[.schoolNumber], bytes, &roster)
    roster.schools.name[index] = try text(row[.schoolName], bytes, &roster)
    roster.schools.lowGrade[index] = low
    roster.schools.highGrade[index] = high
    roster.schools.setPlace(place.record, line: place.line, of: school)
  }

  private mutating func storeStudent(
    _ student: Int32,
    _ row: UploadRow,
    _ bytes: Span<UInt8>,
    _ place: Place,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let index = Int(student)
    let school = try self.row(of: .school, row[.schoolID], bytes, &roster)
    let grade = CleverGrade(ofUpload: bytes.text(row[.grade]))
    let addsContact = try storeContact(of: student, row, bytes, place, &roster)
    if roster.students.records.isRecord(index) {
      var isSame =
        isSame(roster.students.firstName[index], row[.firstName], bytes, roster)
        && isSame(roster.students.lastName[index], row[.lastName], bytes, roster)
        && roster.students.grade[index] == grade
      if isSame, readsStudentEmail {
        isSame = self.isSame(roster.students.email[index], row[.studentEmail], bytes, roster)
      }
      let adds = addsContact || roster.students.school[index] != school
      return noteCopy(
        .student,
        student,
        isSame ? adds ? .adding : .same : .undecidable,
        place,
        &roster
      )
    }
    roster.students.sisID[index] = try word(row[.studentID], bytes, &roster)
    roster.students.firstName[index] = try text(row[.firstName], bytes, &roster)
    roster.students.lastName[index] = try text(row[.lastName], bytes, &roster)
    if readsStudentEmail {
      roster.students.email[index] = try text(row[.studentEmail], bytes, &roster)
    }
    roster.students.grade[index] = grade
    roster.students.school[index] = school
    roster.students.setPlace(place.record, line: place.line, of: student)
  }

  /// Stores the contact in a student's row, if there is one; returns whether it says anything new.
  private mutating func storeContact(
    of student: Int32,
    _ row: UploadRow,
    _ bytes: Span<UInt8>,
    _ place: Place,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> Bool {
    let (name, email) = (row[.contactName], row[.contactEmail])
    let (phone, key) = (row[.contactPhone], row[.contactKey])
    guard !(name.isEmpty && email.isEmpty && phone.isEmpty && key.isEmpty) else { return false }
    let contact =
      key.isEmpty
      ? roster.contacts.row(naming: derivedContactID(row, bytes))
      : try self.row(of: .contact, key, bytes, &roster)
    let index = Int(contact)
    count(.contact, place, &roster)
    let phoneType = PhoneType(spelled: bytes.text(row[.contactPhoneType]))
    var adds = true
    if roster.contacts.records.isRecord(index) {
      let isSame =
        isSame(roster.contacts.lastName[index], name, bytes, roster)
        && isSame(roster.contacts.email[index], email, bytes, roster)
        && isSame(roster.contacts.phone[index], phone, bytes, roster)
        && roster.contacts.phoneType[index] == phoneType
      // A derived id tells the student, too, so such a contact of the same content is a copy.
      adds = !key.isEmpty
      noteCopy(
        .contact,
        contact,
        isSame ? adds ? .adding : .same : .undecidable,
        place,
        &roster
      )
    } else {
      roster.contacts.sisID[index] = try word(key, bytes, &roster)
      roster.contacts.lastName[index] = try text(name, bytes, &roster)
      roster.contacts.email[index] = try text(email, bytes, &roster)
      roster.contacts.phone[index] = try text(phone, bytes, &roster)
      roster.contacts.phoneType[index] = phoneType
      roster.contacts.setPlace(place.record, line: place.line, of: contact)
    }
    links.add(
      contact,
      of: student,
      relationship: try word(row[.contactRelationship], bytes, &roster),
      type: ContactType(spelled: bytes.text(row[.contactType]))
    )
    return adds
  }

  private mutating func storeTeacher(
    _ teacher: Int32,
    _ row: UploadRow,
    _ bytes: Span<UInt8>,
    _ place: Place,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let index = Int(teacher)
    let school = try self.row(of: .school, row[.schoolID], bytes, &roster)
    if roster.teachers.records.isRecord(index) {
      let isSame =
        isSame(roster.teachers.firstName[index], row[.firstName], bytes, roster)
        && isSame(roster.teachers.lastName[index], row[.lastName], bytes, roster)
        && isSame(roster.teachers.email[index], row[.teacherEmail], bytes, roster)
      let adds = roster.teachers.school[index] != school
      return noteCopy(
        .teacher,
        teacher,
        isSame ? adds ? .adding : .same : .undecidable,
        place,
        &roster
      )
    }
    roster.teachers.sisID[index] = try word(row[.teacherID], bytes, &roster)
    roster.teachers.firstName[index] = try text(row[.firstName], bytes, &roster)
    roster.teachers.lastName[index] = try text(row[.lastName], bytes, &roster)
    roster.teachers.email[index] = try text(row[.teacherEmail], bytes, &roster)
    roster.teachers.school[index] = school
    roster.teachers.setPlace(place.record, line: place.line, of: teacher)
  }

  private mutating func storeStaff(
    _ admin: Int32,
    _ row: UploadRow,
    _ bytes: Span<UInt8>,
    _ place: Place,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let index = Int(admin)
    let title = row.header.form == .admins ? row[.adminTitle] : row[.title]
    if roster.schoolAdmins.records.isRecord(index) {
      let isSame =
        isSame(roster.schoolAdmins.firstName[index], row[.firstName], bytes, roster)
        && isSame(roster.schoolAdmins.lastName[index], row[.lastName], bytes, roster)
        && isSame(roster.schoolAdmins.email[index], row[.staffEmail], bytes, roster)
        && isSame(roster.schoolAdmins.title[index], title, bytes, roster)
      noteCopy(.schoolAdmin, admin, isSame ? .adding : .undecidable, place, &roster)
    } else {
      roster.schoolAdmins.staffID[index] = try word(row[.staffID], bytes, &roster)
      roster.schoolAdmins.firstName[index] = try text(row[.firstName], bytes, &roster)
      roster.schoolAdmins.lastName[index] = try text(row[.lastName], bytes, &roster)
      roster.schoolAdmins.email[index] = try text(row[.staffEmail], bytes, &roster)
      roster.schoolAdmins.title[index] = try text(title, bytes, &roster)
      roster.schoolAdmins.setPlace(place.record, line: place.line, of: admin)
    }
    if isSameWord(bytes.text(row[.schoolID]), UploadBuilder.allSchools) {
      links.employEverywhere(admin)
    } else {
      let school = try self.row(of: .school, row[.schoolID], bytes, &roster)
      if school >= 0 { links.employ(admin, at: school) }
    }
  }

  /// What is in place of a school's id for a person who belongs to all schools.
  private static let allSchools = Array("district".utf8)

  private mutating func storeSection(
    _ section: Int32,
    _ row: UploadRow,
    _ bytes: Span<UInt8>,
    _ place: Place,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let index = Int(section)
    let school = try self.row(of: .school, row[.schoolID], bytes, &roster)
    let primary = try self.row(of: .teacher, row[.teacherID], bytes, &roster)
    var teachers: [Int32] = primary < 0 ? [] : [primary]
    for column in UploadColumn.coTeachers {
      let teacher = try self.row(of: .teacher, row[column], bytes, &roster)
      if teacher >= 0 { teachers.append(teacher) }
    }
    var term = TermText()
    term.name = try word(row[.termName], bytes, &roster)
    term.start = try word(row[.termStart], bytes, &roster)
    term.end = try word(row[.termEnd], bytes, &roster)
    let grade = CleverGrade(ofUpload: bytes.text(row[.grade]))
    let course = try word(row[.courseName], bytes, &roster)
    let subject = try word(row[.subject], bytes, &roster)
    let period = try word(row[.period], bytes, &roster)
    let number = try word(row[.sectionNumber], bytes, &roster)
    // The API's names are made of the course's; where only that is given it is the name.
    let name = row[.name].isEmpty ? row[.courseName] : row[.name]
    if roster.sections.records.isRecord(index) {
      let sections = roster.sections
      let isSame =
        isSame(sections.name[index], name, bytes, roster)
        && sections.school[index] == school && sections.grade[index] == grade
        && sections.courseName[index] == course && sections.subject[index] == subject
        && sections.period[index] == period && sections.number[index] == number
        && sections.inlineTerm[index] == term
        && sections.teachers[index].elementsEqual(teachers)
      return noteCopy(.section, section, isSame ? .same : .undecidable, place, &roster)
    }
    roster.sections.sisID[index] = try word(row[.sectionID], bytes, &roster)
    roster.sections.name[index] = try text(name, bytes, &roster)
    roster.sections.school[index] = school
    roster.sections.grade[index] = grade
    roster.sections.subject[index] = subject
    roster.sections.period[index] = period
    roster.sections.number[index] = number
    roster.sections.courseName[index] = course
    roster.sections.inlineTerm[index] = term
    roster.sections.primaryTeacher[index] = primary
    let first = roster.sections.teachers.flat.count
    roster.sections.teachers.flat += teachers
    roster.sections.teachers.setTargets(of: index, from: first)
    roster.sections.setPlace(place.record, line: place.line, of: section)
  }

  private mutating func storeEnrollment(
    in section: Int32,
    _ row: UploadRow,
    _ bytes: Span<UInt8>,
    _ place: Place,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let student = try self.row(of: .student, row[.studentID], bytes, &roster)
    links.enroll(student, in: section)
    // Whether the section is there is known when all files have been read.
    noteCopy(.section, section, .adding, place, &roster)
  }

  // MARK: - Values

  /// Why a row is none: the key is missing, or an id is longer than one may be.
  private func refusal(_ row: UploadRow, _ key: UploadColumn) -> Refusal? {
    if row[key].isEmpty { return Refusal(column: nil, words: "the row has no '\(key.rawValue)'") }
    if row.header.form == .enrollments, row[.studentID].isEmpty {
      let words = "the row has no '\(UploadColumn.studentID.rawValue)'"
      return Refusal(column: nil, words: words)
    }
    for column in UploadBuilder.ids where row[column].length > UploadBuilder.idLimit {
      return Refusal(column: column, words: "an id is longer than 255 bytes")
    }
    return nil
  }

  private static let ids: [UploadColumn] =
    [.schoolID, .studentID, .teacherID, .sectionID, .staffID, .contactKey] + UploadColumn.coTeachers

  /// The row of the record that a field names, made as a stand-in where it was never met; -1 for
  /// an empty field.
  @inline(__always)
  private mutating func row(
    of entity: Entity,
    _ field: CSVField,
    _ bytes: Span<UInt8>,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> Int32 {
    guard !field.isEmpty else { return -1 }
    let key = bytes.text(field)
    if let known = indexes[Int(entity.rawValue)].find(key, in: roster.text) { return known.row }
    let text = try roster.word(key)
    let row = roster.row(of: entity, naming: try roster.id(key))
    indexes[Int(entity.rawValue)].add(key, text, row: row, in: roster.text)
    return row
  }

  /// The id of a contact that the district gave none: made of the student's and of all that is said
  /// of the contact, so that it stays as long as nothing changes, as Clever's own does.
  ///
  /// Its 24 digits look like Clever's ids and are none.
  private func derivedContactID(_ row: UploadRow, _ bytes: Span<UInt8>) -> RecordID {
    var first = TextMix(1)
    var second = TextMix(2)
    for column in UploadBuilder.contactContent {
      first.add(bytes.text(row[column]))
      second.add(bytes.text(row[column]))
    }
    var digits: [UInt8] = []
    // The leading digit keeps clear of the range that numbers other ids.
    let words = [first.value >> 4, second.value << 32]
    for (word, count) in zip(words, [16, 8]) {
      for digit in 0..<count {
        let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * digit)) & 0x0F
        digits.append(value < 10 ? 0x30 + value : 0x57 + value)
      }
    }
    return RecordID(packing: digits.span) ?? .none
  }

  private static let contactContent: [UploadColumn] = [
    .studentID, .contactName, .contactEmail, .contactPhone, .contactPhoneType,
    .contactRelationship, .contactType,
  ]

  private func text(
    _ field: CSVField,
    _ bytes: Span<UInt8>,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    try roster.text.append(bytes.text(field))
  }

  /// A text that comes often, or that the roster has already as an id.
  private func word(
    _ field: CSVField,
    _ bytes: Span<UInt8>,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    try roster.word(bytes.text(field))
  }

  private func isSame(
    _ text: TextRef,
    _ field: CSVField,
    _ bytes: Span<UInt8>,
    _ roster: borrowing Roster
  ) -> Bool {
    equalBytes(roster.text.span(text), bytes.text(field))
  }

  // MARK: - Books

  /// Counts what a row says as it goes by; the tables are held against this.
  private func count(_ entity: Entity, _ place: Place, _ roster: inout Roster) {
    roster.source.files[place.record.file].recordCounts[Int(entity.rawValue)] += 1
  }

  private func noteCopy(
    _ entity: Entity,
    _ row: Int32,
    _ comparison: RecordCopy.Comparison,
    _ place: Place,
    _ roster: inout Roster
  ) {
    roster.source.copies.append(
      RecordCopy(
        entity: entity,
        row: row,
        place: place.record,
        line: place.line,
        comparison: comparison
      )
    )
  }
}
