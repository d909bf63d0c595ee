import Findings
import Roster
import RosterRules
import Testing

/// Thresholds as text, and what a rule weighs when its findings pass one.
@Suite struct BudgetTests {
  @Test(arguments: [
    ("> 20", "> 20"), (">20", "> 20"), (">= 0", ">= 0"), ("> 2 %", "> 2 %"), (">2%", "> 2 %"),
    ("> 2.5 % and > 20", "> 2.5 % and > 20"), (">=0.05%and>3", ">= 0.05 % and > 3"),
    ("> 2.25 %", "> 2.25 %"),
    ("> 100 %", "> 100 %"), ("> 7.10 %", "> 7.1 %"), ("> 7.01 %", "> 7.01 %"),
  ])
  func `a threshold is read whatever its blanks`(text: String, spelling: String) {
    let read = (try? RuleThreshold(parsing: text))?.description ?? ""
    #expect(read == spelling)
  }

  @Test(arguments: [
    ("", ""), ("20", "20"), ("> ", "> "), ("> twenty", "twenty"), ("> -1", "-1"),
    ("> 101 %", "101"), ("> 100.01 %", "100.01"), ("> 2.505 %", "2.505"), ("> 2.5", "2.5"),
    ("> 2 % or > 3", "or"), ("> 2 % and", "> 2 % and"), ("< 3", "<"), ("= 3", "="),
    ("> 1234567890", "1234567890"), ("> 2 % %", "%"),
  ])
  func `what is no threshold is answered with the part that makes no sense`(
    text: String,
    part: String
  ) {
    do {
      let threshold = try RuleThreshold(parsing: text)
      Issue.record("'\(text)' was read as '\(threshold)'")
    } catch {
      #expect(error.part == part)
      #expect(error.help == "write it like '> 20', '> 2 %' or '> 2 % and > 20'")
    }
  }

  @Test(arguments: [
    ("> 20", 20, 20, 100, false), ("> 20", 21, 1, 100, true), (">= 20", 20, 20, 100, true),
    ("> 2 %", 9, 2, 100, false), ("> 2 %", 9, 3, 100, true), (">= 2 %", 9, 2, 100, true),
    ("> 2 % and > 20", 21, 3, 100, true), ("> 2 % and > 20", 20, 3, 100, false),
    ("> 2 % and > 20", 21, 2, 100, false), ("> 0 %", 5, 0, 0, false),
    ("> 0.01 %", 2, 2, 10_000, true),
    ("> 0.01 %", 1, 1, 10_000, false),
  ])
  func `every condition must be met`(
    text: String,
    findings: Int,
    records: Int,
    judged: Int,
    isPassed: Bool
  ) throws {
    let threshold = try RuleThreshold(parsing: text)
    #expect(threshold.isPassed(findings: findings, records: records, of: judged) == isPassed)
  }

  @Test func `a rule that passes its budget weighs more, and withholds what it then may`() throws {
    var builder = RosterBuilder()
    try builder.school("oak-hill")
    for name in ["s-1", "s-2", "s-3"] { try builder.student(name, school: "oak-hill") }
    try builder.teacher("t-1", email: "t1@pine-valley.k12.xx.us", school: "oak-hill")
    try builder.section("room-3", school: "oak-hill", teachers: ["t-1"], students: ["s-1", "s-2"])
    var budgets = RuleBudgets()
    budgets.add("student-in-no-section", .error, over: try RuleThreshold(parsing: "> 33 %"))
    budgets.add("student-in-no-section", .blocker, over: try RuleThreshold(parsing: "> 34 %"))
    budgets.add("teacher-in-no-section", .warning, over: try RuleThreshold(parsing: "> 0"))
    let outcome = RuleCatalogue.run(
      on: &builder.roster,
      step: .classesTeachersStudents,
      budgets: budgets
    )
    let index = try #require(RuleCatalogue.index(of: "student-in-no-section"))
    #expect(outcome.levels[index] == .error)
    #expect(outcome.budgets.map(\.findings) == [1, 0])
    #expect(outcome.budgets.map(\.judged) == [3, 0])
    #expect(outcome.budgets.map { $0.passed?.description } == ["> 33 %", nil])
    #expect(builder.roster.students.records.fates.count { $0.kind == .withheld } == 1)
    #expect(!outcome.hasBlocker)
  }

  @Test(arguments: [
    ("student-in-no-section", Level.error, "> 2 %", nil),
    ("student-in-no-section", .warning, "> 2", "it is warning whatever their number"),
    ("teacher-in-no-section", .error, "> 2", "the teacher is not imported anyway"),
    (
      "record-unreadable", .blocker, "> 2 %",
      "its findings are about files, not records, so they have no share; give a number"
    ),
    ("record-unreadable", .blocker, "> 2", nil),
    ("no-such-rule", .error, "> 2", "there is no such rule"),
    (
      "PRE-06", .error, "> 2",
      "it belongs to the permission gate, which always decides by itself"
    ),
  ])
  func `a budget that cannot come true is refused with the reason`(
    id: String,
    level: Level,
    threshold: String,
    reason: String?
  ) throws {
    let own = RuleCatalogue.rule(id)?.level ?? .note
    let threshold = try RuleThreshold(parsing: threshold)
    #expect(RuleBudgets.complaint(about: id, level, over: threshold, from: own) == reason)
  }
}
