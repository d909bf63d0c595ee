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
    #expect(GateQuestion.schools(ofImporter: "ida", in: builder.roster) == [0])
    #expect(GateQuestion.schools(ofImporter: "t-1", in: builder.roster) == [])
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
    let importer = try question(&builder, importer: "t-lost").importer
    #expect(importer.roles == [])
    #expect(importer.lookup == .notFound)
    // '/me' may show that id.
    #expect(importer.id == "t-lost")
    #expect(try question(&builder, importer: "lost@pine-valley.us").importer.id == "")
  }

  @Test(arguments: ["ida@pine-valley.us", "  IDA@pine-valley.us ", "ida"])
  func `whoever is found has the roles of every list, by rank`(given: String) throws {
    var builder = try district()
    let ranks = GateQuestion.Role.allCases
    for (rank, role) in ranks.enumerated() {
      try add("ida", role, email: "Ida@Pine-Valley.us", to: &builder)
      let importer = try question(&builder, importer: given).importer
      #expect(importer.lookup == .found)
      #expect(importer.id == "ida")
      #expect(importer.roles.map(\.role) == Array(ranks[...rank]))
      #expect(importer.roles.dropFirst().allSatisfy { $0.schools == [] })
    }
  }

  @Test(arguments: GateQuestion.Role.allCases)
  func `an email address leads to somebody in any list`(role: GateQuestion.Role) throws {
    var builder = try district()
    // Addresses of blanks alone, a longer one, one with blanks around it.
    try builder.teacher("t-2", email: String(repeating: " ", count: 30), school: "oak-hill")
    try builder.teacher("t-3", email: "ida@pine-valley.us.example", school: "oak-hill")
    try add("ida", role, email: "  Ida@Pine-Valley.us  ", to: &builder)
    let importer = try question(&builder, importer: "ida@pine-valley.us").importer
    #expect(importer.lookup == .found)
    #expect(importer.id == "ida")
    #expect(importer.roles.map(\.role) == [role])
  }

  @Test func `blanks name nobody, though many have no address`() throws {
    var builder = try district()
    #expect(try question(&builder, importer: "  ").importer.lookup == .notFound)
  }

  @Test func `whoever was taken out of the export cannot be found by address`() throws {
    var builder = try district()
    let row = try #require(builder.teacherRow("t-1"))
    #expect(try question(&builder, importer: "one@pine-valley.us").importer.lookup == .found)
    builder.roster.teachers.removePlace(of: Int32(row))
    #expect(try question(&builder, importer: "one@pine-valley.us").importer.lookup == .notFound)
  }

  @Test(arguments: [
    ("ida", "", "ida"), ("ida", "ida-of-v2", "ida"), ("ida-of-v3", "ida", "ida"),
    ("ida", "t-1", "ida"), ("ida-of-v3", "ida-of-v2", "ida-of-v3"), ("t-lost", "ida", "ida"),
    ("ida-of-v1", "", "ida"),
  ])
  func `who was signed in is known by the id that the lists have`(
    id: String,
    former: String,
    present: String
  ) throws {
    var builder = try district()
    try builder.schoolAdmin("ida", schools: ["oak-hill"])
    try builder.section("lost", school: "oak-hill", teachers: ["t-lost"], students: [])
    try builder.formerID("ida-of-v1", of: .schoolAdmin, row: 0)
    builder.roster.source.identities = [
      Identity(place: builder.nextPlace(), id: id, role: "staff", formerID: former)
    ]
    let question = try question(&builder, importer: "ida-of-v1")
    #expect(question.importer.id == "ida")
    #expect(question.identities.map(\.id) == [present])
    #expect(question.identities.map(\.role) == [.role(.schoolAdmin)])
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
      #expect(
        try question(&builder, importer: "t-1").importer.roles.map(\.isContradicted) == [false]
      )
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
    ("schooladmin", .role(.schoolAdmin)), ("school_admins", .role(.schoolAdmin)),
    ("district admin", .role(.districtAdmin)), ("district_admin", .role(.districtAdmin)),
    ("district_admins", .role(.districtAdmin)), ("districtadmin", .role(.districtAdmin)),
    ("districtadmins", .role(.districtAdmin)), ("teacher", .role(.teacher)),
    ("teachers", .role(.teacher)), ("student", .role(.student)), ("students", .role(.student)),
    ("contact", .role(.contact)), ("contacts", .role(.contact)),
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

  @Test func `records are counted, and those that are only named are not`() throws {
    var builder = try district()
    try builder.schoolAdmin("ida", schools: ["oak-hill"])
    try builder.contact("c-1", students: ["s-lost"])
    try builder.section("art", school: "far-away", teachers: ["t-lost"], students: ["s-lost"])
    for id in ["lost", "gone"] {
      _ = builder.roster.schoolAdmins.row(naming: try builder.id("a-\(id)"))
      _ = builder.roster.contacts.row(naming: try builder.id("c-\(id)"))
      _ = builder.roster.sections.row(naming: try builder.id("k-\(id)"))
    }
    let records = try question(&builder, importer: nil).records
    #expect(records.schools == 1)
    #expect(records.sections == 2)
    #expect(records.teachers == 1)
    #expect(records.students == 1)
    #expect(records.contacts == 1)
    #expect(records.schoolAdmins == 1)
  }

  @Test func `of a section the links to teachers who are not shared count, too`() throws {
    var builder = try district()
    try builder.section("art", school: "oak-hill", teachers: ["t-lost", "t-1"], students: ["s-1"])
    let links = try question(&builder, importer: nil).links
    #expect(links.all == 5)
    #expect(links.unshared == 1)
  }

  @Test func `of several schools in scope those that are asked for count`() throws {
    var builder = try district()
    try builder.school("elm-street", highGrade: .grade8)
    try builder.section("elm", school: "elm-street", teachers: ["t-1"], students: ["s-1", "s-2"])
    let oak = try builder.schoolRow("oak-hill")
    let elm = try builder.schoolRow("elm-street")
    builder.roster.limitScope(to: [oak, elm], sections: .all, stage: "select")
    for (schools, all, elementary) in [([oak], 2, 1), ([elm], 3, 0), ([oak, elm], 5, 1)] {
      let question = GateQuestion(
        builder.roster,
        step: .classesTeachersStudents,
        importer: nil,
        schools: schools,
        answers: GateAnswers()
      )
      #expect(question.links.all == all)
      #expect(question.elementary.schools == elementary)
      #expect(question.elementary.sections == elementary)
    }
  }

  @Test func `a school is elementary up to its sixth grade`() throws {
    let elementary: Set<CleverGrade> = [
      .infantToddler, .preschool, .preKindergarten, .transitionalKindergarten, .kindergarten,
      .grade1, .grade2, .grade3, .grade4, .grade5, .grade6,
    ]
    var builder = try district()
    for grade in CleverGrade.allCases {
      builder.roster.schools.highGrade[0] = grade
      let found = try question(&builder, importer: nil).elementary
      #expect(found.schools == (elementary.contains(grade) ? 1 : 0), "\(grade)")
      #expect(found.sections == found.schools)
    }
  }

  @Test func `without a district of the school all districts of the export count`() throws {
    var builder = try district()
    try builder.district("other", state: .paused)
    builder.roster.schools.district[0] = -1
    let question = try question(&builder, importer: nil)
    #expect(question.districts.map(\.id) == ["pine-valley", "other"])
    #expect(question.districtCount == 2)
  }

  @Test func `staff who come along arrive as support staff, but for those who teach`() throws {
    var builder = try district()
    for id in ["ida", "ben", "ann"] { try builder.schoolAdmin(id, schools: ["oak-hill"]) }
    try builder.schoolAdmin("far", schools: ["far-away"])
    // Ben is the teacher of the first row.
    builder.roster.schoolAdmins.teacher[1] = 0
    let row = try builder.schoolRow("oak-hill")
    for comesAlong in [false, true] {
      var scoped = builder.roster
      scoped.limitScope(to: [row], sections: .all, otherStaff: comesAlong, stage: "select")
      let question = GateQuestion(
        scoped,
        step: .classesTeachersStudents,
        importer: nil,
        schools: [row],
        answers: GateAnswers()
      )
      #expect(question.supportStaff == (comesAlong ? 2 : 0))
    }
  }

  @Test func `who has joined is asked in step two alone`() throws {
    var builder = try district()
    let answers = GateAnswers(joined: ["t-1"], joinedOverrideReason: "on leave")
    #expect(try question(&builder, importer: nil, answers: answers).joined == .init())
    let joined = try joined(&builder, answers)
    #expect(joined.expected == 1)
    #expect(joined.overrideReason == "on leave")
  }

  @Test func `an address that is missing is on no list, and who is out of scope is not waited for`()
    throws
  {
    var builder = try district()
    try builder.teacher("t-2", email: "", school: "oak-hill")
    try builder.teacher("t-idle", email: "idle@pine-valley.us", school: "oak-hill")
    try builder.section("art", school: "oak-hill", teachers: ["t-2"], students: [])
    #expect(
      try joined(&builder, GateAnswers(joined: ["", "t-1"]))
        == GateQuestion.Joined(isGiven: true, expected: 2, missing: ["t-2"], strangers: [0])
    )
  }

  @Test func `those who were invited are known in letters of either case and by former ids`()
    throws
  {
    var builder = try district()
    try builder.teacher("T-2", email: "", school: "oak-hill")
    try builder.section("art", school: "oak-hill", teachers: ["T-2", "T-9"], students: [])
    let row = try #require(builder.teacherRow("t-1"))
    try builder.formerID("Old-1", of: .teacher, row: Int32(row))
    var answers = GateAnswers(joined: [], invited: ["OLD-1", "t-2", "t-9", "t-gone"])
    let missing = ["T-2", "t-1", "t-9", "t-gone"]
    #expect(
      try joined(&builder, answers)
        == GateQuestion.Joined(isGiven: true, expected: 4, missing: missing, isEmptyList: true)
    )
    answers.joined = ["old-1", "T-2", "T-9", "T-GONE"]
    #expect(
      try joined(&builder, answers) == GateQuestion.Joined(isGiven: true, expected: 4, missing: [])
    )
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

  /// Puts somebody into the list of a role.
  private func add(
    _ id: String,
    _ role: GateQuestion.Role,
    email: String,
    to builder: inout RosterBuilder
  ) throws {
    switch role {
    case .schoolAdmin: try builder.schoolAdmin(id, email: email, schools: ["oak-hill"])
    case .districtAdmin: try builder.districtAdmin(id, email: email)
    case .teacher: try builder.teacher(id, email: email, school: "oak-hill")
    case .student: try builder.student(id, email: email, school: "oak-hill")
    case .contact: try builder.contact(id, email: email, students: ["s-1"])
    }
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
  fileprivate init(
    isGiven: Bool = false,
    expected: Int,
    missing: [String],
    strangers: [Int] = [],
    isEmptyList: Bool = false
  ) {
    self.init()
    self.isEmptyList = isEmptyList
    self.strangers = strangers.map { GateQuestion.Stranger(entry: $0) }
    self.isGiven = isGiven
    self.expected = expected
    self.missing = missing
  }
}
