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

  /// The rows in their order, a line each.
  private func lines(
    _ builder: RosterBuilder,
    _ step: GuideStep = .classesTeachersStudents
  ) -> [String] {
    SharingMatrix.rows(of: builder.roster, step: step).map {
      "\($0.entity.text) \($0.group): \($0.need.rawValue), \($0.verdict.rawValue), \($0.shared)"
    }
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

  @Test func `each kind has its rows, each with its need`() throws {
    var builder = try wholeSchool()
    try builder.contact("c-1", email: "ada@home.example", students: ["s-1"])
    #expect(
      lines(builder, .parentsContacts) == [
        "school records: required, shared, 1 school",
        "school name: required, shared, 1 of 1 school",
        "school sis_id: useful, missing, 0 of 1 school",
        "section records: required, shared, 1 section",
        "section name: required, shared, 1 of 1 section",
        "section teachers: required, shared, 1 of 1 section",
        "section students: required, shared, 1 of 1 section",
        "section subject: useful, shared, 1 of 1 section",
        "section term: useful, missing, 0 of 1 section",
        "teacher records: required, shared, 1 teacher",
        "teacher name: required, shared, 1 of 1 teacher",
        "teacher email: required, shared, 1 of 1 teacher",
        "teacher sis_id: useful, missing, 0 of 1 teacher",
        "student records: required, shared, 1 student",
        "student name: required, shared, 1 of 1 student",
        "student grade: useful, shared, 1 of 1 student",
        "student sis_id: useful, shared, 1 of 1 student",
        "contact records: required, shared, 1 contact",
        "contact name: required, shared, 1 of 1 contact",
        "contact email or phone: required, shared, 1 of 1 contact",
        "contact relationship: useful, shared, 1 of 1 contact",
        "school_admin records: required, shared, 1 school admin",
        "school_admin schools: required, shared, 1 of 1 school admin",
        "school_admin email: useful, shared, 1 of 1 school admin",
      ]
    )
    // Step one takes no contacts: what they are shared of is for later.
    let contacts = lines(builder).filter { $0.hasPrefix("contact") }
    #expect(
      contacts == [
        "contact records: other-step, shared, 1 contact",
        "contact name: other-step, shared, 1 of 1 contact",
        "contact email or phone: other-step, shared, 1 of 1 contact",
        "contact relationship: other-step, shared, 1 of 1 contact",
      ]
    )
    let others = lines(builder).filter { !$0.hasPrefix("contact") }
    #expect(others == lines(builder, .parentsContacts).filter { !$0.hasPrefix("contact") })
  }

  @Test func `records with nothing in them share nothing, kind by kind and field by field`() throws
  {
    var builder = RosterBuilder()
    try builder.emptyRecords()
    #expect(
      lines(builder, .parentsContacts).filter { !$0.hasPrefix("contact") } == [
        "school records: required, shared, 1 school",
        "school name: required, missing, 0 of 1 school",
        "school sis_id: useful, missing, 0 of 1 school",
        "section records: required, shared, 1 section",
        "section name: required, missing, 0 of 1 section",
        "section teachers: required, missing, 0 of 1 section",
        "section students: required, missing, 0 of 1 section",
        "section subject: useful, missing, 0 of 1 section",
        "section term: useful, missing, 0 of 1 section",
        "teacher records: required, shared, 1 teacher",
        "teacher name: required, missing, 0 of 1 teacher",
        "teacher email: required, missing, 0 of 1 teacher",
        "teacher sis_id: useful, missing, 0 of 1 teacher",
        "student records: required, shared, 1 student",
        "student name: required, missing, 0 of 1 student",
        "student grade: useful, missing, 0 of 1 student",
        "student sis_id: useful, missing, 0 of 1 student",
        "school_admin records: required, shared, 1 school admin",
        "school_admin schools: required, missing, 0 of 1 school admin",
        "school_admin email: useful, missing, 0 of 1 school admin",
      ]
    )
    for (step, verdict) in [
      (GuideStep.parentsContacts, SharingRow.Verdict.missing),
      (.classesTeachersStudents, .notShared),
    ] {
      let rows = rows(builder, step)
      for group in ["name", "email or phone", "relationship"] {
        #expect(rows["contact \(group)"]?.verdict == verdict)
      }
    }
  }

  @Test func `a field that may stand in two places is shared by either`() throws {
    var builder = RosterBuilder()
    try builder.emptyRecords()
    let text = try builder.roster.text.append("x")
    func isShared(_ row: String, _ change: (inout Roster) -> Void) -> Bool {
      var changed = builder
      change(&changed.roster)
      return rows(changed, .parentsContacts)[row]?.verdict == .shared
    }
    #expect(isShared("section term") { $0.sections.term[0] = 0 })
    #expect(isShared("section term") { $0.sections.inlineTerm[0].name = text })
    #expect(isShared("student name") { $0.students.firstName[0] = text })
    #expect(isShared("student name") { $0.students.lastName[0] = text })
    #expect(isShared("contact name") { $0.contacts.firstName[0] = text })
    #expect(isShared("contact name") { $0.contacts.lastName[0] = text })
    #expect(isShared("contact email or phone") { $0.contacts.email[0] = text })
    #expect(isShared("contact email or phone") { $0.contacts.phone[0] = text })
    #expect(isShared("school sis_id") { $0.schools.sisID[0] = text })
    #expect(isShared("teacher sis_id") { $0.teachers.sisID[0] = text })
  }

  @Test func `a contact's relationship is shared where it is told of one child`() throws {
    var builder = try wholeSchool()
    try builder.contact("c-1", relationship: "", students: ["s-1"])
    #expect(rows(builder, .parentsContacts)["contact relationship"]?.verdict == .missing)
    try builder.contact("c-2", relationship: "Aunt", students: ["s-1"])
    #expect(rows(builder, .parentsContacts)["contact relationship"]?.shared == "1 of 2 contacts")
  }

  @Test func `an export with nothing in it lists the kinds alone`() {
    #expect(
      lines(RosterBuilder()) == [
        "school records: required, missing, none", "section records: required, missing, none",
        "teacher records: required, missing, none", "student records: required, missing, none",
        "contact records: other-step, not-shared, none",
        "school_admin records: required, missing, none",
      ]
    )
    let screens = SharingMatrix.rows(of: RosterBuilder().roster, step: .parentsContacts)
      .map(\.screen)
    let sharing = "Clever dashboard: Applications, Bloomz, Sharing"
    #expect(screens == Array(repeating: sharing, count: 5) + ["\(sharing), the box for staff"])
    #expect(CleverScreen.sharing(of: .districtAdmin) == "\(sharing), the box for staff")
  }

  @Test func `of a kind that others name some is shared, or nothing`() throws {
    var builder = try wholeSchool()
    try builder.section("art", school: "oak-hill", teachers: ["t-1"], students: ["s-2", "s-3"])
    let some = try #require(rows(builder)["student records"])
    #expect(some.verdict == .partly)
    #expect(some.shared == "1 student; 2 more are named by others")
    try builder.student("s-2", school: "oak-hill")
    #expect(rows(builder)["student records"]?.shared == "2 students; 1 more is named by others")
    for row in Array(builder.roster.students.recordRows) {
      builder.roster.students.removePlace(of: Int32(row))
    }
    let none = try #require(rows(builder)["student records"])
    #expect(none.verdict == .missing)
    #expect(none.shared == "none; 3 more are named by others")
  }

  @Test func `whoever was taken out of the export shares no field`() throws {
    var builder = try wholeSchool()
    try builder.teacher("t-2", email: "t2@pine-valley.us", school: "oak-hill")
    let row = try #require(builder.teacherRow("t-2"))
    builder.roster.teachers.removePlace(of: Int32(row))
    #expect(rows(builder)["teacher email"]?.shared == "1 of 1 teacher")
  }

  @Test func `in step one contacts may lie outside of the token's scopes`() throws {
    var builder = try wholeSchool()
    try builder.contact("c-1", students: ["s-1"])
    let scopes = GateQuestions.scopes.filter { $0 != "read:student_contacts" }
    builder.roster.source.tokens = [TokenScopes(place: builder.nextPlace(), scopes: scopes)]
    let words = "1 contact; the token lacks 'read:student_contacts'"
    #expect(rows(builder)["contact records"]?.shared == words)
    #expect(rows(builder)["contact records"]?.verdict == .shared)
    #expect(rows(builder, .parentsContacts)["contact records"]?.verdict == .missing)
  }

  @Test func `every sensitive field of a child is looked for, in this order`() throws {
    let groups = [
      (
        "services",
        ["ell_status", "iep_status", "frl_status", "section_504_status", "gifted_status"]
      ),
      ("disability", ["disability_code", "disability_text", "disability_type"]),
      ("race and ethnicity", ["race", "hispanic_ethnicity"]),
      ("gender and birth date", ["gender", "dob"]),
      ("home language", ["home_language", "home_language_name", "home_language_code"]),
      ("grades and credits", ["weighted_gpa", "unweighted_gpa"]),
      ("credentials", ["credentials"]),
    ]
    var builder = try wholeSchool()
    for field in groups.flatMap(\.1) { builder.roster.source.unusedFields[field] = 2 }
    #expect(
      lines(builder).filter { $0.contains("over-shared") }
        == groups.map { group, fields in
          let shared = fields.map { "'\($0)' in 2 records" }.joined(separator: ", ")
          return "student \(group): none, over-shared, \(shared)"
        }
    )
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
}
