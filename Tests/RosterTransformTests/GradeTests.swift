import BloomzModel
import Roster
import RosterTransform
import Testing

/// Grades: the pairing of `BloomzImport.md`, section 10.3, and the grade of a class.
struct GradeTests {
  /// Clever's grade, the long spelling, the short one.
  static let pairs: [(CleverGrade, String, String)] = [
    (.infantToddler, "infant", "Other"), (.preschool, "preschool", "PS"),
    (.preKindergarten, "preschool", "PK"),
    (.transitionalKindergarten, "transitional-k", "Other"), (.kindergarten, "k", "K"),
    (.grade1, "1", "1"), (.grade2, "2", "2"), (.grade3, "3", "3"), (.grade4, "4", "4"),
    (.grade5, "5", "5"), (.grade6, "6", "6"), (.grade7, "7", "7"), (.grade8, "8", "8"),
    (.grade9, "9", "9"), (.grade10, "10", "10"), (.grade11, "11", "11"), (.grade12, "12", "12"),
    (.grade13, "", "Other"), (.postGraduate, "", "Other"), (.ungraded, "", "Other"),
    (.other, "", "Other"), (.none, "", "Other"), (.unknown, "", "Other"),
  ]

  @Test func `every grade of Clever's is in the table`() {
    #expect(Set(GradeTests.pairs.map(\.0)) == Set(CleverGrade.allCases))
  }

  @Test(arguments: pairs)
  func `a student's grade is paired with Bloomz's`(pair: (CleverGrade, String, String)) throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.student("S1", grade: pair.0)
    let outcome = try builder.stepOne()
    let grade = outcome.bloomz.students.grade[0]
    #expect(grade.text(.long) == pair.1)
    #expect(grade.text(.short) == pair.2)
    let isEmpty = pair.1.isEmpty
    #expect(outcome.notes.studentsWithoutGrade[pair.0] == (isEmpty ? 1 : 0))
    #expect(outcome.notes.studentsWithoutGrade.total == (isEmpty ? 1 : 0))
  }

  @Test(arguments: pairs)
  func `a class's own grade is paired with Bloomz's`(pair: (CleverGrade, String, String)) throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.section("C1") { $0.grade = pair.0 }
    #expect(try builder.stepOne().bloomz.classes.grade.map { $0.text(.long) } == [pair.1])
  }

  @Test(arguments: [
    (CleverGrade.grade5, [CleverGrade.grade3, .grade3], "5"),
    (.none, [.grade3, .grade4, .grade4], "4"),
    (.unknown, [.grade3, .grade4, .grade4], "4"),
    (.none, [.grade4, .grade3, .grade3, .grade4], "3"),
    (.none, [.grade12, .kindergarten], "k"),
    (.none, [.grade9, .other, .other, .other], "9"),
    (.none, [.other, .ungraded], ""),
    (.none, [], ""),
    (.ungraded, [.grade3, .grade3], ""),
  ])
  func `a class has its own grade, else its students' commonest, the lowest of several`(
    own: CleverGrade,
    students: [CleverGrade],
    expected: String
  ) throws {
    var builder = try RosterBuilder.oneSchool()
    for (index, grade) in students.enumerated() { try builder.student("S\(index)", grade: grade) }
    try builder.section("C1", students: students.indices.map { "S\($0)" }) { $0.grade = own }
    #expect(try builder.stepOne().bloomz.classes.grade.map { $0.text(.long) } == [expected])
  }

  @Test func `students who are not in the bundle have no say in a class's grade`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.student("S1", grade: .grade3)
    try builder.student("S2", grade: .grade5)
    try builder.student("S3", grade: .grade5)
    try builder.withhold("S2", in: \.students)
    try builder.withhold("S3", in: \.students)
    try builder.section("C1", students: ["S1", "S2", "S3"])
    let outcome = try builder.stepOne()
    #expect(outcome.bloomz.classes.grade == [.third])
    #expect(outcome.notes.changes[.classGradeFromStudents] == 1)
    #expect(outcome.notes.changes[.classGradeEmpty] == 0)
  }

  @Test func `one class's students do not count for the next`() throws {
    var builder = try RosterBuilder.oneSchool()
    for index in 0..<3 { try builder.student("S\(index)", grade: .grade3) }
    try builder.student("S9", grade: .grade5)
    try builder.section("C1", students: ["S0", "S1", "S2"]) { $0.name = "A" }
    try builder.section("C2", students: ["S9"]) { $0.name = "B" }
    try builder.section("C3") { $0.name = "C" }
    let outcome = try builder.stepOne()
    #expect(outcome.bloomz.classes.grade == [.third, .fifth, .none])
    #expect(outcome.notes.changes[.classGradeEmpty] == 1)
  }
}
