import BloomzModel
import Testing

struct BloomzGradeTests {
  @Test(arguments: [
    (BloomzGrade.none, "", "Other"),
    (.infant, "infant", "Other"),
    (.preschool, "preschool", "PS"),
    (.preKindergarten, "preschool", "PK"),
    (.transitionalKindergarten, "transitional-k", "Other"),
    (.kindergarten, "k", "K"),
    (.first, "1", "1"),
    (.ninth, "9", "9"),
    (.twelfth, "12", "12"),
  ])
  func `a grade is spelled in words or in codes`(grade: BloomzGrade, long: String, short: String) {
    #expect(grade.text(.long) == long)
    #expect(grade.text(.short) == short)
  }

  @Test
  func `the numbers 1 to 12 are grades, and no others`() {
    #expect((0...13).map { BloomzGrade(number: $0)?.number } == [nil] + Array(1...12) + [nil])
    #expect(BloomzGrade.kindergarten.number == nil)
  }

  @Test
  func `class options have one bit and one name each, all on by default`() {
    let options = ClassOptions.names
    #expect(
      options.map(\.name) == [
        "behavior-management", "student-portfolios", "parent-parent-communication",
      ]
    )
    #expect(options.reduce(into: ClassOptions()) { $0.formUnion($1.option) } == .standard)
    #expect(ClassOptions.standard.rawValue == 0b111)
  }
}
