import Testing

/// A bundle that no one could use is not done.
@Suite struct NothingToImportTests {
  @Test func `classes whose teachers are all unknown bring no bundle`() throws {
    let situation = try Situation(.upload)
    try situation.edit("sections.csv", "T-11", "T-91")
    try situation.edit("sections.csv", "T-12", "T-92")
    let result = try situation.run(.teachers)
    #expect([65, 77].contains(result.code))
    #expect(!result.isPublished)
    #expect(result.mail.isEmpty)
  }

  @Test func `a filter that no class passes is named as what left all classes out`() throws {
    let situation = try Situation(.answers)
    let result = try situation.run(
      .teachers,
      pipeline: [
        ("select: { school: \"${school}\" }", "select: { school: \"${school}\", grades: [\"12\"] }")
      ]
    )
    #expect(result.code == 65)
    #expect(!result.isPublished)
    #expect(result.mail.isEmpty)
    #expect(result.tells("the bundle would have no class", "2 are filtered by 'select'"))
    #expect(result.printed.contains("There is nothing worth importing"))
  }

  @Test func `classes without any student are refused`() throws {
    let situation = try Situation(.upload)
    try situation.write("enrollments.csv", "School_id,Section_id,Student_id\n")
    let result = try situation.run(.teachers)
    #expect([65, 77].contains(result.code))
    #expect(!result.isPublished)
    #expect(result.mail.isEmpty)
  }
}

/// A step two without parents is not done either.
@Suite struct NoParentTests {
  @Test func `contacts who are all for emergencies bring no bundle`() throws {
    let situation = try Situation(.upload)
    try situation.edit("students.csv", "Parent/Guardian", "Emergency")
    let result = try situation.run(.parents)
    #expect(result.code == 65)
    #expect(!result.isPublished)
    #expect(result.mail.isEmpty)
    #expect(result.tells("the bundle would have no parent"))
  }
}
