import Testing

/// What tokens, `/me` and the operator's name say of who may import.
@Suite struct PermissionEvidenceTests {
  private static let all = """
    "read:district_admins", "read:districts", "read:school_admins", "read:schools", "read:sections",
    "read:student_contacts", "read:students", "read:teachers"
    """

  private func tokens(_ entries: [(district: String, scopes: String)]) -> String {
    let data = entries.map { entry in
      """
      {"id": "6a9", "owner": {"type": "district", "id": "\(entry.district)"},
       "access_token": "invented", "scopes": [\(entry.scopes)]}
      """
    }
    return """
      {"data": [\(data.joined(separator: ",\n"))],
       "links": [{"rel": "self", "uri": "/oauth/tokens?owner_type=district"}]}
      """
  }

  private static let own = "6a00000000000000000000d1"
  private static let other = "6a00000000000000000000d2"
  private static let few = "\"read:students_basic\", \"read:user_id\""

  @Test(arguments: [true, false])
  func `a token of another district counts neither for nor against`(isFirst: Bool) throws {
    let situation = try Situation(.answers)
    try situation.remove("tokeninfo.json")
    let entries = [(Self.other, Self.few), (Self.own, Self.all)]
    try situation.write("tokens.json", tokens(isFirst ? entries : entries.reversed()))
    let good = try situation.run(.teachers)
    #expect(good.code == 0)
    #expect(!good.blamesSharing)
    try situation.write("tokens.json", tokens([(Self.other, Self.all), (Self.own, Self.few)]))
    let bad = try situation.run(.teachers)
    #expect(bad.code == 77)
    #expect(bad.tells("scope"))
  }

  @Test func `tokens of other districts alone are said to be so`() throws {
    let situation = try Situation(.answers)
    try situation.remove("tokeninfo.json")
    try situation.write("tokens.json", tokens([(Self.other, Self.all)]))
    let result = try situation.run(.teachers)
    #expect(result.code == 0)
    #expect(
      result.tells("tokens.json", "no token in the export is of the school's district")
    )
  }

  @Test func `an answer of me of another person points at its file`() throws {
    let situation = try Situation(.answers)
    try situation.edit("me.json", "6aa100000000000000000001", "6a7100000000000000000002")
    let result = try situation.run(.teachers)
    #expect(result.code == 77)
    #expect(result.tells("me.json:", "another person than '6aa100000000000000000001'"))
    #expect(!result.tells("users.json", "another person"))
  }

  @Test func `an answer of me that shows the district names no person`() throws {
    let situation = try Situation(.answers)
    try situation.write(
      "me.json",
      """
      {"type": "district", "data": {"id": "\(Self.own)", "district": "\(Self.own)", "type": "district"},
       "links": [{"rel": "self", "uri": "/me"}]}
      """
    )
    #expect(try situation.run(.teachers).code == 0)
  }

  @Test func `a slip in the operator's address is seen, and who may import is listed by id`() throws
  {
    let situation = try Situation(.upload)
    let slip = "ruth.ambros@harborpoint.k12.wa.us"
    let result = try situation.run(.teachers, settings: ["operator": slip])
    #expect(result.code == 77)
    #expect(result.tells("nearest is that of 'A-1' (school_admin)"))
    #expect(result.tells("these may import: 'A-1' (school_admin)"))
    #expect(!result.tells("Ruth"))
  }

  @Test func `a teacher who asks to import is told who may`() throws {
    let situation = try Situation(.upload)
    let result = try situation.run(
      .teachers,
      settings: ["operator": "nadia.okoye@harborpoint.k12.wa.us"]
    )
    #expect(result.code == 77)
    #expect(result.tells("let a person import who may: 'A-1' (school_admin)"))
  }
}
