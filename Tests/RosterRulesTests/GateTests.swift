import Findings
import Roster
import Testing

@testable import RosterRules

@Suite struct GateTests {
  static let table = GateQuestions.pairs + GateQuestions.random(count: 4000, seed: 7)

  @Test func `the gate and its second formulation agree on every row of the table`() {
    #expect(GateTests.table.count > 5000)
    var permitted = 0
    for question in GateTests.table {
      let verdict = Gate.judge(question)
      let expected = GateOracle(question: question).refusing
      let refusing = verdict.rows.filter(\.refuses).map(\.id)
      if refusing != expected || verdict.isPermitted != expected.isEmpty {
        Issue.record("gate \(refusing), oracle \(expected) for \(question)")
        return
      }
      if verdict.isPermitted { permitted += 1 }
    }
    // A table that nothing or everything passes would prove little.
    #expect((300...2000).contains(permitted), "\(permitted) permitted")
  }

  @Test func `every refusal says why, and nothing else is a blocker`() {
    for question in GateTests.table {
      let verdict = Gate.judge(question)
      let blockers = verdict.findings.filter { $0.level == .blocker }
      #expect(blockers.isEmpty == verdict.isPermitted)
      #expect(verdict.rows.map(\.id) == GateTests.numbers)
      for row in verdict.rows {
        #expect(!row.found.isEmpty)
        switch row.verdict {
        case .met, .declared, .notAsked: #expect(!row.refuses)
        case .notMet, .unknown:
          #expect(row.refuses || ["PRE-09", "PRE-11", "PRE-14"].contains(row.id))
        }
      }
    }
  }

  private static let numbers = (1...14).map { $0 < 10 ? "PRE-0\($0)" : "PRE-\($0)" }

  @Test func `no evidence at all refuses whatever can refuse`() {
    let verdict = Gate.judge(GateQuestion(step: .parentsContacts))
    #expect(!verdict.isPermitted)
    #expect(
      verdict.findings.map(\.code) == [
        "community-not-set-up", "application-not-bloomz", "entity-not-shared", "entity-not-shared",
        "entity-not-shared", "entity-not-shared", "entity-not-shared", "importer-unknown",
        "no-school-chosen", "staff-not-shared", "joined-teachers-unknown",
      ]
    )
  }

  @Test func `a district's own files need the word of somebody that sharing is set`() {
    var question = GateQuestions.permitted(.classesTeachersStudents)
    question.isUpload = true
    question.tokens = []
    let refused = Gate.judge(question)
    #expect(!refused.isPermitted)
    #expect(refused.findings.map(\.code) == ["sharing-not-set"])
    #expect(
      refused.findings.first?.message
        == "the records come from the district's own CSV files, which do not show what is shared "
        + "with Bloomz, and it is not declared that sharing is set"
    )
    question.declared.sharingIsSet = true
    #expect(Gate.judge(question).isPermitted)
  }

  @Test func `a school admin with the school on the list passes, and the row shows the evidence`() {
    let verdict = Gate.judge(GateQuestions.permitted(.classesTeachersStudents))
    #expect(verdict.isPermitted)
    #expect(verdict.findings == [])
    #expect(
      verdict.rows.map { "\($0.id) \($0.verdict.rawValue): \($0.found)" } == [
        "PRE-01 declared: declared: the community is set up, and the importer is School Admin there",
        "PRE-02 declared: declared: the application is 'bloomz'",
        "PRE-03 met: 1 school, 1 section, 1 teacher, 1 student; no token file shows the scopes",
        "PRE-04 met: 0 of 10 links from sections lead to records that are not in the export",
        "PRE-05 not-asked: step one imports no contacts",
        "PRE-06 met: 'ida' is 'school_admin', which covers every employee who does not teach",
        "PRE-07 not-asked: the importer is no 'district_admin'",
        "PRE-08 met: on the importer's list: 'oak-hill'",
        "PRE-09 met: 1 school admin",
        "PRE-10 not-asked: no such staff are imported",
        "PRE-11 not-asked: no chosen school is known as an elementary school",
        "PRE-12 not-asked: step one comes first",
        "PRE-13 met: the guide's defaults: all on",
        "PRE-14 met: the state is 'running'",
      ]
    )
  }

  @Test func `roles_staff of v3 passes in the same way, and is named as such`() {
    var question = GateQuestions.permitted(.classesTeachersStudents)
    question.importer.roles = [
      .init(.schoolAdmin, at: GateQuestions.place, version: "v3.0", schools: [1])
    ]
    let verdict = Gate.judge(question)
    #expect(verdict.isPermitted)
    #expect(
      verdict.row("PRE-06")?.found
        == "'ida' is 'roles.staff', Clever's newer name for 'school_admin', which covers every "
        + "employee who does not teach"
    )
  }

  @Test func `a district admin passes with the switch alone, in the one district there is`() {
    var question = GateQuestions.permitted(.classesTeachersStudents)
    question.importer.roles = [.init(.districtAdmin, at: GateQuestions.place)]
    #expect(
      messages(question) == [
        "'ida' has the role 'district_admin'; only 'school_admin' may import a school"
      ]
    )
    question.declared.acceptsDistrictAdmin = true
    #expect(Gate.judge(question).isPermitted)
    #expect(Gate.judge(question).row("PRE-07")?.verdict == .met)
    question.districtCount = 2
    #expect(
      messages(question) == [
        "the export names 2 districts, and a 'district_admin' has one"
      ]
    )
  }

  @Test func `what the importer lacks is said in whole sentences`() {
    #expect(
      messages { $0.importer = GateQuestion.Importer() } == [
        "no importer was named"
      ]
    )
    #expect(
      messages {
        $0.importer = GateQuestion.Importer()
        $0.importer.lookup = .notFound
      } == ["no person in the export has the given email address"]
    )
    #expect(
      messages {
        $0.importer = GateQuestion.Importer()
        $0.importer.lookup = .notFound
        $0.importer.id = "ben"
      } == ["no person in the export is 'ben'"]
    )
    #expect(
      messages { $0.importer.lookup = .several(2) } == [
        "2 people have the given email address, so it is not known who imports"
      ]
    )
    #expect(
      messages { $0.importer.roles = [.init(.teacher, at: GateQuestions.place)] } == [
        "'ida' has the role 'teacher'; only 'school_admin' may import a school"
      ]
    )
    #expect(messages { $0.schools[0].row = 2 } == ["school 'oak-hill' is not on the list of 'ida'"])
    #expect(messages { $0.schools[0].place = .none } == ["school 'oak-hill' is not in the export"])
    #expect(
      messages { $0.importer.roles[0].isContradicted = true } == [
        "the school_admin record of 'ida' is in the export twice, with different content"
      ]
    )
    #expect(
      messages {
        $0.identities = [.init(id: "ben", role: .role(.schoolAdmin), at: GateQuestions.place)]
      } == ["'/me' shows another person than 'ida'"]
    )
    #expect(
      messages {
        $0.identities = [.init(id: "ida", role: .role(.teacher), at: GateQuestions.place)]
      } == ["'/me' says 'teacher' of 'ida', the lists say 'school_admin'"]
    )
  }

  @Test func `me alone names the role, but not the schools`() {
    #expect(
      messages {
        $0.importer = GateQuestion.Importer()
        $0.importer.lookup = .notFound
        $0.importer.id = "ida"
        $0.identities = [.init(id: "ida", role: .role(.schoolAdmin), at: GateQuestions.place)]
      } == [
        "'/me' says that 'ida' is 'school_admin', but the export has no list of their schools"
      ]
    )
  }

  @Test func `a limited or basic scope is not enough, and is named`() {
    for lesser in ["read:teachers_limited", "read:teachers_basic"] {
      #expect(
        messages {
          let scopes = GateQuestions.scopes.map { $0 == "read:teachers" ? lesser : $0 }
          $0.tokens = [.init(scopes: scopes, at: GateQuestions.place)]
        } == [
          "the token may not read teachers: it has no scope 'read:teachers'; '\(lesser)' is not "
            + "enough"
        ]
      )
    }
  }

  @Test func `step two waits for every teacher, or for a reason`() {
    var question = GateQuestions.permitted(.parentsContacts)
    question.joined.expected = 9
    question.joined.missing = ["t-1", "t-2", "t-3", "t-4"]
    #expect(
      messages(question) == ["4 of 9 teachers have not joined: 't-1', 't-2', 't-3' and 1 more"]
    )
    question.joined.missing = ["t-1", "t-2", "t-3"]
    #expect(messages(question) == ["3 of 9 teachers have not joined: 't-1', 't-2', 't-3'"])
    question.joined.overrideReason = "on leave until May"
    #expect(Gate.judge(question).row("PRE-12")?.found == "overridden: 'on leave until May'")
    #expect(Gate.judge(question).isPermitted)
    question.joined = GateQuestion.Joined()
    #expect(messages(question) == ["it is not known which teachers have joined"])
    question.joined.isGiven = true
    #expect(messages(question) == ["there is no teacher who could have joined"])
  }

  @Test func `what is said of sharing is what was found, and a scope is missed once`() {
    var question = GateQuestions.permitted(.classesTeachersStudents)
    question.tokens = []
    question.records.teachers = 0
    #expect(Gate.judge(question).row("PRE-03")?.found == "the export holds no teachers")
    question = GateQuestions.permitted(.classesTeachersStudents)
    let scopes = GateQuestions.scopes.filter { $0 != "read:teachers" }
    let token = GateQuestion.Token(scopes: scopes, at: GateQuestions.place)
    question.tokens = [token, token]
    #expect(messages(question).count == 1)
    #expect(Gate.judge(question).row("PRE-03")?.found == "the token lacks 'read:teachers'")
    question.tokens = []
    question.declared.sharingIsSet = false
    #expect(
      Gate.judge(question).row("PRE-03")?.found == "declared: sharing permissions are not set"
    )
  }

  @Test func `a row points to the evidence that counts`() {
    var question = GateQuestions.permitted(.classesTeachersStudents)
    let places = (1...4).map { RecordPlace(file: $0, offset: 0) }
    question.importer.roles = [
      .init(.schoolAdmin, at: places[0], schools: [2]), .init(.districtAdmin, at: places[1]),
    ]
    question.districts[0].place = places[2]
    question.tokens = [.init(scopes: GateQuestions.scopes, at: places[3])]
    let listed = Gate.judge(question)
    #expect(listed.row("PRE-03")?.place == places[3])
    #expect(listed.row("PRE-06")?.place == places[0])
    #expect(listed.row("PRE-08")?.place == places[0])
    #expect(listed.row("PRE-14")?.place == places[2])
    #expect(listed.findings.map(\.place) == [places[0]])
    question.declared.acceptsDistrictAdmin = true
    #expect(Gate.judge(question).row("PRE-07")?.place == places[1])
    #expect(Gate.judge(question).row("PRE-08")?.place == places[1])
  }

  @Test func `advice does not refuse`() {
    var question = GateQuestions.permitted(.classesTeachersStudents)
    question.records.schoolAdmins = 0
    question.supportStaff = 3
    question.elementary.schools = 1
    question.elementary.sections = 8
    question.elementary.otherSections = 5
    question.declared.classOptions = ["student-portfolios"]
    let verdict = Gate.judge(question)
    #expect(verdict.isPermitted)
    #expect(
      verdict.findings.map { "\($0.level): \($0.message) [\($0.code)]" } == [
        "warning: the export holds no staff but teachers [staff-not-shared]",
        "warning: 5 of 8 sections are neither homerooms nor of a specialist "
          + "[elementary-shares-every-section]",
      ]
    )
    question.elementary.otherSections = 0
    #expect(Gate.judge(question).row("PRE-11")?.verdict == .met)
    #expect(verdict.row("PRE-10")?.found == "3 will arrive as School Support Staff")
    #expect(verdict.row("PRE-13")?.found == "chosen: student-portfolios")
  }

  private func messages(_ question: GateQuestion) -> [String] {
    Gate.judge(question).findings.map(\.message)
  }

  private func messages(_ change: (inout GateQuestion) -> Void) -> [String] {
    var question = GateQuestions.permitted(.classesTeachersStudents)
    change(&question)
    return messages(question)
  }
}
