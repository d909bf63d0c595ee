import Findings
import FlatTables
import Roster
import Testing

@testable import RosterRules

/// The sharing matrix, and the gate, on what no recording has: made by hand, case by case.
@Suite struct SharingMatrixTests {
  private func rows(
    _ builder: RosterBuilder,
    _ step: GuideStep = .classesTeachersStudents
  ) -> [String: SharingRow] {
    Dictionary(
      SharingMatrix.rows(of: builder.roster, step: step).map {
        ("\($0.entity.text) \($0.group)", $0)
      }
    ) { first, _ in first }
  }

  private func wholeSchool(version: String = "v2.1") throws -> RosterBuilder {
    var builder = RosterBuilder(version: version)
    try builder.district("pine-valley")
    try builder.school("oak-hill")
    try builder.teacher("t-1", email: "t1@pine-valley.us", school: "oak-hill")
    try builder.student("s-1", school: "oak-hill")
    try builder.schoolAdmin("ida", email: "ida@pine-valley.us", schools: ["oak-hill"])
    try builder.section("homeroom", school: "oak-hill", teachers: ["t-1"], students: ["s-1"])
    return builder
  }

  private func verdict(
    _ builder: RosterBuilder,
    importer: String = "ida",
    school: String = "oak-hill",
    acceptsDistrictAdmin: Bool = false
  ) throws -> GateVerdict {
    var roster = builder.roster
    let row = try #require(
      roster.existingID(school).flatMap { roster.schools.records.row(of: $0) }
    )
    roster.limitScope(to: [row], sections: .all, stage: "select")
    var declared = GateQuestion.Declared()
    declared.communityIsSetUp = true
    declared.application = "bloomz"
    declared.acceptsDistrictAdmin = acceptsDistrictAdmin
    return Gate.judge(
      GateQuestion(
        roster,
        step: .classesTeachersStudents,
        importer: importer,
        schools: [row],
        answers: GateAnswers(declared: declared)
      )
    )
  }

  @Test func `what is there and needed is shared, and contacts are for the other step`() throws {
    let rows = rows(try wholeSchool())
    #expect(rows["teacher email"]?.verdict == .shared)
    #expect(rows["teacher email"]?.shared == "1 of 1 teacher")
    #expect(rows["contact records"]?.need == .otherStep)
    #expect(rows["contact records"]?.verdict == .notShared)
    #expect(rows["school_admin records"]?.verdict == .shared)
  }

  @Test func `in step two contacts are required`() throws {
    let rows = rows(try wholeSchool(), .parentsContacts)
    #expect(rows["contact records"]?.need == .required)
    #expect(rows["contact records"]?.verdict == .missing)
    #expect(rows["contact records"]?.screen == "Clever dashboard: Applications, Bloomz, Sharing")
    #expect(rows["contact records"]?.fixer == .districtAdmin)
  }

  @Test func `a field that no record has is missing, with the screen where it is shared`() throws {
    var builder = try wholeSchool()
    for row in builder.roster.teachers.email.indices { builder.roster.teachers.email[row] = .empty }
    let row = try #require(rows(builder)["teacher email"])
    #expect(row.verdict == .missing)
    #expect(row.shared == "0 of 1 teacher")
    #expect(row.screen == "Clever dashboard: Applications, Bloomz, Data Access")
    try builder.teacher("t-2", email: "t2@pine-valley.us", school: "oak-hill")
    #expect(rows(builder)["teacher email"]?.verdict == .partly)
    #expect(rows(builder)["teacher email"]?.shared == "1 of 2 teachers")
  }

  @Test func `a child's sensitive fields are shared beyond need, group by group`() throws {
    var builder = try wholeSchool()
    builder.roster.source.unusedFields = ["iep_status": 3, "dob": 1, "created": 9]
    let rows = SharingMatrix.rows(of: builder.roster, step: .classesTeachersStudents)
      .filter { $0.verdict == .overShared }
    #expect(rows.map(\.group) == ["services", "gender and birth date"])
    #expect(rows.map(\.shared) == ["'iep_status' in 3 records", "'dob' in 1 record"])
    #expect(rows.allSatisfy { $0.need == .none })
  }

  @Test(arguments: [
    (["read:students_limited"], "1 student; the token has 'read:students_limited' alone"),
    (["read:students_basic"], "1 student; the token has 'read:students_basic' alone"),
    (["read:teachers"], "1 student; the token lacks 'read:students'"),
  ])
  func `a token with less than the scope makes a kind missing, and the gate refuses`(
    scopes: [String],
    words: String
  ) throws {
    var builder = try wholeSchool()
    let others = [
      "read:districts", "read:schools", "read:sections", "read:teachers", "read:school_admins",
    ]
    builder.roster.source.tokens = [
      TokenScopes(place: builder.nextPlace(), scopes: others + scopes)
    ]
    let row = try #require(rows(builder)["student records"])
    #expect(row.verdict == .missing)
    #expect(row.shared == words)
    let verdict = try verdict(builder)
    #expect(!verdict.isPermitted)
    #expect(verdict.findings.map(\.code) == ["scope-missing"])
    #expect(verdict.findings.map(\.entity) == ["student"])
  }

  @Test func `staff of v3 pass by the name that v3 gives them`() throws {
    let verdict = try verdict(try wholeSchool(version: "v3.0"))
    #expect(verdict.isPermitted)
    #expect(
      verdict.row("PRE-06")?.found
        == "'ida' is 'roles.staff', Clever's newer name for 'school_admin', which covers every "
        + "employee who does not teach"
    )
  }

  @Test func `of several roles the one that may import counts, whichever others are held`() throws {
    var builder = try wholeSchool(version: "v3.1")
    try builder.teacher("ida", email: "ida@pine-valley.us", school: "oak-hill")
    #expect(try verdict(builder).isPermitted)
    // Alone, the other role does not pass.
    let teacher = try verdict(builder, importer: "t-1")
    #expect(!teacher.isPermitted)
    #expect(teacher.findings.map(\.code) == ["importer-is-not-school-admin"])
  }

  @Test func `a school that is not shared is one cause of what the gate and the rules find`() throws
  {
    var builder = try wholeSchool()
    try builder.student("s-2", school: "elm-street")
    try builder.section("lost", school: "elm-street", teachers: ["t-1"], students: ["s-1"])
    let verdict = try verdict(builder, school: "elm-street")
    #expect(verdict.findings.map(\.code) == ["school-not-shared"])
    var roster = builder.roster
    let outcome = RuleCatalogue.run(on: &roster, step: .classesTeachersStudents)
    let causes = RootCauses(of: roster, outcome, gate: verdict.findings)
    #expect(causes.all.first?.key == "school-not-shared:elm-street")
    #expect(causes.ofGateFindings == [0])
    let codes = zip(outcome.hits, causes.ofHits).filter { $0.1 == 0 }
      .map { RuleCatalogue.all[Int($0.0.rule)].id }
    #expect(Set(codes).isSuperset(of: ["section-names-unknown-school"]))
  }

  @Test func `of a withheld student and one who is not shared the latter explains the section`()
    throws
  {
    var builder = try wholeSchool()
    try builder.student("s-nameless", name: "", school: "oak-hill")
    try builder.section(
      "art",
      school: "oak-hill",
      teachers: ["t-1"],
      students: ["s-nameless", "s-gone"]
    )
    var roster = builder.roster
    let outcome = RuleCatalogue.run(on: &roster, step: .classesTeachersStudents)
    let causes = RootCauses(of: roster, outcome)
    let found = zip(outcome.hits, causes.ofHits).map { hit, cause in
      "\(RuleCatalogue.all[Int(hit.rule)].id): \(causes.all[Int(cause)].key)"
    }
    #expect(
      found == [
        "student-without-name: rule:student-without-name",
        "section-names-unknown-student: students-not-shared:oak-hill",
        "section-without-students: students-not-shared:oak-hill",
      ]
    )
  }

  @Test func `every rule that leads elsewhere is in the catalogue`() {
    let ids = Set(RuleCatalogue.all.map(\.id))
    #expect(CauseTrail.ofRules.keys.filter { !ids.contains($0) } == [])
  }
}
