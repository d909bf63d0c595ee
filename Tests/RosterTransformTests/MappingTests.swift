import BloomzModel
import Findings
import FlatTables
import Roster
import RosterTransform
import Testing

/// The mapping table of `BloomzImport.md`, sections 10.1 and 10.2, column by column.
struct MappingTests {
  /// A school, a teacher, a student and a section that fill every column there is.
  private static func full(_ edit: (inout RosterBuilder.SectionFields) -> Void = { _ in }) throws
    -> RosterBuilder
  {
    var builder = try RosterBuilder.oneSchool()
    try builder.teacher("T1", sis: "T-88")
    try builder.student("S1", sis: "S-9001")
    try builder.course("COURSE", name: "Elementary")
    try builder.term("TERM", name: "2025-26", start: "2025-08-18", end: "2026-06-05")
    try builder.section("C1", teacher: "T1", teachers: ["T1"], students: ["S1"]) { section in
      section.sis = "SEC-301"
      section.name = "Grade 3 Rivera"
      section.grade = .grade3
      section.subject = "math"
      section.period = "1"
      section.number = "301"
      section.course = "COURSE"
      section.term = "TERM"
      edit(&section)
    }
    return builder
  }

  @Test func `every column of every table is filled`() throws {
    var builder = try MappingTests.full()
    try builder.contact(
      "P1",
      sis: "C-501",
      first: "Grace",
      last: "Okafor",
      phone: "5035550111",
      of: [.init(student: "S1")]
    )
    let bloomz = try builder.stepTwo().bloomz
    #expect(
      bloomz.dump == """
        schools
        1042|Oak Hill Elementary
        classes
        1042|SEC-301|Grade 3 Rivera|3|301|2025-26|1|math||T-88|T-88|S-9001
        staff
        1042|T-88|Ana|Rivera|ana.rivera@pinevalley.example|teacher
        students
        1042|S-9001|Lena|Okafor|3|
        contacts
        C-501|Grace|Okafor|grace.okafor@mail.example|5035550111|S-9001=Parent
        """
    )
    #expect(bloomz.step == .parentsContacts)
    #expect(bloomz.classOptions == .standard)
  }

  @Test func `class options are passed on`() throws {
    var builder = try MappingTests.full()
    let outcome = try RosterTransform(
      step: .classesTeachersStudents,
      classOptions: [.studentPortfolios]
    ).apply(to: &builder.roster)
    #expect(outcome.bloomz.classOptions == [.studentPortfolios])
  }

  @Test(arguments: [
    ("02M800", "17", "02M800"), ("", "0017", "0017"), ("", "", "SCHOOL"),
  ])
  func `a school's key is its sis_id, else its number, else its id`(
    sis: String,
    number: String,
    key: String
  ) throws {
    var builder = RosterBuilder()
    try builder.school("SCHOOL", sis: sis, number: number, name: "Oak Hill")
    #expect(try builder.stepOne().bloomz.lines(of: .schools) == ["\(key)|Oak Hill"])
  }

  @Test func `people and classes without a sis_id have their id for a key`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.teacher("58da8c63da9c1e2f00000001")
    try builder.student("58da8c63da9c1e2f00000002")
    try builder.contact(
      "58da8c63da9c1e2f00000003",
      of: [.init(student: "58da8c63da9c1e2f00000002")]
    )
    try builder.section(
      "58da8c63da9c1e2f00000004",
      teacher: "58da8c63da9c1e2f00000001",
      students: ["58da8c63da9c1e2f00000002"]
    )
    let bloomz = try builder.stepTwo().bloomz
    #expect(bloomz.text.string(bloomz.staff.key[0]) == "58da8c63da9c1e2f00000001")
    #expect(bloomz.text.string(bloomz.students.key[0]) == "58da8c63da9c1e2f00000002")
    #expect(bloomz.text.string(bloomz.contacts.key[0]) == "58da8c63da9c1e2f00000003")
    #expect(bloomz.text.string(bloomz.classes.key[0]) == "58da8c63da9c1e2f00000004")
  }

  @Test func `leading zeros and ids that look like Clever's survive`() throws {
    var builder = try RosterBuilder.oneSchool()
    let ids = [
      "0000123", "123", "00000123", "1e5", "58DA8C63DA9C1E2F00000001", "58da8c63da9c1e2f0000001",
      "ffffffffffffffffffffffff", "58da8c63da9c1e2f00000009",
    ]
    for (index, sis) in ids.enumerated() { try builder.student("S\(index)", sis: sis) }
    let bloomz = try builder.stepOne().bloomz
    #expect(
      bloomz.students.key.map(bloomz.text.string) == [
        "00000123", "0000123", "123", "1e5", "58DA8C63DA9C1E2F00000001",
        "58da8c63da9c1e2f00000009", "58da8c63da9c1e2f0000001", "ffffffffffffffffffffffff",
      ]
    )
  }

  @Test(arguments: [
    ("Fall", "2025-08-18", "2025-12-19", "Fall"),
    ("", "2025-08-18", "2025-12-19", "2025-08-18–2025-12-19"),
    ("", "2025-08-18T00:00:00.000Z", "2025-12-19T00:00:00.000Z", "2025-08-18–2025-12-19"),
    ("", "2025-08-18", "", "2025-08-18–"),
    ("", "2025年8月18日", "18 August 2026", "2025年8月18日–18 August 2026"),
    ("", "=1", "=2", ""),
    ("", "", "2025-12-19", "–2025-12-19"),
    ("", "", "", ""),
  ])
  func `a term is its name, else its dates`(
    name: String,
    start: String,
    end: String,
    expected: String
  ) throws {
    var inline = try RosterBuilder.oneSchool()
    try inline.section("C1") { section in
      section.termName = name
      section.termStart = start
      section.termEnd = end
    }
    var record = try RosterBuilder.oneSchool()
    try record.term("TERM", name: name, start: start, end: end)
    try record.section("C1") { $0.term = "TERM" }
    for builder in [inline, record] {
      var builder = builder
      let bloomz = try builder.stepOne().bloomz
      #expect(bloomz.text.string(bloomz.classes.term[0]) == expected)
    }
  }

  @Test func `a term that the export does not have is empty`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.section("C1") { $0.term = "NOWHERE" }
    let bloomz = try builder.stepOne().bloomz
    #expect(bloomz.classes.term[0].isEmpty)
  }

  @Test(arguments: [
    ("math", "Algebra", "Biology", "math"), ("", "Algebra", "Biology", "Algebra"),
    ("", "", "Biology", "Biology"), ("", "", "", ""),
  ])
  func `a subject is its own, else the course's name`(
    subject: String,
    inline: String,
    record: String,
    expected: String
  ) throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.course("COURSE", name: record)
    try builder.section("C1") { section in
      section.subject = subject
      section.courseName = inline
      section.course = "COURSE"
    }
    let bloomz = try builder.stepOne().bloomz
    #expect(bloomz.text.string(bloomz.classes.subject[0]) == expected)
  }

  @Test(arguments: [
    ("homeroom/advisory", true), ("Homeroom/Advisory", false), ("homeroom", false), ("", false),
  ])
  func `a homeroom has the subject 'homeroom slash advisory'`(subject: String, isHomeroom: Bool)
    throws
  {
    var builder = try RosterBuilder.oneSchool()
    try builder.section("C1") { $0.subject = subject }
    #expect(try builder.stepOne().bloomz.classes.isHomeroom == [isHomeroom])
  }

  @Test(arguments: ["=1+1", "\tAlgebra", "Al\u{1}gebra", "Al\u{202E}gebra", "\u{FEFF}Algebra"])
  func `a course or term that may not leave is empty in the class`(text: String) throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.course("COURSE", name: text)
    try builder.term("TERM", name: text)
    try builder.section("C1") { section in
      section.course = "COURSE"
      section.term = "TERM"
      section.name = ""
    }
    let outcome = try builder.stepOne()
    let bloomz = outcome.bloomz
    #expect(bloomz.classes.term[0].isEmpty)
    #expect(bloomz.classes.subject[0].isEmpty)
    #expect(bloomz.classNames == ["Class C1"])
    #expect(outcome.notes.count(of: .classTextDropped) == 2)
  }

  @Test func `students' e-mail goes along where the reader kept it`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.student("S1", email: "lena@pinevalley.example")
    #expect(
      try builder.stepOne().bloomz.lines(of: .students)
        == ["1042|S1|Lena|Okafor|3|lena@pinevalley.example"]
    )
  }

  @Test func `every row of the bundle tells where it came from`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.student("S2", sis: "A")
    try builder.student("S1", sis: "B")
    try builder.teacher("T1", sis: "Z")
    try builder.admin("A1", staffID: "Y")
    try builder.section("C1", teacher: "T1", students: ["S1", "S2"])
    try builder.contact("P1", of: [.init(student: "S1")])
    let outcome = try RosterTransform(step: .parentsContacts, includeOtherStaff: true)
      .apply(to: &builder.roster)
    let roster = builder.roster
    let sources = outcome.sources
    #expect(
      sources.students.map { roster.idText(roster.students.records.ids[Int($0)]) } == ["S2", "S1"]
    )
    #expect(sources.staff.map { roster.idText($0.id(in: roster)) } == ["A1", "T1"])
    #expect(sources.staff.map(\.entity) == [.schoolAdmin, .teacher])
    #expect(sources.classes.map { roster.idText(roster.sections.records.ids[Int($0)]) } == ["C1"])
    #expect(sources.contacts.map { roster.idText(roster.contacts.records.ids[Int($0)]) } == ["P1"])
    #expect(
      sources.schools.map { roster.idText(roster.schools.records.ids[Int($0)]) } == ["SCHOOL"]
    )
  }
}
