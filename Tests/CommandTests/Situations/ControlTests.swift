import Testing

/// Harbor Point Elementary without a fault, in both forms: what the other situations differ from.
@Suite struct ControlTests {
  @Test(arguments: [Situation.Form.upload, .answers])
  func `step one brings all classes and invites both teachers`(form: Situation.Form) throws {
    let result = try Situation(form).run(.teachers)
    #expect(result.code == 0)
    #expect(result.isPublished)
    #expect(try result.rows("students.csv").count == 4)
    #expect(try result.rows("classes.csv").count == 2)
    #expect(
      result.mail == ["nadia.okoye@harborpoint.k12.wa.us", "sam.lindqvist@harborpoint.k12.wa.us"]
    )
  }

  @Test(arguments: [Situation.Form.upload, .answers])
  func `step two invites the parent of each child`(form: Situation.Form) throws {
    let result = try Situation(form).run(.parents)
    #expect(result.code == 0)
    #expect(try result.rows("contacts.csv").count == 4)
    #expect(
      result.mail == [
        "pat.benitez@saltmail.net", "pat.duarte@saltmail.net", "pat.farrow@saltmail.net",
        "pat.whitlock@saltmail.net",
      ]
    )
    #expect(!result.blamesSharing)
  }
}
