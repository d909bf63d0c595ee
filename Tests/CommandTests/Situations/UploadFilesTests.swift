import Testing

/// Which files a district's upload has, and whether they fit together.
@Suite struct UploadFilesTests {
  @Test(arguments: [
    "students.csv", "teachers.csv", "sections.csv", "enrollments.csv", "schools.csv",
  ])
  func `a file that is missing is named before anything is written`(name: String) throws {
    let situation = try Situation(.upload)
    try situation.remove(name)
    let result = try situation.run(.teachers)
    #expect([65, 66, 77].contains(result.code))
    #expect(!result.isPublished)
    #expect(result.mail == [])
    #expect(result.tells("\(name) is not in the folder"))
    #expect(!result.blamesSharing)
  }

  @Test(arguments: ["students.csv", "teachers.csv", "enrollments.csv", "staff.csv"])
  func `the missing file comes first`(name: String) throws {
    let situation = try Situation(.upload)
    try situation.remove(name)
    #expect(
      try situation.run(.teachers).firstCause?.contains("\(name) is not in the folder") == true
    )
  }

  @Test func `custom contacts do not disturb step one`() throws {
    let situation = try Situation(.upload)
    try situation.write("contacts.csv", customContacts)
    let result = try situation.run(.teachers)
    #expect(result.code == 0)
    #expect(try result.rows("students.csv").count == 4)
    #expect(result.mail.count == 2)
  }

  @Test func `custom contacts are invited in step two`() throws {
    let situation = try Situation(.upload)
    let header = "School_id,Student_id,Last_name,First_name,Grade"
    try situation.write(
      "students.csv",
      """
      \(header)
      0071,004101,Farrow,Ada,2
      0071,004102,Benitez,Leo,2
      0071,004103,Whitlock,Mina,3
      0071,004104,Duarte,Jonas,3

      """
    )
    try situation.write("contacts.csv", customContacts)
    let result = try situation.run(.parents)
    // One of them is left out, which is told.
    #expect(result.code == 1)
    #expect(try result.rows("contacts.csv").count == 2)
    #expect(result.mail == ["pat.benitez@saltmail.net", "pat.farrow@saltmail.net"])
  }

  private let customContacts = """
    contact_id,student_id,first_name,last_name,type,relationship,phone,phone_type,email
    700,004101,Pat,Farrow,Guardian,Mother,2065550100,Cell,pat.farrow@saltmail.net
    700,004101,Pat,Farrow,Guardian,Mother,2065550177,Home,pat.farrow@saltmail.net
    701,004102,Pat,Benitez,Guardian,Mother,,,pat.benitez@saltmail.net
    702,004102,Gil,Torvald,Emergency,Neighbor,,,gil.torvald@saltmail.net

    """

  @Test func `addresses of students in a file of their own do not disturb`() throws {
    let situation = try Situation(.upload)
    try situation.write(
      "student_emails.csv",
      "student_id,email\n004101,ada@harborpoint.k12.wa.us\n"
    )
    let result = try situation.run(.teachers)
    #expect(result.code == 0)
    #expect(try result.rows("students.csv").count == 4)
  }

  @Test func `teachers whose addresses are in a file of their own are invited`() throws {
    let situation = try Situation(.upload)
    try situation.edit("teachers.csv", "nadia.okoye@harborpoint.k12.wa.us", "")
    try situation.edit("teachers.csv", "sam.lindqvist@harborpoint.k12.wa.us", "")
    try situation.write(
      "teacher_emails.csv",
      "teacher_id,email\nT-11,nadia.okoye@harborpoint.k12.wa.us\n"
        + "T-12,sam.lindqvist@harborpoint.k12.wa.us\n"
    )
    let result = try situation.run(.teachers)
    #expect(result.code == 0)
    #expect(
      result.mail == ["nadia.okoye@harborpoint.k12.wa.us", "sam.lindqvist@harborpoint.k12.wa.us"]
    )
  }

  @Test func `school admins of admins.csv may import`() throws {
    let situation = try Situation(.upload)
    try situation.remove("staff.csv")
    try situation.write(
      "admins.csv",
      "School_id,Staff_id,Admin_email,First_name,Last_name,Admin_title\n"
        + "0071,A-1,ruth.ambrose@harborpoint.k12.wa.us,Ruth,Ambrose,Principal\n"
    )
    #expect(try situation.run(.teachers).code == 0)
  }

  @Test func `zeros that one file lost are named, and nothing is written`() throws {
    let situation = try Situation(.upload)
    try situation.edit("enrollments.csv", ",0041", ",41")
    let result = try situation.run(.teachers)
    #expect([65, 66, 77].contains(result.code))
    #expect(!result.isPublished)
    #expect(result.tells("enrollments.csv has student '4101' where students.csv has '004101'"))
    #expect(result.firstCause?.contains("zeros") == true)
    #expect(!result.blamesSharing)
  }

  @Test func `so are those that the students lost`() throws {
    let situation = try Situation(.upload)
    try situation.edit("students.csv", "0041", "41")
    let result = try situation.run(.teachers)
    #expect(!result.isPublished)
    #expect(result.tells("students.csv has student '4101' where enrollments.csv has '004101'"))
    #expect(!result.blamesSharing)
  }

  @Test func `a child who left and is still enrolled keeps no one else out`() throws {
    let situation = try Situation(.upload)
    let text = try situation.text("enrollments.csv")
    try situation.write("enrollments.csv", text + "0071,SEC-1,009999\n")
    let result = try situation.run(.teachers)
    #expect([0, 1].contains(result.code))
    #expect(try result.rows("students.csv").count == 4)
    #expect(result.tells("009999"))
    #expect(!result.blamesSharing)
  }
}
