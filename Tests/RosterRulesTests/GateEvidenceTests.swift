import Findings
import Roster
import Testing

@testable import RosterRules

/// What each row of the gate says of each thing that may be found, and the findings beside it.
@Suite struct GateEvidenceTests {
  private typealias Question = GateQuestion
  private static let place = GateQuestions.place

  @Test func `what nobody declared is unknown, and what is declared otherwise is not met`() {
    #expect(
      says("PRE-01") { $0.declared.communityIsSetUp = false } == [
        "not-met, refuses: declared: the community is not set up",
        "community-not-set-up (bloomz-support)",
      ]
    )
    #expect(
      says("PRE-01") { $0.declared.communityIsSetUp = nil } == [
        "unknown, refuses: it is not declared, and no export shows it",
        "community-not-set-up (bloomz-support)",
      ]
    )
    #expect(
      says("PRE-02") { $0.declared.application = "Bloomz" } == [
        "not-met, refuses: declared: the application is 'Bloomz'",
        "application-not-bloomz (district-admin)",
      ]
    )
    #expect(
      says("PRE-02") { $0.declared.application = nil } == [
        "unknown, refuses: it is not declared which application the export is for",
        "application-not-bloomz (district-admin)",
      ]
    )
  }

  @Test func `sharing is met by records, and says what else shows it`() {
    #expect(
      says("PRE-03") { $0.tokens = [token(GateQuestions.scopes)] } == [
        "met: 1 school, 1 section, 1 teacher, 1 student; the token's scopes cover them"
      ]
    )
    #expect(
      says("PRE-03") {
        $0.isUpload = true
        $0.declared.sharingIsSet = true
      } == [
        "met: 1 school, 1 section, 1 teacher, 1 student; no token file shows the scopes; declared: "
          + "sharing permissions are set"
      ]
    )
    #expect(
      says("PRE-03") { $0.declared.sharingIsSet = false } == [
        "not-met, refuses: declared: sharing permissions are not set",
        "sharing-not-set (district-admin)",
      ]
    )
    // What the token may read counts, whatever is declared.
    #expect(
      says("PRE-03") {
        $0.tokens = [token(GateQuestions.scopes)]
        $0.declared.sharingIsSet = false
      }.count == 1
    )
    #expect(
      says("PRE-03") {
        $0.records.schools = 0
        $0.records.students = 0
      } == [
        "not-met, refuses: the export holds no schools, no students",
        "entity-not-shared school (district-admin)",
        "entity-not-shared student (district-admin)",
      ]
    )
    #expect(
      says("PRE-03") { $0.tokens = [token(["read:schools", "read:sections"])] } == [
        "not-met, refuses: the token lacks 'read:districts', 'read:teachers', 'read:students', "
          + "'read:school_admins'",
        "scope-missing district at 90 (district-admin)",
        "scope-missing teacher at 90 (district-admin)",
        "scope-missing student at 90 (district-admin)",
        "scope-missing school_admin at 90 (district-admin)",
      ]
    )
  }

  @Test func `of a district's own files the gravest is said, and once`() {
    let undeclared = "unknown, refuses: the district's own CSV files do not show what is shared"
    let finding = "sharing-not-set (district-admin)"
    #expect(says("PRE-03") { $0.isUpload = true } == [undeclared, finding])
    var question = GateQuestions.permitted(.classesTeachersStudents)
    question.isUpload = true
    let help = Gate.judge(question).findings.map(\.help)
    #expect(help.map { $0.contains("say 'sharing-is-set: true' under 'declared'") } == [true])
    #expect(
      says("PRE-03") {
        $0.isUpload = true
        $0.declared.sharingIsSet = false
      } == ["not-met, refuses: declared: sharing permissions are not set", finding]
    )
    #expect(
      says("PRE-03") {
        $0.isUpload = true
        $0.records.teachers = 0
      } == [
        "not-met, refuses: the export holds no teachers",
        "entity-not-shared teacher (district-admin)", finding,
      ]
    )
    #expect(
      says("PRE-03") {
        $0.isUpload = true
        $0.tokens = [token(GateQuestions.scopes.filter { $0 != "read:teachers" })]
      } == [
        "not-met, refuses: the token lacks 'read:teachers'",
        "scope-missing teacher at 90 (district-admin)", finding,
      ]
    )
  }

  @Test func `the token's scopes are told in words, and read_sis does not stand for contacts`() {
    let sis = ["read:sis", "read:school_admins"]
    var question = GateQuestions.permitted(.parentsContacts)
    question.tokens = [token(sis)]
    #expect(
      Gate.judge(question).findings.map(\.message) == [
        "the token may not read contacts: it has no scope 'read:student_contacts'"
      ]
    )
    question.tokens = [token(["read:student_contacts"] + GateQuestions.scopes.dropFirst())]
    #expect(
      Gate.judge(question).findings.map(\.message) == [
        "the token may not read the district: it has no scope 'read:districts'"
      ]
    )
    // A district admin who is not accepted is no reason to ask for other scopes.
    question.tokens = [token(sis + ["read:student_contacts"])]
    question.importer.roles = [.init(.districtAdmin, at: Self.place)]
    #expect(Gate.judge(question).row("PRE-03")?.verdict == .met)
    question.declared.acceptsDistrictAdmin = true
    #expect(
      Gate.judge(question).row("PRE-03")?.found == "the token lacks 'read:district_admins'"
    )
  }

  @Test func `sharing is whole while no more than half of the links lead nowhere`() {
    #expect(
      says("PRE-04") {
        $0.links.all = 100
        $0.links.unshared = 50
      } == ["met: 50 of 100 links from sections lead to records that are not in the export"]
    )
    #expect(
      says("PRE-04") {
        $0.links.all = 100
        $0.links.unshared = 51
      } == [
        "not-met, refuses: 51 of 100 links from sections lead to records that are not in the "
          + "export",
        "sharing-is-partial (district-admin)",
      ]
    )
  }

  @Test func `step two asks for contacts`() {
    #expect(says("PRE-05", .parentsContacts) { $0.records.contacts = 2 } == ["met: 2 contacts"])
    #expect(
      says("PRE-05", .parentsContacts) { $0.records.contacts = 0 } == [
        "not-met, refuses: the export holds no contacts",
        "entity-not-shared contact (district-admin)",
      ]
    )
  }

  @Test func `who imports is unknown until the evidence names one person`() {
    #expect(
      says("PRE-06") { $0.importer = Question.Importer() } == [
        "unknown, refuses: no importer was named", "importer-unknown (district-admin)",
      ]
    )
    let stranger = [
      "unknown, refuses: no person in the export is 'ben'", "importer-unknown (district-admin)",
    ]
    #expect(says("PRE-06") { $0.importer = isNowhere("ben") } == stranger)
    // That another person was signed in makes no difference to a person who is in no list.
    #expect(
      says("PRE-06") {
        $0.importer = isNowhere("ben")
        $0.identities = [signedIn("ida", .role(.schoolAdmin), 91)]
      } == stranger
    )
    #expect(
      says("PRE-06") { $0.importer = isNowhere("") } == [
        "unknown, refuses: no person in the export has the given email address",
        "importer-unknown (district-admin)",
      ]
    )
    #expect(says("PRE-06") { $0.importer.id = "" }.last == "importer-unknown (district-admin)")
    #expect(
      says("PRE-06") { $0.importer.lookup = .several(2) } == [
        "unknown, refuses: 2 people have the given email address",
        "importer-ambiguous (district-admin), name the importer by Clever id",
      ]
    )
  }

  @Test func `evidence that contradicts itself is unknown, and stands where the person does`() {
    let contradicted = "importer-evidence-contradicts at 7 (district-admin)"
    #expect(
      says("PRE-06") { $0.importer.roles[0].isContradicted = true } == [
        "unknown, refuses: the school_admin record of 'ida' is in the export twice, with "
          + "different content", contradicted,
      ]
    )
    #expect(
      says("PRE-06") { $0.identities = [signedIn("ida", .unknown, 91)] } == [
        "unknown, refuses: '/me' gives 'ida' a role that is not Clever's", contradicted,
      ]
    )
    #expect(
      says("PRE-06") {
        $0.importer = isNowhere("ida")
        $0.identities = [
          signedIn("ida", .role(.schoolAdmin), 91), signedIn("ida", .role(.teacher), 92),
        ]
      } == [
        "unknown, refuses: '/me' gives 'ida' several roles, and no list has them",
        "importer-evidence-contradicts at 91 (district-admin)",
      ]
    )
  }

  @Test func `who was signed in twice in one role has that role`() {
    #expect(
      says("PRE-06") {
        $0.importer = isNowhere("ida")
        $0.identities = [
          signedIn("ben", .nothing, 90), signedIn("ida", .role(.schoolAdmin), 91),
          signedIn("ida", .role(.schoolAdmin), 92),
        ]
      } == [
        "met: 'ida' is 'school_admin' by '/me', which covers every employee who does not teach",
        "importer-schools-unknown at 91 (district-admin)",
      ]
    )
  }

  @Test func `an id of other bytes is somebody else's, though it reads the same`() {
    #expect(
      says("PRE-06") {
        $0.importer.id = "jos\u{e9}"
        $0.identities = [signedIn("jose\u{301}", .role(.schoolAdmin), 91)]
      }.first == "unknown, refuses: '/me' shows another person than 'jos\u{e9}'"
    )
  }

  @Test func `another role is not met, and a district admin passes only where it is accepted`() {
    #expect(
      says("PRE-06") { $0.importer.roles = [.init(.teacher, at: at(4))] } == [
        "not-met, refuses: 'ida' has the role 'teacher'",
        "importer-is-not-school-admin at 4 (district-admin)",
      ]
    )
    let both: [Question.HeldRole] = [.init(.teacher, at: at(4)), .init(.districtAdmin, at: at(5))]
    #expect(
      says("PRE-06") { $0.importer.roles = both } == [
        "not-met, refuses: 'ida' has the role 'district_admin', 'teacher'",
        "importer-is-not-school-admin at 5 (district-admin)",
      ]
    )
    #expect(
      says("PRE-07") { $0.importer.roles = both }.first
        == "not-met, refuses: 'ida' is 'district_admin', which the pipeline file does not accept"
    )
    #expect(
      says("PRE-06") {
        $0.importer.roles = both
        $0.declared.acceptsDistrictAdmin = true
      } == ["not-asked: 'ida' imports as 'district_admin'"]
    )
    #expect(
      says("PRE-07") { $0.importer.roles.append(.init(.districtAdmin, at: at(5))) } == [
        "not-asked: 'ida' imports as 'school_admin'"
      ]
    )
  }

  @Test func `roles are told in Clever's words`() {
    let roles: [Question.Role] = [.districtAdmin, .teacher, .student, .contact]
    #expect(
      says("PRE-06") { $0.importer.roles = roles.map { .init($0, at: Self.place) } }.first
        == "not-met, refuses: 'ida' has the role 'district_admin', 'teacher', 'student', 'contact'"
    )
  }

  @Test func `in whatever order roles are held, the school admin's list counts`() {
    var question = GateQuestions.permitted(.classesTeachersStudents)
    question.importer.roles = [
      .init(.teacher, at: at(4)), .init(.districtAdmin, at: at(5)),
      .init(.schoolAdmin, at: at(6), version: "v3.1", schools: [1]),
    ]
    let verdict = Gate.judge(question)
    #expect(verdict.isPermitted)
    #expect(verdict.row("PRE-06")?.place == at(6))
    #expect(verdict.row("PRE-06")?.found.hasPrefix("'ida' is 'roles.staff'") == true)
    #expect(verdict.row("PRE-08")?.verdict == .met)
  }

  @Test func `a district admin whom '_me' alone shows stands where '_me' does`() {
    var question = GateQuestions.permitted(.classesTeachersStudents)
    question.importer = isNowhere("ida")
    question.identities = [
      signedIn("ben", .nothing, 90), signedIn("ida", .role(.districtAdmin), 91),
    ]
    question.declared.acceptsDistrictAdmin = true
    let verdict = Gate.judge(question)
    #expect(verdict.isPermitted)
    for id in ["PRE-07", "PRE-08"] { #expect(verdict.row(id)?.place == at(91)) }
    // Where no person who signed in is the importer, the first of them shows that.
    question.identities.removeLast()
    #expect(Gate.judge(question).row("PRE-06")?.place == at(90))
  }

  @Test func `a school is met by the list that has it, and the first thing amiss is said`() {
    #expect(
      says("PRE-08") { $0.schools = [] } == [
        "unknown, refuses: no school was chosen", "no-school-chosen (district-admin)",
      ]
    )
    let unshared = Question.AskedSchool(row: 2, id: "elm-street", at: .none)
    #expect(
      says("PRE-08") { $0.schools.append(unshared) } == [
        "not-met, refuses: not in the export: 'elm-street'",
        "school-not-shared school 'elm-street' (district-admin)",
      ]
    )
    #expect(
      says("PRE-08") {
        $0.schools.append(unshared)
        $0.importer = Question.Importer()
      }.first == "not-met, refuses: not in the export: 'elm-street'"
    )
    #expect(
      says("PRE-08") { $0.importer = Question.Importer() }.first
        == "unknown, refuses: no person who may import has a list of schools"
    )
    #expect(
      says("PRE-08") { $0.importer.roles[0].schools = [] } == [
        "not-met, refuses: not on the importer's list: 'oak-hill'",
        "school-not-on-importers-list at 7 (district-admin)",
      ]
    )
    #expect(
      says("PRE-08") {
        $0.importer = isNowhere("ida")
        $0.identities = [signedIn("ida", .role(.schoolAdmin), 91)]
      } == [
        "unknown, refuses: '/me' names the role, but no list says for which schools",
        "importer-schools-unknown at 91 (district-admin)",
      ]
    )
  }

  @Test func `a district admin has every school of one district`() {
    let accepted: GateQuestions.Change = {
      $0.importer.roles = [.init(.districtAdmin, at: GateEvidenceTests.place)]
      $0.declared.acceptsDistrictAdmin = true
    }
    #expect(
      says("PRE-08", .classesTeachersStudents, accepted) == [
        "met: a 'district_admin' has every school of the district: 'oak-hill'"
      ]
    )
    #expect(
      says("PRE-08") {
        accepted(&$0)
        $0.districtCount = 2
      } == [
        "unknown, refuses: the export names 2 districts",
        "several-districts at 7 (district-admin)",
      ]
    )
    #expect(
      says("PRE-08") {
        accepted(&$0)
        $0.schools[0].place = .none
      } == [
        "not-met, refuses: not in the export: 'oak-hill'",
        "school-not-shared school 'oak-hill' (district-admin)",
      ]
    )
  }

  @Test func `what only advises says so`() {
    #expect(
      says("PRE-09") { $0.records.schoolAdmins = 0 } == [
        "not-met: the export holds no staff but teachers", "staff-not-shared (district-admin)",
      ]
    )
    #expect(
      says("PRE-10") { $0.supportStaff = 1 } == ["met: 1 will arrive as School Support Staff"]
    )
    #expect(
      says("PRE-11") {
        $0.elementary.schools = 1
        $0.elementary.sections = 3
        $0.elementary.otherSections = 1
      } == [
        "not-met: 1 of 3 sections are neither homerooms nor of a specialist",
        "elementary-shares-every-section (district-admin)",
      ]
    )
    #expect(says("PRE-13") { $0.declared.classOptions = [] } == ["declared: chosen: all off"])
    #expect(
      says("PRE-13") { $0.declared.classOptions = ["a", "b"] } == ["declared: chosen: a, b"]
    )
  }

  @Test func `step two is met by all teachers, declared by a reason, and else refused`() {
    #expect(says("PRE-12", .parentsContacts) { _ in } == ["met: all 2 teachers have joined"])
    #expect(
      says("PRE-12", .parentsContacts) { $0.joined.isGiven = false } == [
        "unknown, refuses: it is not known which teachers have joined",
        "joined-teachers-unknown (school-admin)",
      ]
    )
    #expect(
      says("PRE-12", .parentsContacts) { $0.joined.expected = 0 } == [
        "unknown, refuses: there is no teacher who could have joined",
        "joined-teachers-unknown (school-admin)",
      ]
    )
    #expect(
      says("PRE-12", .parentsContacts) { $0.joined.missing = ["t-1"] } == [
        "not-met, refuses: 1 of 2 teachers have not joined",
        "teachers-have-not-joined (school-admin)",
      ]
    )
    for blank in ["", " ", "\t", "\r", "\n"] {
      #expect(
        says("PRE-12", .parentsContacts) {
          $0.joined.missing = ["t-1"]
          $0.joined.overrideReason = blank
        }.count == 2
      )
    }
    #expect(
      says("PRE-12", .parentsContacts) {
        $0.joined.missing = ["t-1"]
        $0.joined.overrideReason = " x"
      } == ["declared: overridden: ' x'"]
    )
  }

  @Test func `a sync that stands still is told by its district, any state by its word`() {
    #expect(
      says("PRE-14") { $0.districts[0].state = .none } == ["unknown: the export does not say"]
    )
    let states: [Question.DistrictSync] = [
      .init(id: "elm", state: .none, at: at(1)), .init(id: "oak", state: .success, at: at(2)),
      .init(id: "ash", state: .pending, at: at(3)),
    ]
    #expect(
      says("PRE-14") { $0.districts = states } == ["met: the state is 'success', 'pending'"]
    )
    let stopped = states + [.init(id: "fir", state: .error, at: at(4))]
    #expect(
      says("PRE-14") { $0.districts = stopped } == [
        "not-met, refuses: the state is 'error'", "district-sync-stopped at 4 (district-admin)",
      ]
    )
    #expect(
      says("PRE-14") {
        $0.districts = stopped
        $0.declared.stoppedSyncReason = "it is repaired tonight"
      } == ["declared: the state is 'error'; overridden: 'it is repaired tonight'"]
    )
    var question = GateQuestions.permitted(.classesTeachersStudents)
    question.districts = stopped
    #expect(Gate.judge(question).row("PRE-14")?.place == at(4))
  }

  @Test func `each need names who can change it`() {
    let rows = Gate.judge(GateQuestions.permitted(.classesTeachersStudents)).rows
    #expect(
      rows.map(\.fixer) == [
        .bloomzSupport, .districtAdmin, .districtAdmin, .districtAdmin, .districtAdmin,
        .districtAdmin, .importer, .districtAdmin, .districtAdmin, .schoolAdmin, .districtAdmin,
        .schoolAdmin, .importer, .districtAdmin,
      ]
    )
  }

  // MARK: - Making and telling

  /// The row `id` of the permitted question after `change`, and all findings.
  private func says(
    _ id: String,
    _ step: GuideStep = .classesTeachersStudents,
    _ change: (inout GateQuestion) -> Void
  ) -> [String] {
    var question = GateQuestions.permitted(step)
    change(&question)
    let verdict = Gate.judge(question)
    let row = verdict.row(id).map {
      "\($0.verdict.rawValue)\($0.refuses ? ", refuses" : ""): \($0.found)"
    }
    let helps = Set(verdict.rows.map(\.howToFix))
    let findings = verdict.findings.map { finding in
      var line = finding.code
      if !finding.entity.isEmpty { line += " \(finding.entity)" }
      if !finding.record.isEmpty { line += " '\(finding.record)'" }
      if let place = finding.place { line += " at \(place.offset)" }
      line += " (\(finding.fixer.rawValue))"
      // Help of its own is told, but for the long one about a district's own files.
      if !helps.contains(finding.help), finding.code != "sharing-not-set" {
        line += ", \(finding.help)"
      }
      return line
    }
    return [row ?? "no row"] + findings
  }

  private func at(_ offset: Int) -> RecordPlace { RecordPlace(file: 0, offset: offset) }

  private func token(_ scopes: [String]) -> Question.Token { .init(scopes: scopes, at: at(90)) }

  private func signedIn(
    _ id: String,
    _ role: Question.SignedIn.Claim,
    _ offset: Int
  ) -> Question.SignedIn {
    .init(id: id, role: role, at: at(offset))
  }

  private func isNowhere(_ id: String) -> Question.Importer {
    var importer = Question.Importer()
    importer.lookup = .notFound
    importer.id = id
    return importer
  }
}
