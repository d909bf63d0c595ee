import Bytes
import Findings
import FlatTables
import PositionedCSV
import Roster
import Texts

/// Moves rows of a district's own files into the roster.
///
/// A row says one fact. The first that names a record is the record; those after it add to it, and
/// their fate is to be merged into it: a school more, a contact, a member of a section.
struct UploadBuilder {
  let readsStudentEmail: Bool
  var links = UploadLinks()
  private var indexes = [UploadIndex](repeating: UploadIndex(), count: Entity.allCases.count)
  /// Which files of the set were there, and how they spell ids.
  private var set = UploadSet()
  /// The contacts without a key of each student.
  var keyless = KeylessContacts()
  /// Rows of `student_emails.csv` and `teacher_emails.csv`; the records may come later.
  private var addresses: [Address] = []
  /// The API's spelling of each subject that was met.
  private var subjects: [TextRef: TextRef] = [:]

  /// An address beside the records.
  private struct Address {
    var entity: Entity
    var row: Int32
    var email: TextRef
    /// A hash of a student's address that is not kept; 0 for none.
    var mark: UInt64
    var place: Place
  }

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
      noteOther(.user, place, &roster)
      return nil
    }
    if let refusal = refusal(row, key) { return refusal }
    set.see(row, form, bytes)
    if form == .contacts { return try storeContactRow(row, bytes, place, &roster) }
    let record = try self.row(of: form.entity, row[key], bytes, &roster)
    if form != .studentEmails, form != .teacherEmails { count(form.entity, place, &roster) }
    switch form {
    case .schools: try storeSchool(record, row, bytes, place, &roster)
    case .students: try storeStudent(record, row, bytes, place, &roster)
    case .teachers: try storeTeacher(record, row, bytes, place, &roster)
    case .sections: try storeSection(record, row, bytes, place, &roster)
    case .enrollments: try storeEnrollment(in: record, row, bytes, place, &roster)
    case .staff, .admins: try storeStaff(record, row, bytes, place, &roster)
    case .studentEmails, .teacherEmails:
      let email = row[.email].isEmpty ? row[row.emailColumn] : row[.email]
      let isKept = form == .teacherEmails || readsStudentEmail
      let text = isKept ? try text(email, bytes, &roster) : .empty
      let mark = isKept ? 0 : mark(of: email, bytes)
      addresses.append(
        Address(entity: form.entity, row: record, email: text, mark: mark, place: place)
      )
    case .contacts, .resources, .attendance: break
    }
    return nil
  }

  /// Notes that file `number` is of `form`; its rows follow.
  mutating func note(_ form: UploadForm, ofFile number: Int) { set.note(form, ofFile: number) }

  /// A row that an import needs nothing of.
  private func noteOther(_ entity: Entity, _ place: Place, _ roster: inout Roster) {
    let fate = Fate(.outOfScope, reason: roster.reason("extract"))
    count(entity, place, &roster)
    roster.others.append(
      OtherRecord(entity: entity, id: .none, place: place.record, line: place.line, fate: fate)
    )
  }

  /// Ends the reading: gives the rows their links, once all are known.
  mutating func finish(_ roster: inout Roster) {
    joinAddresses(&roster)
    roster.source.lostZeros = set.lostZeros(links, indexes, roster)
    links.settle(in: &roster)
    refuseStrayEnrollments(&roster)
  }

  /// The files that an upload must have and that were not there.
  func missingFiles(_ roster: borrowing Roster) -> [MissingUpload] { set.missing(roster) }

  /// Gives people the addresses that were uploaded beside their records. Such a file is there to give
  /// them, so it outweighs what the record has.
  private mutating func joinAddresses(_ roster: inout Roster) {
    for address in addresses {
      let row = Int(address.row)
      guard roster.withRecords(of: address.entity, { $0.isRecord(row) }) ?? false else {
        // As Clever does: an address of someone who is not there adds no one.
        noteOther(address.entity, address.place, &roster)
        continue
      }
      count(address.entity, address.place, &roster)
      if address.mark != 0 { roster.students.emailMark[row] = address.mark }
      if !address.email.isEmpty {
        switch address.entity {
        case .student: roster.students.email[row] = address.email
        default: roster.teachers.email[row] = address.email
        }
      }
      noteCopy(address.entity, address.row, .adding, place: address.place, &roster)
    }
    addresses = []
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
    // Where a range stands in place of the highest grade, no grade of it is too high.
    let high = CleverGrade(ofUpload: bytes.text(row[.highGrade]), takesUpperEnd: true)
    if roster.schools.records.isRecord(index) {
      var differing = RecordFields()
      differing.add(
        .name,
        if: !isSame(roster.schools.name[index], row[.schoolName], bytes, roster)
      )
      differing.add(
        .number,
        if: !isSame(roster.schools.number[index], row[.schoolNumber], bytes, roster)
      )
      differing.add(
        .grade,
        if: roster.schools.lowGrade[index] != low || roster.schools.highGrade[index] != high
      )
      return noteCopy(.school, school, .same, differing, place: place, &roster)
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
      var differing = RecordFields()
      // A further row for a contact may leave out what the first one says of the student.
      differing.add(
        .firstName,
        if: contradicts(roster.students.firstName[index], row[.firstName], bytes, roster)
      )
      differing.add(
        .lastName,
        if: contradicts(roster.students.lastName[index], row[.lastName], bytes, roster)
      )
      differing.add(.grade, if: grade != .none && roster.students.grade[index] != grade)
      if readsStudentEmail {
        differing.add(
          .email,
          if: contradicts(roster.students.email[index], row[.studentEmail], bytes, roster)
        )
        if roster.students.email[index].isEmpty, !row[.studentEmail].isEmpty {
          roster.students.email[index] = try text(row[.studentEmail], bytes, &roster)
        }
      }
      if !readsStudentEmail, roster.students.emailMark[index] == 0 {
        roster.students.emailMark[index] = mark(of: row[.studentEmail], bytes)
      }
      let adds = addsContact || roster.students.school[index] != school
      return noteCopy(.student, student, adds ? .adding : .same, differing, place: place, &roster)
    }
    roster.students.sisID[index] = try word(row[.studentID], bytes, &roster)
    roster.students.firstName[index] = try text(row[.firstName], bytes, &roster)
    roster.students.lastName[index] = try text(row[.lastName], bytes, &roster)
    if readsStudentEmail {
      roster.students.email[index] = try text(row[.studentEmail], bytes, &roster)
    } else {
      roster.students.emailMark[index] = mark(of: row[.studentEmail], bytes)
    }
    roster.students.grade[index] = grade
    roster.students.school[index] = school
    roster.students.setPlace(place.record, line: place.line, of: student)
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
      var differing = RecordFields()
      differing.add(
        .firstName,
        if: contradicts(roster.teachers.firstName[index], row[.firstName], bytes, roster)
      )
      differing.add(
        .lastName,
        if: contradicts(roster.teachers.lastName[index], row[.lastName], bytes, roster)
      )
      differing.add(
        .email,
        if: contradicts(roster.teachers.email[index], row[.teacherEmail], bytes, roster)
      )
      var adds = roster.teachers.school[index] != school
      if roster.teachers.email[index].isEmpty, !row[.teacherEmail].isEmpty {
        roster.teachers.email[index] = try text(row[.teacherEmail], bytes, &roster)
        adds = true
      }
      return noteCopy(.teacher, teacher, adds ? .adding : .same, differing, place: place, &roster)
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
    let title = row[.adminTitle].isEmpty ? row[.title] : row[.adminTitle]
    let email = row[.staffEmail].isEmpty ? row[.adminEmail] : row[.staffEmail]
    if roster.schoolAdmins.records.isRecord(index) {
      // The title may be another at each school.
      let admins = roster.schoolAdmins
      var differing = RecordFields()
      differing.add(
        .firstName,
        if: contradicts(admins.firstName[index], row[.firstName], bytes, roster)
      )
      differing.add(
        .lastName,
        if: contradicts(admins.lastName[index], row[.lastName], bytes, roster)
      )
      differing.add(.email, if: contradicts(admins.email[index], email, bytes, roster))
      noteCopy(.schoolAdmin, admin, .adding, differing, place: place, &roster)
    } else {
      roster.schoolAdmins.staffID[index] = try word(row[.staffID], bytes, &roster)
      roster.schoolAdmins.firstName[index] = try text(row[.firstName], bytes, &roster)
      roster.schoolAdmins.lastName[index] = try text(row[.lastName], bytes, &roster)
      roster.schoolAdmins.email[index] = try text(email, bytes, &roster)
      roster.schoolAdmins.title[index] = try text(title, bytes, &roster)
      roster.schoolAdmins.setPlace(place.record, line: place.line, of: admin)
    }
    let school = bytes.text(row[.schoolID])
    if isSameWord(school, UploadBuilder.allSchools) {
      links.employEverywhere(admin)
    } else if !isSameWord(school, UploadBuilder.districtOffice) {
      let school = try self.row(of: .school, row[.schoolID], bytes, &roster)
      if school >= 0 { links.employ(admin, at: school) }
    }
  }

  /// What is in place of a school's id for a person who belongs to all schools.
  private static let allSchools = Array("district".utf8)
  /// What is in place of a school's id for a person of the district's office, which is no school.
  private static let districtOffice = Array("default_district_office".utf8)

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
    for column in [row[.termStart], row[.termEnd]] {
      if case .dayFirst = DayReading(bytes.text(column)) {
        roster.source.files[place.record.file].hasDayFirst = true
      }
    }
    let grade = CleverGrade(ofUpload: bytes.text(row[.grade]))
    let course = try word(row[.courseName], bytes, &roster)
    let subject = try subject(row[.subject], bytes, &roster)
    let period = try word(row[.period], bytes, &roster)
    let number = try word(row[.sectionNumber], bytes, &roster)
    // The API's names are made of the course's; where only that is given it is the name.
    let name = row[.name].isEmpty ? row[.courseName] : row[.name]
    if roster.sections.records.isRecord(index) {
      let sections = roster.sections
      var differing = RecordFields()
      differing.add(.name, if: !isSame(sections.name[index], name, bytes, roster))
      differing.add(.school, if: sections.school[index] != school)
      differing.add(.grade, if: sections.grade[index] != grade)
      differing.add(.course, if: sections.courseName[index] != course)
      differing.add(.subject, if: sections.subject[index] != subject)
      differing.add(.period, if: sections.period[index] != period)
      differing.add(.number, if: sections.number[index] != number)
      differing.add(.teachers, if: !sections.teachers[index].elementsEqual(teachers))
      // Some districts write a row for each term: the class runs from the first to the last.
      let isOfAnotherTerm = sections.inlineTerm[index] != term
      if isOfAnotherTerm, differing.isEmpty {
        roster.sections.inlineTerm[index] = widened(sections.inlineTerm[index], by: term, roster)
      }
      return noteCopy(
        .section,
        section,
        isOfAnotherTerm ? .adding : .same,
        differing,
        place: place,
        &roster
      )
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

  /// The span of two terms, under the first one's name. A date that cannot be read stays, so that it
  /// is told.
  private func widened(_ term: TermText, by other: TermText, _ roster: borrowing Roster) -> TermText
  {
    var span = term
    func day(_ text: TextRef) -> CalendarDay? {
      if case .day(let day, _) = DayReading(roster.text.span(text)) { day } else { nil }
    }
    if !other.start.isEmpty {
      if let start = day(term.start), let earlier = day(other.start) {
        if earlier < start { span.start = other.start }
      } else if term.start.isEmpty || day(other.start) == nil {
        span.start = other.start
      }
    }
    if !other.end.isEmpty {
      if let end = day(term.end), let later = day(other.end) {
        if end < later { span.end = other.end }
      } else if term.end.isEmpty || day(other.end) == nil {
        span.end = other.end
      }
    }
    return span
  }

  /// A subject in the API's spelling, where it is one of Clever's.
  private mutating func subject(
    _ field: CSVField,
    _ bytes: Span<UInt8>,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    let spelled = try word(field, bytes, &roster)
    if spelled.isEmpty { return spelled }
    if let known = subjects[spelled] { return known }
    var subject = spelled
    if let spelling = CleverSubject.spelling(of: bytes.text(field)) {
      subject = try roster.word(spelling.utf8.span)
    }
    subjects[spelled] = subject
    return subject
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
    noteCopy(.section, section, .adding, place: place, &roster)
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
    [.schoolID, .studentID, .teacherID, .sectionID, .staffID, .contactKey, .contactID]
    + UploadColumn.coTeachers

  /// The row of the record that a field names, made as a stand-in where it was never met; -1 for
  /// an empty field.
  @inline(__always)
  mutating func row(
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

  func text(
    _ field: CSVField,
    _ bytes: Span<UInt8>,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    try roster.text.append(bytes.text(field))
  }

  /// A text that comes often, or that the roster has already as an id.
  func word(
    _ field: CSVField,
    _ bytes: Span<UInt8>,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> TextRef {
    try roster.word(bytes.text(field))
  }

  func isSame(
    _ text: TextRef,
    _ field: CSVField,
    _ bytes: Span<UInt8>,
    _ roster: borrowing Roster
  ) -> Bool {
    equalBytes(roster.text.span(text), bytes.text(field))
  }

  /// Whether a record and a further row of it both say something, and not the same but for the case
  /// of ASCII letters.
  func contradicts(
    _ text: TextRef,
    _ field: CSVField,
    _ bytes: Span<UInt8>,
    _ roster: borrowing Roster
  ) -> Bool {
    guard !text.isEmpty, !field.isEmpty else { return false }
    return !isSameIgnoringCase(roster.text.span(text), bytes.text(field))
  }

  /// A hash of a student's address, which is compared and not kept; 0 for none.
  private func mark(of field: CSVField, _ bytes: Span<UInt8>) -> UInt64 {
    field.isEmpty ? 0 : hashBytes(bytes.text(field), ignoringCase: true)
  }

  // MARK: - Books

  /// Counts what a row says as it goes by; the tables are held against this.
  func count(_ entity: Entity, _ place: Place, _ roster: inout Roster) {
    roster.source.files[place.record.file].recordCounts[Int(entity.rawValue)] += 1
  }

  /// Notes a further row of a record: `comparison`, unless it contradicts the record in a field.
  func noteCopy(
    _ entity: Entity,
    _ row: Int32,
    _ comparison: RecordCopy.Comparison,
    _ differing: RecordFields = [],
    place: Place,
    _ roster: inout Roster
  ) {
    roster.source.copies.append(
      RecordCopy(
        entity: entity,
        row: row,
        place: place.record,
        line: place.line,
        comparison: differing.isEmpty ? comparison : .undecidable,
        differing: differing
      )
    )
  }
}

extension RecordFields {
  /// Adds `field` if `differs`.
  fileprivate mutating func add(_ field: RecordFields, if differs: Bool) {
    if differs { insert(field) }
  }
}

extension UploadRow {
  /// The column of the address in a file of addresses, where it is not called `email`.
  fileprivate var emailColumn: UploadColumn {
    header.form == .studentEmails ? .studentEmail : .teacherEmail
  }
}

/// Whether two texts are the same but for the case of ASCII letters.
func isSameIgnoringCase(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  for index in left.indices where left[index] != right[index] {
    guard left[index] | 0x20 == right[index] | 0x20, (0x61...0x7A).contains(left[index] | 0x20)
    else { return false }
  }
  return true
}
