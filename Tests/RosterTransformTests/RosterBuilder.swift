import Findings
import FlatTables
import Roster

/// Builds rosters in code: records in any order, named by their Clever ids.
struct RosterBuilder {
  var roster = Roster()
  private var offset = 0

  /// A roster that has one school, `SCHOOL`, with the key `1042`.
  static func oneSchool() throws -> RosterBuilder {
    var builder = RosterBuilder()
    try builder.school("SCHOOL", sis: "1042", name: "Oak Hill Elementary")
    return builder
  }

  private mutating func text(_ text: String) throws -> TextRef { try roster.text.append(text) }

  private mutating func word(_ text: String) throws -> TextRef {
    try roster.word(Array(text.utf8).span)
  }

  private mutating func id(_ text: String) throws -> RecordID {
    try roster.id(Array(text.utf8).span)
  }

  private mutating func nextPlace() -> RecordPlace {
    offset += 100
    return RecordPlace(file: 0, offset: offset)
  }

  mutating func schoolRow(_ id: String) throws -> Int32 {
    id.isEmpty ? -1 : roster.schools.row(naming: try self.id(id))
  }

  mutating func teacherRow(_ id: String) throws -> Int32 {
    id.isEmpty ? -1 : roster.teachers.row(naming: try self.id(id))
  }

  mutating func studentRow(_ id: String) throws -> Int32 {
    id.isEmpty ? -1 : roster.students.row(naming: try self.id(id))
  }

  mutating func school(
    _ id: String,
    sis: String = "",
    number: String = "",
    name: String = "A School"
  ) throws {
    let row = try schoolRow(id)
    roster.schools.setPlace(nextPlace(), of: row)
    roster.schools.sisID[Int(row)] = try text(sis)
    roster.schools.number[Int(row)] = try text(number)
    roster.schools.name[Int(row)] = try text(name)
  }

  mutating func teacher(
    _ id: String,
    sis: String = "",
    first: String = "Ana",
    last: String = "Rivera",
    email: String = "ana.rivera@pinevalley.example"
  ) throws {
    let row = try teacherRow(id)
    roster.teachers.setPlace(nextPlace(), of: row)
    roster.teachers.sisID[Int(row)] = try text(sis)
    roster.teachers.firstName[Int(row)] = try text(first)
    roster.teachers.lastName[Int(row)] = try text(last)
    roster.teachers.email[Int(row)] = try text(email)
  }

  mutating func admin(
    _ id: String,
    staffID: String = "",
    first: String = "Pat",
    last: String = "Lee",
    email: String = "pat.lee@pinevalley.example",
    schools: [String] = ["SCHOOL"],
    teacher: String = ""
  ) throws {
    let row = roster.schoolAdmins.row(naming: try self.id(id))
    roster.schoolAdmins.setPlace(nextPlace(), of: row)
    roster.schoolAdmins.staffID[Int(row)] = try text(staffID)
    roster.schoolAdmins.firstName[Int(row)] = try text(first)
    roster.schoolAdmins.lastName[Int(row)] = try text(last)
    roster.schoolAdmins.email[Int(row)] = try text(email)
    roster.schoolAdmins.teacher[Int(row)] = try teacherRow(teacher)
    let start = roster.schoolAdmins.schools.flat.count
    for school in schools { roster.schoolAdmins.schools.flat.append(try schoolRow(school)) }
    roster.schoolAdmins.schools.setTargets(of: Int(row), from: start)
  }

  mutating func student(
    _ id: String,
    sis: String = "",
    first: String = "Lena",
    last: String = "Okafor",
    email: String = "",
    grade: CleverGrade = .grade3,
    school: String = "SCHOOL"
  ) throws {
    let row = try studentRow(id)
    roster.students.setPlace(nextPlace(), of: row)
    roster.students.sisID[Int(row)] = try text(sis)
    roster.students.firstName[Int(row)] = try text(first)
    roster.students.lastName[Int(row)] = try text(last)
    roster.students.email[Int(row)] = try text(email)
    roster.students.grade[Int(row)] = grade
    roster.students.school[Int(row)] = try schoolRow(school)
  }

  /// What a section says besides its id, teachers and students.
  struct SectionFields {
    var sis = ""
    var name = "Grade 3"
    var school = "SCHOOL"
    var grade = CleverGrade.none
    var subject = ""
    var period = ""
    var number = ""
    var courseName = ""
    var course = ""
    var term = ""
    var termName = ""
    var termStart = ""
    var termEnd = ""
  }

  mutating func section(
    _ id: String,
    teacher: String = "",
    teachers: [String] = [],
    students: [String] = [],
    _ edit: (inout SectionFields) -> Void = { _ in }
  ) throws {
    var fields = SectionFields()
    edit(&fields)
    let row = roster.sections.row(naming: try self.id(id))
    let index = Int(row)
    roster.sections.setPlace(nextPlace(), of: row)
    roster.sections.sisID[index] = try text(fields.sis)
    roster.sections.name[index] = try text(fields.name)
    roster.sections.school[index] = try schoolRow(fields.school)
    roster.sections.grade[index] = fields.grade
    roster.sections.subject[index] = try word(fields.subject)
    roster.sections.period[index] = try word(fields.period)
    roster.sections.number[index] = try word(fields.number)
    roster.sections.courseName[index] = try word(fields.courseName)
    if !fields.course.isEmpty {
      roster.sections.course[index] = roster.courses.row(naming: try self.id(fields.course))
    }
    if !fields.term.isEmpty {
      roster.sections.term[index] = roster.terms.row(naming: try self.id(fields.term))
    }
    roster.sections.inlineTerm[index].name = try word(fields.termName)
    roster.sections.inlineTerm[index].start = try word(fields.termStart)
    roster.sections.inlineTerm[index].end = try word(fields.termEnd)
    roster.sections.primaryTeacher[index] = try teacherRow(teacher)
    var start = roster.sections.teachers.flat.count
    for teacher in teachers { roster.sections.teachers.flat.append(try teacherRow(teacher)) }
    roster.sections.teachers.setTargets(of: index, from: start)
    start = roster.sections.students.flat.count
    for student in students { roster.sections.students.flat.append(try studentRow(student)) }
    roster.sections.students.setTargets(of: index, from: start)
  }

  mutating func course(_ id: String, name: String) throws {
    let row = roster.courses.row(naming: try self.id(id))
    roster.courses.setPlace(nextPlace(), of: row)
    roster.courses.name[Int(row)] = try text(name)
  }

  mutating func term(_ id: String, name: String = "", start: String = "", end: String = "") throws {
    let row = roster.terms.row(naming: try self.id(id))
    roster.terms.setPlace(nextPlace(), of: row)
    roster.terms.text[Int(row)].name = try text(name)
    roster.terms.text[Int(row)].start = try text(start)
    roster.terms.text[Int(row)].end = try text(end)
  }

  /// A child of a contact.
  struct Child {
    var student: String
    var relationship = "Parent"
    var type = ContactType.parentGuardian
  }

  mutating func contact(
    _ id: String,
    sis: String = "",
    first: String = "",
    last: String = "Grace Okafor",
    email: String = "grace.okafor@mail.example",
    phone: String = "",
    of children: [Child]
  ) throws {
    let row = roster.contacts.row(naming: try self.id(id))
    roster.contacts.setPlace(nextPlace(), of: row)
    roster.contacts.sisID[Int(row)] = try text(sis)
    roster.contacts.firstName[Int(row)] = try text(first)
    roster.contacts.lastName[Int(row)] = try text(last)
    roster.contacts.email[Int(row)] = try text(email)
    roster.contacts.phone[Int(row)] = try text(phone)
    let start = roster.contacts.students.flat.count
    for child in children {
      roster.contacts.students.flat.append(try studentRow(child.student))
      roster.contacts.relationship.append(try word(child.relationship))
      roster.contacts.type.append(child.type)
    }
    roster.contacts.students.setTargets(of: Int(row), from: start)
  }

  /// Lets a rule withhold the record `id` of `table`.
  mutating func withhold<Table: RosterTable>(
    _ id: String,
    in table: WritableKeyPath<Roster, Table>,
    kind: FateKind = .withheld
  ) throws {
    let row = roster[keyPath: table].row(naming: try self.id(id))
    let fate = Fate(kind, reason: roster.reason("a-rule"))
    roster[keyPath: table].records.decide(fate, Int(row))
  }

  /// The fate of the record `id` of `table`, as `kind reason`.
  func fate<Table: RosterTable>(of id: String, in table: KeyPath<Roster, Table>) -> String {
    guard let record = roster.existingID(id),
      let row = roster[keyPath: table].records.row(of: record)
    else { return "unknown" }
    let fate = roster[keyPath: table].records.fates[Int(row)]
    return "\(fate.kind.text) \(roster.reasons[fate.reason])"
  }
}
