import Testing

/// What the cells of a district's files mean, as Clever's instructions define them.
@Suite struct UploadMeaningTests {
  /// The rest of the first section's row, behind its number.
  private let firstEnd = "1,2,,,1,Homeroom/advisory,Y1,2026-08-24,2027-06-11"
  private let firstSection = "1,2,,,1,Homeroom/advisory,Y1,2026-08-24,"

  // MARK: - Dates of terms

  @Test(arguments: [
    "06/12/2026", "6/12/26", "2026-06-12", "2026-06-12T00:00:00Z", "12-JUN-26", "12-Jun-2026",
    "20260612", "6/12/2026 12:00:00 AM",
  ])
  func `a class of last year is noticed however its end is written`(date: String) throws {
    let situation = try Situation(.upload)
    try situation.edit("sections.csv", firstEnd, firstSection + date)
    let result = try situation.run(.teachers)
    #expect(result.tells("SEC-1", "its term ended on 2026-06-12"))
    #expect(!result.tells("SEC-2", "ended"))
    #expect(!result.tells("SEC-1", "no term"))
  }

  @Test(arguments: ["12.06.2026", "31/31/2026", "last June 12", "46185"])
  func `an end that cannot be read is told and never taken for none`(date: String) throws {
    let situation = try Situation(.upload)
    try situation.edit("sections.csv", firstEnd, firstSection + date)
    let result = try situation.run(.teachers)
    #expect(result.tells("SEC-1", "the end of its term", date))
    #expect(!result.tells("SEC-1", "no term"))
    #expect(result.isPublished)
  }

  @Test func `a date that may be two is told where another has the day in front`() throws {
    let situation = try Situation(.upload)
    try situation.edit(
      "sections.csv",
      firstEnd,
      firstEnd.replacing("2026-08-24,2027-06-11", with: "24/08/2026,11/06/2027")
    )
    let result = try situation.run(.teachers)
    #expect(result.tells("SEC-1", "may be one of two dates", "11/06/2027"))
  }

  @Test func `dates of the API's answers are read in the same forms`() throws {
    let situation = try Situation(.answers)
    try situation.edit("terms.json", "2027-06-11", "06/12/2026")
    #expect(try situation.run(.teachers).tells("its term ended on 2026-06-12"))
  }

  // MARK: - Who is a parent

  @Test(arguments: ["emergency", "EMERGENCY", "emerg1", "Emergency Contact", "release1", "Release"])
  func `a neighbour who is there for emergencies is never invited`(type: String) throws {
    let situation = try Situation(.upload)
    try situation.edit(
      "students.csv",
      "0071,004102,",
      "0071,004101,004101,Farrow,,Ada,2,X,02/11/2018,,Neighbor,\(type),Gil Torvald,2065550188,Cell,"
        + "gil.torvald@saltmail.net,C-9001\n0071,004102,"
    )
    let result = try situation.run(.parents)
    #expect(!result.mail.contains("gil.torvald@saltmail.net"))
    #expect(result.mail.count == 4)
    #expect(try !result.rows("contacts.csv").contains { $0["id"] == "C-9001" })
    #expect(result.tells("C-9001", "type"))
  }

  @Test(arguments: ["guardian", "Guardian", "family", "FAMILY", "parent1", "Parent / Guardian"])
  func `a parent is one in every spelling, without a warning`(type: String) throws {
    let situation = try Situation(.upload)
    try situation.edit("students.csv", "Parent/Guardian", type)
    let result = try situation.run(.parents)
    #expect(result.code == 0)
    #expect(result.mail.count == 4)
    #expect(!result.tells("C-004101", "type"))
  }

  @Test func `a type that is not known is told`() throws {
    let situation = try Situation(.upload)
    try situation.edit(
      "students.csv",
      "Mother,Parent/Guardian,Pat Farrow",
      "Mother,Carpool,Pat Farrow"
    )
    #expect(try situation.run(.parents).tells("C-004101", "a type that is not in Clever's list"))
  }

  // MARK: - Subjects

  @Test(arguments: ["Homeroom/advisory", "HOMEROOM/ADVISORY", "homeroom / advisory"])
  func `homerooms are let through in every spelling, and math is not`(subject: String) throws {
    let situation = try Situation(.upload)
    try situation.edit("sections.csv", "Homeroom/advisory", subject)
    let text = try situation.text("sections.csv")
    try situation.write(
      "sections.csv",
      text + "0071,SEC-3,T-12,,Grade 3 Math,1,3,,,2,Math,Y1,2026-08-24,2027-06-11\n"
    )
    let result = try situation.run(
      .teachers,
      pipeline: [
        (#"school: "${school}""#, #"school: "${school}", sections: homeroom-and-specialist"#)
      ]
    )
    #expect(try result.rows("classes.csv").map { $0["id"] } == ["SEC-1", "SEC-2"])
    let named = try situation.run(
      .teachers,
      pipeline: [(#"school: "${school}""#, #"school: "${school}", subjects: [Homeroom/Advisory]"#)]
    )
    #expect(try named.rows("classes.csv").count == 2)
  }

  // MARK: - Rows of one key

  @Test func `a parent with a row a telephone is invited once`() throws {
    let situation = try Situation(.upload)
    try situation.edit(
      "students.csv",
      "0071,004102,",
      "0071,004101,004101,Farrow,,Ada,2,X,02/11/2018,,Mother,Parent/Guardian,Pat Farrow,2065550177,"
        + "Home,,C-004101\n0071,004102,"
    )
    let result = try situation.run(.parents)
    #expect(result.code == 0)
    #expect(try result.rows("contacts.csv").count == 4)
    #expect(result.mail.count == 4)
  }

  @Test func `a class with a row a term goes in once`() throws {
    let situation = try Situation(.upload)
    try situation.edit(
      "sections.csv",
      firstEnd,
      firstEnd.replacing("Y1,2026-08-24,2027-06-11", with: "S1,2026-01-05,2026-06-12") + "\r\n"
        + "0071,SEC-1,T-11,,Grade 2 Homeroom,1,2,,,1,Homeroom/advisory,S2,2027-01-19,2027-06-11"
    )
    let result = try situation.run(.teachers)
    #expect(result.code == 0)
    #expect(try result.rows("classes.csv").count == 2)
    // The second term goes on.
    #expect(!result.tells("SEC-1", "ended"))
  }

  @Test func `a mother and a father under one id are told, and no other family suffers`() throws {
    let situation = try Situation(.upload)
    let text = try situation.text("students.csv")
    try situation.write(
      "students.csv",
      text
        + "0071,004103,004103,Whitlock,,Mina,3,X,02/11/2018,,Father,Parent/Guardian,Robin Whitlock,"
        + "2065550155,Cell,robin.whitlock@saltmail.net,C-004103\n"
    )
    let result = try situation.run(.parents)
    #expect(result.mail.count == 3)
    #expect(result.tells("C-004103", "'name.last', 'email'", "students.csv"))
    #expect(!result.printed.contains("last_modified"))
    #expect(!result.passages.contains { $0.contains("last_modified") })
  }

  @Test func `two children under one id both stay out, and the fields are named`() throws {
    let situation = try Situation(.upload)
    let text = try situation.text("students.csv")
    try situation.write(
      "students.csv",
      text + "0071,004102,004102,Benitez,,Lia,2,X,02/11/2018,,,,,,,,\n"
    )
    let result = try situation.run(.parents)
    #expect(result.tells("004102", "'name.first'", "students.csv"))
    #expect(!result.passages.contains { $0.contains("last_modified") })
    if result.isPublished {
      #expect(try !result.rows("students.csv").contains { $0["id"] == "004102" })
    }
  }

  @Test func `an older download beside the new one is told by what differs`() throws {
    let situation = try Situation(.upload)
    let text = try situation.text("students.csv")
    try situation.write(
      "students (1).csv",
      text.replacing("Benitez,,Leo,2", with: "Benites,,Leo,3")
    )
    let result = try situation.run(.teachers)
    #expect(result.code != 0)
    #expect(result.tells("004102", "'name.last', 'grade'", "take it out of the folder"))
    #expect(!result.passages.contains { $0.contains("last_modified") })
  }

  @Test(arguments: ["NULL", "null", "N/A", "#N/A", "-", "(null)", "\\N"])
  func `a word for nothing is no contact's id`(word: String) throws {
    let situation = try Situation(.upload)
    for number in 1...4 { try situation.edit("students.csv", "C-00410\(number)", word) }
    let result = try situation.run(.parents)
    #expect(try result.rows("contacts.csv").count == 4)
    #expect(result.mail.count == 4)
  }
}
