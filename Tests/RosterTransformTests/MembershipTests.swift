import BloomzModel
import Findings
import FlatTables
import Roster
import RosterTransform
import Testing

/// Who belongs where: `BloomzImport.md`, section 10.5.
struct MembershipTests {
  private func keys(_ bloomz: BloomzRoster, _ rows: ArraySlice<Int32>) -> [String] {
    rows.map { bloomz.text.string(bloomz.staff.key[Int($0)]) }
  }

  @Test func `co-teachers stand beside the primary teacher, by key`() throws {
    var builder = try RosterBuilder.oneSchool()
    for id in ["T3", "T1", "T2"] { try builder.teacher(id) }
    try builder.section("C1", teacher: "T2", teachers: ["T3", "T2", "T1"])
    let bloomz = try builder.stepOne().bloomz
    #expect(keys(bloomz, bloomz.classes.teachers[0]) == ["T1", "T2", "T3"])
    #expect(bloomz.classes.primaryTeacher == [1])
  }

  @Test func `a primary teacher whom the list leaves out is a teacher all the same`() throws {
    var builder = try RosterBuilder.oneSchool()
    for id in ["T1", "T2"] { try builder.teacher(id) }
    try builder.section("C1", teacher: "T2", teachers: ["T1"])
    let bloomz = try builder.stepOne().bloomz
    #expect(keys(bloomz, bloomz.classes.teachers[0]) == ["T1", "T2"])
    #expect(bloomz.classes.primaryTeacher == [1])
  }

  @Test func `a withheld primary teacher leaves the class to the co-teachers`() throws {
    var builder = try RosterBuilder.oneSchool()
    for id in ["T1", "T2"] { try builder.teacher(id) }
    try builder.section("C1", teacher: "T1", teachers: ["T1", "T2"])
    try builder.withhold("T1", in: \.teachers)
    let outcome = try builder.stepOne()
    #expect(outcome.bloomz.classes.primaryTeacher == [-1])
    #expect(keys(outcome.bloomz, outcome.bloomz.classes.teachers[0]) == ["T2"])
    #expect(outcome.notes.droppedLinks.met.map(\.key) == [.teacherLeftOut])
    #expect(outcome.notes.droppedLinks[.teacherLeftOut] == 1)
    #expect(outcome.notes.changes[.classWithoutPrimaryTeacher] == 1)
    #expect(builder.fate(of: "T1", in: \.teachers) == "withheld a-rule")
  }

  @Test func `links to people whom the export lacks or who are left out are counted apart`() throws
  {
    var builder = try RosterBuilder.oneSchool()
    try builder.teacher("T1")
    try builder.student("S1")
    try builder.student("S2")
    try builder.student("S3")
    try builder.withhold("S2", in: \.students)
    try builder.withhold("S3", in: \.students, kind: .filtered)
    try builder.section("C1", teacher: "NOBODY", students: ["S1", "S2", "S3", "S4", "S5"])
    try builder.section("C2", teachers: ["NOBODY", "T1"], students: ["S4", "S1"]) { $0.name = "B" }
    let outcome = try builder.stepOne()
    let dropped = outcome.notes.droppedLinks
    #expect(dropped[.unknownTeacher] == 2)
    #expect(dropped[.teacherLeftOut] == 0)
    #expect(dropped[.unknownStudent] == 3)
    #expect(dropped[.studentLeftOut] == 2)
    #expect(dropped.total == 7)
    #expect(outcome.bloomz.classes.students.targets == [0, 0])
    #expect(outcome.bloomz.classes.primaryTeacher == [-1, -1])
  }

  @Test func `members of a class stand in the order of their keys, each once`() throws {
    var builder = try RosterBuilder.oneSchool()
    for id in ["S4", "S2", "S3", "S1"] { try builder.student(id) }
    try builder.teacher("T1")
    try builder.section(
      "C1",
      teacher: "T1",
      teachers: ["T1", "T1"],
      students: ["S3", "S1", "S3", "S2", "S1"]
    )
    let outcome = try builder.stepOne()
    #expect(outcome.bloomz.classes.students.targets == [0, 1, 2])
    #expect(outcome.bloomz.classes.teachers.targets == [0])
    #expect(outcome.notes.droppedLinks.total == 0)
  }

  @Test func `a teacher of two schools is one person at both`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.school("OTHER", sis: "0007")
    try builder.teacher("T1")
    try builder.section("C1", teacher: "T1")
    try builder.section("C2", teacher: "T1") { $0.school = "OTHER" }
    try builder.section("C3", teacher: "T1") {
      $0.school = "OTHER"; $0.name = "B"
    }
    #expect(
      try builder.stepOne().bloomz.lines(of: .staff)
        == ["0007 1042|T1|Ana|Rivera|ana.rivera@pinevalley.example|teacher"]
    )
  }

  @Test func `a student's schools are those of the classes and the primary one`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.school("A", sis: "1")
    try builder.school("B", sis: "2")
    try builder.school("C", sis: "3")
    try builder.student("S1", school: "B")
    try builder.student("S2", school: "B")
    try builder.student("S3", school: "NOWHERE")
    try builder.student("S4", school: "")
    try builder.student("S5", school: "B")
    for (index, school) in ["C", "A", "C"].enumerated() {
      try builder.section("C\(index)", students: ["S1", "S3", "S4"]) { section in
        section.school = school
        section.name = "Class \(index)"
      }
    }
    try builder.section("C9", students: ["S5"]) { $0.school = "B" }
    #expect(
      try builder.stepOne().bloomz.lines(of: .students) == [
        "1 2 3|S1|Lena|Okafor|3|", "2|S2|Lena|Okafor|3|", "1 3|S3|Lena|Okafor|3|",
        "1 3|S4|Lena|Okafor|3|", "2|S5|Lena|Okafor|3|",
      ]
    )
  }

  @Test func `a student at no school of the bundle is out of scope`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.school("B")
    try builder.withhold("B", in: \.schools)
    try builder.student("S1", school: "B")
    try builder.student("S2", school: "")
    try builder.section("C1", students: ["S1", "S2"]) { $0.school = "B" }
    let outcome = try builder.stepOne()
    #expect(outcome.bloomz.students.count == 0)
    #expect(outcome.bloomz.classes.count == 0)
    #expect(builder.fate(of: "S1", in: \.students) == "out-of-scope student-without-school")
    #expect(builder.fate(of: "S2", in: \.students) == "out-of-scope student-without-school")
    #expect(builder.fate(of: "C1", in: \.sections) == "out-of-scope section-without-school")
  }

  @Test func `a teacher whose only class is withheld is out of scope`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.teacher("T1")
    try builder.section("C1", teacher: "T1")
    try builder.withhold("C1", in: \.sections)
    #expect(try builder.stepOne().bloomz.staff.count == 0)
    #expect(builder.fate(of: "T1", in: \.teachers) == "out-of-scope teacher-without-class")
  }

  @Test func `classes stand by school and then by key`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.school("A", sis: "9")
    try builder.section("C3") { $0.school = "A" }
    try builder.section("C1") {
      $0.school = "A"; $0.name = "B"
    }
    try builder.section("C4")
    try builder.section("C2") { $0.name = "B" }
    let bloomz = try builder.stepOne().bloomz
    #expect(bloomz.classes.key.map(bloomz.text.string) == ["C2", "C4", "C1", "C3"])
    #expect(bloomz.classes.school == [0, 0, 1, 1])
  }
}
