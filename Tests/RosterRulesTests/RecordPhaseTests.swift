import Findings
import FlatTables
import Roster
import RosterRules
import Testing

/// Rules that judge records by themselves are asked at once; what they say is as if one had been
/// asked after the other.
@Suite struct RecordPhaseTests {
  /// A contact who has every fault that leaves contacts out, one with the last of them, and a
  /// teacher with two.
  private func faulty() throws -> RosterBuilder {
    var builder = RosterBuilder()
    try builder.school("oak-hill")
    try builder.student("s-1", school: "oak-hill")
    try builder.teacher("t-1", email: "", school: "oak-hill")
    try builder.teacher("t-2", email: "t2@pine-valley.k12.xx.us", school: "oak-hill")
    let row = try #require(builder.teacherRow("t-1"))
    builder.roster.teachers.lastName[row] = try builder.roster.text.append("=1+1")
    try builder.section("room-3", school: "oak-hill", teachers: ["t-1", "t-2"], students: ["s-1"])
    try builder.contact("c-1", relationship: "Self", type: .emergency, students: ["s-1"])
    try builder.contact("c-2", students: ["s-1"])
    return builder
  }

  private func hits(of rule: RosterRule, _ outcome: RuleOutcome) -> [Int32] {
    outcome.hits(of: rule).map(\.row)
  }

  @Test func `a record with several faults is left out by the first rule alone`() throws {
    var builder = try faulty()
    let outcome = RuleCatalogue.run(on: &builder.roster, step: .parentsContacts)
    #expect(hits(of: .contactIsEmergency, outcome) == [0])
    #expect(hits(of: .contactIsSelf, outcome) == [])
    #expect(hits(of: .contactUnreachable, outcome) == [1])
    #expect(hits(of: .formulaStart, outcome) == [0])
    #expect(hits(of: .teacherWithoutEmail, outcome) == [])
    let reasons = builder.roster.contacts.records.fates.map { builder.roster.reasons[$0.reason] }
    #expect(reasons == ["contact-is-emergency", "contact-unreachable"])
  }

  @Test func `a rule that withholds nobody leaves the record to the next`() throws {
    var builder = try faulty()
    var budgets = RuleBudgets()
    budgets.add("contact-unreachable", .blocker, over: try RuleThreshold(parsing: "> 0"))
    let outcome = RuleCatalogue.run(
      on: &builder.roster,
      step: .parentsContacts,
      levels: try RuleLevels(overriding: ["contact-is-emergency": .warning]),
      budgets: budgets
    )
    #expect(hits(of: .contactIsEmergency, outcome) == [0])
    #expect(hits(of: .contactIsSelf, outcome) == [0])
    #expect(hits(of: .contactUnreachable, outcome) == [1])
    // The one who is their own contact is no longer judged.
    #expect(outcome.budgets.map(\.findings) == [1])
    #expect(outcome.budgets.map(\.judged) == [1])
  }
}
