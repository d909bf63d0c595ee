import Foundation  // range(of:)
import TestSupport
import Testing

/// What the report says is to blame, and what it does not blame without a proof.
@Suite struct CauseSituationTests {
  @Test func `an answer without its list is the first cause, and sharing is not`() throws {
    let situation = try Situation(.answers)
    try situation.write("users.json", #"{"links":[{"rel":"self","uri":"/v3.1/users"}]}"#)
    let result = try situation.run(.teachers)
    #expect([65, 66, 77].contains(result.code))
    #expect(!result.isPublished)
    #expect(!result.blamesSharing)
    #expect(result.firstCause?.contains("users.json") == true)
  }

  @Test func `a student whose record cannot be read is not called unshared`() throws {
    let situation = try Situation(.answers)
    // A key twice, in one of four students.
    try situation.edit("users.json", #""first": "Ada""#, #""first": "Ada", "first": "Eve""#)
    let result = try situation.run(.teachers)
    #expect(!result.blamesSharing)
    #expect(result.tells("users.json", "cannot be read"))
    #expect(!result.tells("students of school", "not shared"))
  }

  @Test func `a student who has left is a matter of the school's files`() throws {
    let situation = try Situation(.upload)
    let rows = try situation.text("enrollments.csv")
    try situation.write("enrollments.csv", rows + "0071,SEC-1,009999\n")
    let result = try situation.run(.teachers)
    #expect(!result.blamesSharing)
    #expect(result.tells("009999", "students.csv"))
    #expect(!result.tells("009999", "not shared"))
  }

  @Test(arguments: ["students.csv", "teachers.csv"])
  func `a file of an upload without rows is to blame itself`(file: String) throws {
    let situation = try Situation(.upload)
    let head = try situation.text(file).split(whereSeparator: \.isNewline)[0]
    try situation.write(file, head + "\n")
    let result = try situation.run(.teachers)
    #expect(result.code != 0)
    #expect(!result.isPublished)
    #expect(!result.blamesSharing)
    #expect(result.tells(file))
  }

  @Test func `nothing is said of sharing where the files show none`() throws {
    let situation = try Situation(.upload)
    try situation.remove("staff.csv")
    let result = try situation.run(.teachers)
    #expect(!result.blamesSharing)
    #expect(!result.tells("staff", "Clever's dashboard"))
  }
}

/// Two copies of a record, and two exports of one school.
@Suite struct CopySituationTests {
  @Test(arguments: [
    (#""grade": "2""#, #""grade": 2"#), (#""period": "1""#, #""period": 1"#),
    (#""created": "2026-08-17T06:00:00.000Z""#, #""created": null, "password": "x""#),
  ])
  func `copies of one meaning are one class`(old: String, new: String) throws {
    let situation = try Situation(.answers)
    try situation.write(
      "again/sections.json",
      try situation.text("sections.json").replacing(old, with: new)
    )
    let result = try situation.run(.teachers)
    #expect(result.code == 0)
    #expect(try result.rows("classes.csv").count == 2)
  }

  @Test func `copies that differ and are equally new name the field`() throws {
    let situation = try Situation(.answers)
    let text = try situation.text("sections.json")
    try situation.write("again/sections.json", text.replacing("Grade 2 Homeroom", with: "Grade 9"))
    let result = try situation.run(.teachers)
    #expect(result.code != 0)
    #expect(result.tells("SEC-1", "differ in 'name'"))
  }

  @Test func `an export that is older than the last one is told`() throws {
    let situation = try Situation(.answers)
    #expect(try situation.run(.teachers).code == 0)
    for file in ["users.json", "sections.json", "schools.json"] {
      try situation.edit(file, "2026-08-17T", "2026-07-17T")
    }
    let result = try situation.run(.teachers)
    #expect(result.tells("older than", "2026-07-17", "2026-08-17"))
  }
}

/// What protects children, whatever goes out.
@Suite struct ChildsAddressTests {
  @Test(arguments: ["pat.whitlock@saltmail.net", "Pat.Whitlock@SaltMail.net"])
  func `a parent with the child's address is found in an upload`(address: String) throws {
    let situation = try Situation(.upload)
    try situation.edit("students.csv", "Mina,3,X,02/11/2018,,", "Mina,3,X,02/11/2018,\(address),")
    let result = try situation.run(.parents)
    #expect(result.tells("same email address as student '004103'"))
    #expect(!result.printed.localizedCaseInsensitiveContains("pat.whitlock@saltmail.net"))
    #expect(try result.rows("students.csv").allSatisfy { $0["email"]?.isEmpty ?? true })
  }

  @Test func `a parent with the child's address is found in answers of the API`() throws {
    let situation = try Situation(.answers)
    let users = try situation.text("users.json")
    let mina = try #require(users.range(of: #""first": "Mina""#))
    let email = try #require(users[mina.upperBound...].range(of: #""email": """#))
    try situation.write(
      "users.json",
      users.replacingCharacters(in: email, with: #""email": "pat.whitlock@saltmail.net""#)
    )
    #expect(try situation.run(.parents).tells("has the same email address as student"))
  }

  @Test func `a teacher without an address is on the list beside the mail`() throws {
    let situation = try Situation(.upload)
    try situation.edit("teachers.csv", "sam.lindqvist@harborpoint.k12.wa.us", "")
    let result = try situation.run(.teachers)
    #expect(result.mail == ["nadia.okoye@harborpoint.k12.wa.us"])
    #expect(try situation.folder.text("out/mail/withheld.csv").contains("T-12,teacher,"))
  }
}
