import Findings
import Roster
import Testing

@testable import RosterRules

/// What of a roster reaches the gate.
@Suite struct GateGatheringTests {
  @Test func `a school admin's list holds the schools that are in the export`() throws {
    var builder = try district()
    try builder.schoolAdmin("ida", schools: ["oak-hill", "far-away"])
    let question = try question(&builder, importer: "ida")
    #expect(question.importer.lookup == .found)
    #expect(question.importer.roles.map(\.role) == [.schoolAdmin])
    #expect(question.importer.roles.map(\.schools) == [[0]])
    #expect(question.importer.roles.map(\.version) == ["v2.1"])
    #expect(question.schools.map(\.id) == ["oak-hill"])
  }

  @Test func `an email address that several people have names nobody`() throws {
    var builder = try district()
    try builder.schoolAdmin("ida", email: " Ida@pine-valley.us", schools: ["oak-hill"])
    #expect(try question(&builder, importer: "ida@PINE-valley.us").importer.id == "ida")
    try builder.teacher("t-9", email: "ida@pine-valley.us", school: "oak-hill")
    #expect(try question(&builder, importer: "ida@pine-valley.us").importer.lookup == .several(2))
    #expect(try question(&builder, importer: "ida").importer.lookup == .found)
    #expect(try question(&builder, importer: "").importer.lookup == .notGiven)
    #expect(try question(&builder, importer: nil).importer.lookup == .notGiven)
    #expect(try question(&builder, importer: "ben").importer.lookup == .notFound)
  }

  @Test func `an id that is only referred to is nobody's`() throws {
    var builder = try district()
    try builder.section("lost", school: "oak-hill", teachers: ["t-lost"], students: [])
    #expect(try question(&builder, importer: "t-lost").importer.roles == [])
  }

  @Test func `a record that stands there twice with different content is contradicted`() throws {
    var builder = try district()
    try builder.schoolAdmin("ida", schools: ["oak-hill"])
    for comparison in [RecordCopy.Comparison.same, .older, .undecidable] {
      builder.roster.source.copies = [
        RecordCopy(
          entity: .schoolAdmin,
          row: 0,
          place: builder.nextPlace(),
          comparison: comparison
        )
      ]
      let roles = try question(&builder, importer: "ida").importer.roles
      #expect(roles.map(\.isContradicted) == [comparison == .undecidable])
    }
  }

  @Test func `records come from a district's own files where any of the files is one`() throws {
    var builder = try district()
    try builder.schoolAdmin("ida", schools: ["oak-hill"])
    #expect(try !question(&builder, importer: "ida").isUpload)
    builder.roster.source.files[0].isUpload = true
    #expect(try question(&builder, importer: "ida").isUpload)
  }

  @Test(arguments: [
    ("school_admin", GateQuestion.SignedIn.Claim.role(.schoolAdmin)),
    ("staff", .role(.schoolAdmin)), ("schooladmins", .role(.schoolAdmin)),
    ("district admin", .role(.districtAdmin)), ("district_admin", .role(.districtAdmin)),
    ("teacher", .role(.teacher)), ("student", .role(.student)), ("contact", .role(.contact)),
    ("user", .nothing), ("", .nothing), ("School_Admin", .unknown), ("principal", .unknown),
  ])
  func `the word for a role says one thing`(word: String, claim: GateQuestion.SignedIn.Claim) {
    #expect(GateQuestion.SignedIn.Claim(word: word) == claim)
  }

  @Test func `links, districts and elementary schools are those of the chosen schools`() throws {
    var builder = try district()
    try builder.district("other", state: .paused)
    try builder.school("elm-street", highGrade: .grade8, district: "other")
    try builder.section(
      "art",
      school: "oak-hill",
      subject: "arts and music",
      teachers: ["t-1"],
      students: ["s-1", "s-lost"]
    )
    try builder.section("math", school: "oak-hill", subject: "math", teachers: [], students: [])
    try builder.section("elm", school: "elm-street", teachers: [], students: ["s-lost"])
    let question = try question(&builder, importer: nil)
    #expect(question.links.all == 5)
    #expect(question.links.unshared == 1)
    #expect(question.elementary.schools == 1)
    #expect(question.elementary.sections == 3)
    #expect(question.elementary.otherSections == 1)
    #expect(question.districts.map(\.id) == ["pine-valley"])
    #expect(question.districts.map(\.state) == [.running])
    #expect(question.districtCount == 2)
    #expect(question.records.sections == 4)
  }

  @Test func `teachers join by id or email; those who left the export count as well`() throws {
    var builder = try district()
    try builder.teacher("t-2", email: "two@pine-valley.us", school: "oak-hill")
    try builder.section("art", school: "oak-hill", teachers: ["t-2"], students: [])
    var answers = GateAnswers()
    #expect(
      try joined(&builder, answers) == GateQuestion.Joined(expected: 2, missing: ["t-1", "t-2"])
    )
    answers.joined = ["T-1", "TWO@pine-valley.us"]
    #expect(
      try joined(&builder, answers) == GateQuestion.Joined(isGiven: true, expected: 2, missing: [])
    )
    answers.joined = ["one@pine-valley.us"]
    answers.invited = ["t-1", "t-gone"]
    #expect(
      try joined(&builder, answers)
        == GateQuestion.Joined(isGiven: true, expected: 2, missing: ["t-gone"])
    )
  }

  /// A district with a school, a teacher, a student and their section.
  private func district() throws -> RosterBuilder {
    var builder = RosterBuilder()
    try builder.district("pine-valley")
    try builder.school("oak-hill")
    try builder.teacher("t-1", email: "one@pine-valley.us", school: "oak-hill")
    try builder.student("s-1", school: "oak-hill")
    try builder.section("room-3", school: "oak-hill", teachers: ["t-1"], students: ["s-1"])
    return builder
  }

  private func question(
    _ builder: inout RosterBuilder,
    importer: String?,
    step: GuideStep = .classesTeachersStudents,
    answers: GateAnswers = GateAnswers()
  ) throws -> GateQuestion {
    var scoped = builder.roster
    let row = try builder.schoolRow("oak-hill")
    scoped.limitScope(to: [row], sections: .all, stage: "select")
    return GateQuestion(scoped, step: step, importer: importer, schools: [row], answers: answers)
  }

  private func joined(
    _ builder: inout RosterBuilder,
    _ answers: GateAnswers
  ) throws -> GateQuestion.Joined {
    try question(&builder, importer: nil, step: .parentsContacts, answers: answers).joined
  }
}

extension GateQuestion.Joined {
  fileprivate init(isGiven: Bool = false, expected: Int, missing: [String]) {
    self.init()
    self.isGiven = isGiven
    self.expected = expected
    self.missing = missing
  }
}
