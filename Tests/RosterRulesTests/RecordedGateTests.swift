import CleverReader
import Findings
import Roster
import Testing

@testable import RosterRules

/// The gate on districts that Clever's own demo account gave.
@Suite struct RecordedGateTests {
  private let v1 = "samples/clever-demo-v1.1/clever"
  private let v3 = "samples/clever-demo-v3.0/clever"
  private let admin = "5601b814141fd30001000017"

  @Test func `the school admin of v1_1 may import the school on the list`() throws {
    let verdict = try verdict(v1, importer: admin, school: "530e595026403103360ff9fd")
    #expect(verdict.isPermitted)
    #expect(
      verdict.row("PRE-06")?.found
        == "'\(admin)' is 'school_admin', which covers every employee who does not teach"
    )
    #expect(verdict.row("PRE-08")?.found == "on the importer's list: '530e595026403103360ff9fd'")
    #expect(verdict.row("PRE-14")?.verdict == .unknown)
  }

  @Test func `the importer may be named by email, in letters of either case`() throws {
    let verdict = try verdict(
      v1,
      importer: "Thinkerton@Example.com",
      school: "530e595026403103360ff9fd"
    )
    #expect(verdict.isPermitted)
  }

  @Test func `another school is refused`() throws {
    let verdict = try verdict(v1, importer: admin, school: "530e595026403103360ff9fe")
    #expect(!verdict.isPermitted)
    #expect(
      verdict.findings.filter { $0.level == .blocker }.map(\.message)
        == ["school '530e595026403103360ff9fe' is not on the list of '\(admin)'"]
    )
  }

  @Test func `a teacher is refused`() throws {
    let teacher = "530e5955d50c310f36112bd4"
    let verdict = try verdict(v1, importer: teacher, school: "530e595026403103360ff9fd")
    #expect(
      verdict.findings.filter { $0.level == .blocker }.map(\.message)
        == ["'\(teacher)' has the role 'teacher'; only 'school_admin' may import a school"]
    )
  }

  @Test func `the v3_0 district is refused: it shares no schools and no staff`() throws {
    let roster = try CleverReader().read(v3)
    let admin = try #require(roster.districtAdmins.recordRows.first { _ in true })
    let id = roster.idText(roster.districtAdmins.records.ids[admin])
    let verdict = try verdict(v3, importer: id, school: "5a25ff950a5f621109000005")
    #expect(
      verdict.findings.map { "\($0.message) [\($0.code)]" } == [
        "the export holds no schools [entity-not-shared]",
        // The recording has other ids in place of the token's.
        "no token in the export is of the school's district; 1 is of others [no-token-of-district]",
        "'\(id)' has the role 'district_admin'; only 'school_admin' may import a school "
          + "[importer-is-not-school-admin]",
        "school '5a25ff950a5f621109000005' is not in the export [school-not-shared]",
        "the export holds no staff but teachers [staff-not-shared]",
      ]
    )
  }

  @Test func `the schools on the importer's list are those that are in the export`() throws {
    let roster = try CleverReader().read(v1)
    let rows = GateQuestion.schools(ofImporter: admin, in: roster)
    #expect(
      rows.map { roster.idText(roster.schools.records.ids[Int($0)]) }
        == ["530e595026403103360ff9fd"]
    )
    #expect(GateQuestion.schools(ofImporter: "530e5955d50c310f36112bd4", in: roster) == [])
  }

  private func verdict(_ path: String, importer: String, school: String) throws -> GateVerdict {
    var roster = try CleverReader().read(path)
    let id = try #require(roster.existingID(school))
    let row = try #require(roster.schools.records.row(of: id))
    roster.limitScope(to: [row], sections: .all, stage: "select")
    var answers = GateAnswers()
    answers.declared.communityIsSetUp = true
    answers.declared.application = "bloomz"
    return Gate.judge(
      GateQuestion(
        roster,
        step: .classesTeachersStudents,
        importer: importer,
        schools: [row],
        answers: answers
      )
    )
  }
}
