import BloomzModel
import Findings
import FlatTables

/// A made-up roster with what is hard to write: commas, quotes, line breaks, accents, Chinese,
/// leading zeros; co-teachers, an empty class, a student and a teacher at two schools, a contact
/// with two children in one class.
struct SmallRoster {
  var roster: BloomzRoster

  init(step: GuideStep, classOptions: ClassOptions = .standard) throws {
    roster = BloomzRoster(text: TextArena(), step: step, classOptions: classOptions)
    try addSchool("003456", "Oak Hill \"East\", Elementary")
    try addSchool("1042", "École Pine")

    try addStaff("T-1", "Ana", "Rivera", "ana@oak.example", .teacher, schools: [0])
    try addStaff("T-2", "小龙", "李", "li@oak.example", .teacher, schools: [0, 1])
    try addStaff("T-3", "Pat", "Doe, Jr.", "pat@oak.example", .schoolSupportStaff, schools: [1])

    try addStudent("S-1", "Lena", "O'Kafor", .kindergarten, "", schools: [0])
    try addStudent("S-2", "Jo\nAnn", "Smith", .preKindergarten, "", schools: [0, 1])
    try addStudent("S-3", "Zoë", "", .none, "zoe@oak.example", schools: [1])

    try addClass(
      "A-1",
      school: 0,
      "Room \"5\", Rivera",
      .kindergarten,
      ["301", "2026-27", "1", "homeroom/advisory"],
      isHomeroom: true,
      primary: 0,
      teachers: [0, 1],
      students: [0, 1]
    )
    try addClass("A-2", school: 0, "Open hours", .none, ["", "", "", ""])
    try addClass(
      "B-1",
      school: 1,
      "Chœur",
      .first,
      ["", "Été", "", "arts and music"],
      primary: 1,
      teachers: [1],
      students: [1, 2]
    )

    guard step == .parentsContacts else { return }
    try addContact(
      "C-1",
      ["Grace", "Okafor", "grace@mail.example", "5035550111"],
      children: [(0, "Parent"), (1, "Grandparent")]
    )
    try addContact("C-2", ["", "Björk", "", "5035550112"], children: [(2, "")])
  }

  mutating func addSchool(_ key: String, _ name: String) throws {
    roster.schools.key.append(try text(key))
    roster.schools.name.append(try text(name))
  }

  mutating func addStaff(
    _ key: String,
    _ first: String,
    _ last: String,
    _ email: String,
    _ role: StaffRole,
    schools: [Int32]
  ) throws {
    roster.staff.key.append(try text(key))
    roster.staff.firstName.append(try text(first))
    roster.staff.lastName.append(try text(last))
    roster.staff.email.append(try text(email))
    roster.staff.role.append(role)
    roster.staff.schools.appendRow(schools)
  }

  mutating func addStudent(
    _ key: String,
    _ first: String,
    _ last: String,
    _ grade: BloomzGrade,
    _ email: String,
    schools: [Int32]
  ) throws {
    roster.students.key.append(try text(key))
    roster.students.firstName.append(try text(first))
    roster.students.lastName.append(try text(last))
    roster.students.grade.append(grade)
    roster.students.email.append(try text(email))
    roster.students.schools.appendRow(schools)
  }

  /// The `words` are section, term, period and subject.
  mutating func addClass(
    _ key: String,
    school: Int32,
    _ name: String,
    _ grade: BloomzGrade,
    _ words: [String],
    isHomeroom: Bool = false,
    primary: Int32 = -1,
    teachers: [Int32] = [],
    students: [Int32] = []
  ) throws {
    roster.classes.school.append(school)
    roster.classes.key.append(try text(key))
    roster.classes.name.append(try text(name))
    roster.classes.grade.append(grade)
    roster.classes.section.append(try text(words[0]))
    roster.classes.term.append(try text(words[1]))
    roster.classes.period.append(try text(words[2]))
    roster.classes.subject.append(try text(words[3]))
    roster.classes.isHomeroom.append(isHomeroom)
    roster.classes.primaryTeacher.append(primary)
    roster.classes.teachers.appendRow(teachers)
    roster.classes.students.appendRow(students)
  }

  /// The `words` are first name, last name, address and phone.
  mutating func addContact(
    _ key: String,
    _ words: [String],
    children: [(student: Int32, relationship: String)]
  ) throws {
    roster.contacts.key.append(try text(key))
    roster.contacts.firstName.append(try text(words[0]))
    roster.contacts.lastName.append(try text(words[1]))
    roster.contacts.email.append(try text(words[2]))
    roster.contacts.phone.append(try text(words[3]))
    roster.contacts.children.appendRow(children.map(\.student))
    for child in children {
      roster.contacts.relationship.append(try text(child.relationship))
    }
  }

  private mutating func text(_ text: String) throws -> TextRef { try roster.text.append(text) }
}

extension Links {
  fileprivate mutating func appendRow(_ targets: [Int32]) {
    for target in targets { append(target) }
    closeRow()
  }
}
