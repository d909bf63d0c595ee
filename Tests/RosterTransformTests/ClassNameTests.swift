import BloomzModel
import Roster
import RosterTransform
import Testing

/// Class names: `BloomzImport.md`, section 10.4.
struct ClassNameTests {
  private typealias Fields = RosterBuilder.SectionFields

  /// The names of classes `C0`, `C1` … in this order.
  private func names(_ sections: [Fields], teacher: String = "") throws -> [String] {
    var builder = try RosterBuilder.oneSchool()
    try builder.course("ALGEBRA", name: "Algebra")
    try builder.teacher("T1")
    for (index, fields) in sections.enumerated() {
      try builder.section("C\(index)", teacher: teacher) { $0 = fields }
    }
    return try builder.stepOne().bloomz.classNames
  }

  @Test(arguments: [
    ("Math", "Math"), ("  Math ", "Math"), ("Math   with  Art", "Math with Art"),
    ("\tMath\n2", "Math 2"), ("Math\u{A0}2", "Math 2"), ("Mathé", "Mathé"), ("数学", "数学"),
    ("Math - Rivera - 3", "Math - Rivera - 3"), ("-Math", "-Math"),
  ])
  func `spaces in a name are trimmed and collapsed`(given: String, expected: String) throws {
    #expect(try names([Fields(name: given)]) == [expected])
  }

  @Test func `a tidied name is counted, not listed`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.section("C1") { $0.name = " Math" }
    try builder.section("C2") { $0.name = "Art" }
    let notes = try builder.stepOne().notes
    #expect(notes.changes[.classNameTidied] == 1)
    #expect(notes.hits.isEmpty)
  }

  @Test func `a name that only spaces kept from being a formula withholds the class`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.teacher("T1")
    try builder.section("C1", teacher: "T1") { $0.name = " =SUM(A1)" }
    let outcome = try builder.stepOne()
    #expect(outcome.bloomz.classes.count == 0)
    #expect(outcome.bloomz.staff.count == 0)
    #expect(builder.fate(of: "C1", in: \.sections) == "withheld formula-start")
    #expect(builder.fate(of: "T1", in: \.teachers) == "out-of-scope teacher-without-class")
    #expect(outcome.notes.hits.map(\.note) == [.formulaStart])
  }

  @Test func `a missing name is made of course, teacher and period`() throws {
    #expect(
      try names([Fields(name: "", period: "3", course: "ALGEBRA")], teacher: "T1")
        == ["Algebra - Rivera - Period 3"]
    )
  }

  @Test(arguments: [
    (Fields(name: " ", courseName: "Art"), "", "Art"),
    (Fields(name: "", period: "Period 3"), "T1", "Rivera - Period 3"),
    (Fields(name: "", period: "3"), "", "Period 3"),
    (Fields(name: "", number: "12"), "", "Section 12"),
    (Fields(name: ""), "", "Class C0"),
    (Fields(sis: "Class 7", name: ""), "", "Class 7"),
    (Fields(name: "", courseName: "=1+1"), "T1", "Rivera"),
    (Fields(name: "", period: "  4 "), "", "Period 4"),
  ])
  fileprivate func `what is missing is left out of a made name`(
    fields: RosterBuilder.SectionFields,
    teacher: String,
    expected: String
  ) throws {
    #expect(try names([fields], teacher: teacher) == [expected])
  }

  @Test(arguments: [
    ("", CleverGrade.grade3, "Grade 3 Homeroom - Rivera"),
    ("Homeroom", .kindergarten, "Kindergarten Homeroom - Rivera"),
    ("HR", .none, "Homeroom - Rivera"),
    ("Advisory", .grade12, "Grade 12 Homeroom - Rivera"),
    ("homeroom ", .preschool, "Preschool Homeroom - Rivera"),
    ("Homeroom/Advisory", .preKindergarten, "Pre-Kindergarten Homeroom - Rivera"),
    ("", .infantToddler, "Infant Homeroom - Rivera"),
    ("", .transitionalKindergarten, "Transitional Kindergarten Homeroom - Rivera"),
    ("Homeroom 3B", .grade3, "Homeroom 3B"),
  ])
  func `a homeroom without a telling name is called by grade and teacher`(
    name: String,
    grade: CleverGrade,
    expected: String
  ) throws {
    let fields = Fields(name: name, grade: grade, subject: "homeroom/advisory", period: "1")
    #expect(try names([fields], teacher: "T1") == [expected])
  }

  @Test func `another class may be called 'Homeroom'`() throws {
    #expect(try names([Fields(name: "Homeroom", grade: .grade3)], teacher: "T1") == ["Homeroom"])
  }

  @Test func `a made name takes a teacher of the bundle only`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.teacher("T1", last: "Hidden")
    try builder.teacher("T2", last: "Shown")
    try builder.withhold("T1", in: \.teachers)
    try builder.section("C1", teacher: "T1", teachers: ["T1", "T2"]) { section in
      section.name = ""
      section.courseName = "Art"
    }
    let outcome = try builder.stepOne()
    #expect(outcome.bloomz.classNames == ["Art - Shown"])
    #expect(outcome.notes.count(of: .classNameComposed) == 1)
  }

  @Test func `three classes of one name are told apart by period`() throws {
    #expect(
      try names([
        Fields(name: "Math", period: "1"), Fields(name: "Math", period: "2"),
        Fields(name: "Math", period: "3"),
      ]) == ["Math - Period 1", "Math - Period 2", "Math - Period 3"]
    )
  }

  @Test func `three classes are told apart by period, section and term in turn`() throws {
    #expect(
      try names([
        Fields(name: "Math", period: "1", number: "7", termName: "Fall"),
        Fields(name: "Math", period: "2", number: "7", termName: "Fall"),
        Fields(name: "Math", period: "2", number: "8", termName: "Fall"),
        Fields(name: "Math", period: "2", number: "8", termName: "Spring"),
      ]) == [
        "Math - Period 1", "Math - Period 2 - Section 7", "Math - Period 2 - Section 8 - Fall",
        "Math - Period 2 - Section 8 - Spring",
      ]
    )
  }

  @Test func `classes alike in all else are told apart by key`() throws {
    #expect(
      try names([
        Fields(name: "Math", period: "1"), Fields(name: "Math", period: "1"),
        Fields(sis: "X-9", name: "Math", period: "1"),
      ]) == ["Math - C0", "Math - C1", "Math - X-9"]
    )
  }

  @Test func `a class without a period keeps its name if the others get theirs`() throws {
    #expect(
      try names([Fields(name: "Math"), Fields(name: "Math", period: "2")])
        == ["Math", "Math - Period 2"]
    )
  }

  @Test func `a name made unique may not take another class's`() throws {
    #expect(
      try names([
        Fields(name: "Math", period: "1", number: "5"),
        Fields(name: "Math", period: "2", number: "6"),
        Fields(name: "Math - Period 2", number: "7"),
      ]) == ["Math - Period 1", "Math - Period 2 - Section 6", "Math - Period 2 - Section 7"]
    )
  }

  @Test func `a name that looks like another with its key behind gets its own key too`() throws {
    #expect(
      try names([
        Fields(name: "Math"), Fields(name: "Math"), Fields(name: "Math - C1"),
      ]) == ["Math - C0", "Math - C1 - C1", "Math - C1 - C2"]
    )
  }

  @Test func `made names that clash are told apart like given ones`() throws {
    let homeroom = Fields(name: "", grade: .grade3, subject: "homeroom/advisory", period: "1")
    var second = homeroom
    second.period = "2"
    #expect(
      try names([homeroom, second], teacher: "T1")
        == ["Grade 3 Homeroom - Rivera - Period 1", "Grade 3 Homeroom - Rivera - Period 2"]
    )
  }

  @Test func `classes of two schools may have one name`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.school("OTHER", sis: "2000")
    try builder.section("C1") { $0.name = "Math" }
    try builder.section("C2") { section in
      section.name = "Math"
      section.school = "OTHER"
    }
    let outcome = try builder.stepOne()
    #expect(outcome.bloomz.classNames == ["Math", "Math"])
    #expect(outcome.notes.hits.isEmpty)
  }

  @Test func `every class that was renamed is listed`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.section("C1") { $0.period = "1" }
    try builder.section("C2") { $0.period = "2" }
    try builder.section("C3") { $0.name = "Art" }
    let notes = try builder.stepOne().notes
    #expect(notes.hits.map(\.note) == [.classNameMadeUnique, .classNameMadeUnique])
    #expect(notes.hits.map(\.entity) == [.section, .section])
    let ids = notes.hits.map {
      builder.roster.idText(builder.roster.sections.records.ids[Int($0.row)])
    }
    #expect(ids == ["C1", "C2"])
  }

  @Test(arguments: [
    (String(repeating: "a", count: 255), String(repeating: "a", count: 255)),
    (String(repeating: "a", count: 256), String(repeating: "a", count: 255)),
    (String(repeating: "a", count: 254) + "é", String(repeating: "a", count: 254)),
    (String(repeating: "数", count: 86), String(repeating: "数", count: 85)),
    (
      String(repeating: "a", count: 250) + "e\u{301}👩‍👩‍👧",
      String(repeating: "a", count: 250) + "e\u{301}"
    ),
    (String(repeating: "a", count: 254) + " bc", String(repeating: "a", count: 254)),
    (
      "a" + String(repeating: "\u{301}", count: 200),
      "a" + String(repeating: "\u{301}", count: 127)
    ),
  ])
  func `a long name is cut to 255 bytes between two characters`(given: String, expected: String)
    throws
  {
    var builder = try RosterBuilder.oneSchool()
    try builder.section("C1") { $0.name = given }
    let outcome = try builder.stepOne()
    #expect(outcome.bloomz.classNames.map { Array($0.utf8) } == [Array(expected.utf8)])
    #expect(outcome.notes.count(of: .classNameShortened) == (given == expected ? 0 : 1))
  }

  @Test func `long names that clash once they are cut stay within 255 bytes`() throws {
    let name = String(repeating: "é", count: 200)
    let cut = String(repeating: "é", count: 122)
    let result = try names([
      Fields(name: name + "1", period: "1"), Fields(name: name + "2", period: "2"),
    ])
    #expect(result == [cut + " - Period 1", cut + " - Period 2"])
    #expect(result.allSatisfy { $0.utf8.count <= 255 })
  }

  @Test func `keys as long as a name may be still tell classes apart`() throws {
    let key = String(repeating: "k", count: 254)
    #expect(
      try names([Fields(sis: key + "1", name: "Math"), Fields(sis: key + "2", name: "Math")])
        == [key + "1", key + "2"]
    )
  }
}
