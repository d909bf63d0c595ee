import Testing

/// Files of a district as a spreadsheet or another export wrote them.
@Suite struct SpreadsheetTests {
  private static let files = [
    "enrollments.csv", "schools.csv", "sections.csv", "staff.csv", "students.csv", "teachers.csv",
  ]

  /// Nothing is missing from the bundle of step one.
  private func expectAll(_ result: SituationResult) throws {
    #expect([0, 1].contains(result.code))
    #expect(try result.rows("students.csv").count == 4)
    #expect(try result.rows("staff.csv").count == 2)
    #expect(try result.rows("classes.csv").count == 2)
    #expect(
      result.mail == ["nadia.okoye@harborpoint.k12.wa.us", "sam.lindqvist@harborpoint.k12.wa.us"]
    )
    #expect(!result.tells(".csv", "JSON"))
    #expect(!result.blamesSharing)
  }

  @Test(arguments: [";", "\t", "|"])
  func `all files with another separator are read`(separator: String) throws {
    let situation = try Situation(.upload)
    for file in SpreadsheetTests.files { try situation.edit(file, ",", separator) }
    try expectAll(situation.run(.teachers))
  }

  @Test(arguments: ["sep=,\r\n", "Harbor Point Elementary,,,\r\nRun 08/20/2026,,,\r\n"])
  func `lines above a header do not hide it`(above: String) throws {
    let situation = try Situation(.upload)
    for file in ["students.csv", "teachers.csv"] {
      try situation.write(file, above + situation.text(file))
    }
    let result = try situation.run(.teachers)
    try expectAll(result)
    // A title may be more than one; 'sep=' says nothing of a school.
    #expect(result.tells("above a header", "students.csv") == !above.hasPrefix("sep"))
  }

  @Test func `rows of commas and cells that are too many change nothing`() throws {
    let situation = try Situation(.upload)
    try situation.write("students.csv", situation.text("students.csv") + ",,,,\r\n,,,,,,,\r\n")
    try situation.edit("enrollments.csv", "\r\n0071", ",,\r\n0071")
    let result = try situation.run(.teachers)
    try expectAll(result)
    #expect(result.code == 0)
  }

  @Test func `a remark that is empty and not written costs no enrollment`() throws {
    let situation = try Situation(.upload)
    try situation.edit("enrollments.csv", "Student_id", "Student_id,ext.note")
    let result = try situation.run(.teachers)
    try expectAll(result)
    #expect(try result.rows("memberships.csv").contains { $0["member_id"] == "004104" })
  }

  @Test(arguments: [" ", "\u{A0}", "\u{202F}"])
  func `a teacher with a blank behind the address is invited`(blank: String) throws {
    let situation = try Situation(.upload)
    try situation.edit("teachers.csv", "k12.wa.us,", "k12.wa.us\(blank),")
    try expectAll(situation.run(.teachers))
  }

  @Test func `line breaks in cells are blanks`() throws {
    let situation = try Situation(.upload)
    try situation.edit("students.csv", "Whitlock,,Mina", "\"Whitlock\nRamos\",,\"Mina\r\n\"")
    try situation.edit(
      "teachers.csv",
      "okoye@harborpoint.k12.wa.us",
      "\"okoye@harborpoint.k12.wa.us\n\""
    )
    try situation.edit("teachers.csv", "nadia.\"okoye", "\"nadia.okoye")
    let result = try situation.run(.teachers)
    try expectAll(result)
    let names = try result.rows("students.csv").map {
      "\($0["first_name"] ?? "") \($0["last_name"] ?? "")"
    }
    #expect(names.contains("Mina Whitlock Ramos"))
  }

  @Test func `a nickname in quotes with backslashes keeps its child`() throws {
    let situation = try Situation(.upload)
    try situation.edit("students.csv", ",Ada,", #","Ada \"Addie\"","#)
    try expectAll(situation.run(.teachers))
  }

  @Test(arguments: [true, false])
  func `people with an accent come out right, or the file is refused`(isProven: Bool) throws {
    let situation = try Situation(.upload)
    // 0x92 is 'í' in Mac Roman and an apostrophe in Windows-1252; 0xED is 'í' in Windows-1252 alone.
    let letter: UInt8 = isProven ? 0xED : 0x92
    let bytes = try situation.text("students.csv").replacing("Benitez", with: "Ben~tez").utf8
      .map { $0 == UInt8(ascii: "~") ? letter : $0 }
    try situation.write("students.csv", bytes: bytes)
    let result = try situation.run(.teachers)
    #expect(!result.blamesSharing)
    #expect(result.isPublished == isProven)
    if isProven {
      #expect(try result.rows("students.csv").contains { $0["last_name"] == "Benítez" })
      #expect(try result.rows("students.csv").count == 4)
      #expect(result.tells("students.csv", "Windows-1252"))
    } else {
      #expect(result.code == 65)
      #expect(result.tells("students.csv", "save it as 'CSV UTF-8'"))
    }
  }

  @Test func `names that were read as Mac Roman are found with their children`() throws {
    let situation = try Situation(.upload)
    try situation.edit("students.csv", "Farrow,", "Fa√ürow,")
    try situation.edit("students.csv", "Duarte,", "D√ºarte,")
    let result = try situation.run(.teachers)
    #expect([0, 1].contains(result.code))
    #expect(result.tells("004101", "wrong encoding"))
    #expect(result.tells("004104", "wrong encoding"))
    #expect(!result.tells("004103", "wrong encoding"))
  }

  @Test(arguments: ["; ", ",", "/", " ", " / "])
  func `two addresses in a cell are told, and none of them is guessed`(separator: String) throws {
    let situation = try Situation(.upload)
    let both = "\"pat.farrow@saltmail.net\(separator)chris.farrow@saltmail.net\""
    try situation.edit("students.csv", "pat.farrow@saltmail.net", both)
    let result = try situation.run(.parents)
    #expect([0, 1].contains(result.code))
    #expect(try result.rows("contacts.csv").count == 4)
    #expect(result.tells("C-004101", "more than one address"))
    #expect(!result.mail.contains { $0.contains("farrow") })
  }
}
