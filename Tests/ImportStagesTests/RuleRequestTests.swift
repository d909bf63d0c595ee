import Findings
import Foundation
import Pipeline
import RosterRules
import RunReport
import TestSupport
import Testing

@testable import ImportStages

/// What a pipeline file may ask of the rules, what it may not, and what the report says of it.
@Suite struct RuleRequestTests {
  private let samples = packageFolder.appending(path: "samples")

  private func plan(_ rules: String) throws -> ImportPlan {
    let text = """
      pipeline: test
      version: 1
      step: parents-contacts
      stages:
        - extract: { from: "\(samples.path)/lincoln/clever" }
        - select: { school: "0042" }
        - validate:
            operator: 66a100000000000000000001
            application: bloomz
            declared: { community-is-set-up: true }
            teachers-joined-override: they join at the staff meeting
            rules:
              \(rules)
        - transform: {}
      """
    return try ImportPlan(PipelineFile(parsing: Array(text.utf8), path: "t"), registry: .standard)
  }

  private func report(_ rules: String, on day: String = "2026-08-20") async throws -> Report {
    let settings = ImportRun.Settings(issueDate: day, issueDateIsGiven: true)
    let result = await ImportRun(try plan(rules), settings).execute()
    #expect(result.error == nil)
    return result.report
  }

  @Test(arguments: [
    (
      "teacher-withot-email: error",
      "t:13:9: error: rule 'teacher-withot-email' cannot be changed: there is no such rule "
        + "[rule-refused]\n  help: did you mean 'teacher-without-email'? 'clever-to-bloomz rules' "
        + "lists those that can"
    ),
    (
      "PRE-06: note",
      "t:13:9: error: rule 'PRE-06' cannot be changed: it belongs to the permission gate, which "
        + "always decides by itself [rule-refused]\n  help: 'clever-to-bloomz rules' lists those "
        + "that can"
    ),
    (
      "importer-is-not-school-admin: { suppress: we know, until: 2026-12-31 }",
      "t:13:9: error: rule 'importer-is-not-school-admin' cannot be changed: it belongs to the "
        + "permission gate, which always decides by itself [rule-refused]\n  help: "
        + "'clever-to-bloomz rules' lists those that can"
    ),
    (
      "page-missing: note",
      "t:13:23: error: rule 'page-missing' cannot be note: a record that is missing cannot be told "
        + "from one that was removed [rule-refused]\n  help: it can be: always blocker"
    ),
    (
      "student-in-no-section: { error-if: '> 2 % or 3' }",
      "t:13:44: error: 'error-if' makes no sense at 'or' [rule-refused]\n  help: write it like "
        + "'> 20', '> 2 %' or '> 2 % and > 20'"
    ),
    (
      "student-in-no-section: { warning-if: '> 2 %' }",
      "t:13:46: error: rule 'student-in-no-section' cannot become warning: it is warning whatever "
        + "their number [rule-refused]\n  help: it can be: note, warning, error, blocker"
    ),
    (
      "name-has-digits: { suppress: we know }",
      "t:13:38: error: rule 'name-has-digits' is suppressed without an end [rule-refused]\n  help: "
        + "add 'until' with the last day, '2026-12-31' for instance"
    ),
    (
      "name-has-digits: { suppress: ' ', until: 2026-12-31 }",
      "t:13:38: error: rule 'name-has-digits' is suppressed without a reason [rule-refused]\n  "
        + "help: write after 'suppress' why it does not matter"
    ),
    (
      "name-has-digits: { until: 2026-12-31 }",
      "t:13:35: error: 'until' of rule 'name-has-digits' ends nothing [rule-refused]\n  help: add "
        + "'suppress' with the reason"
    ),
    (
      "file-broken: { suppress: we know, until: 2026-12-31 }",
      "t:13:34: error: rule 'file-broken' cannot be suppressed: a blocker stops the run, so its "
        + "findings must be seen [rule-refused]\n  help: it can be: always blocker"
    ),
    (
      "name-has-digits: {}",
      "t:13:9: error: nothing is asked of rule 'name-has-digits' [rule-refused]\n  help: write a "
        + "level, or { level: …, error-if: …, suppress: …, until: … }"
    ),
    (
      "name-has-digits: { supress: we know }",
      "t:13:28: error: 'name-has-digits' has no option 'supress' [unknown-option]\n  help: did you "
        + "mean 'suppress'? it has: blocker-if, error-if, level, suppress, until, warning-if"
    ),
    (
      "name-has-digits: eror",
      "t:13:26: error: 'name-has-digits' has no value 'eror' [unknown-choice]\n  help: did you mean "
        + "'error'? it takes: note, warning, error, blocker"
    ),
    (
      "name-has-digits: { suppress: we know, until: tomorrow }",
      "t:13:54: error: 'until' is 'tomorrow', not a date [wrong-value]\n  help: write it as "
        + "YYYY-MM-DD, '2026-08-15' for instance"
    ),
  ])
  func `what cannot be asked is refused at its place`(rules: String, text: String) {
    do {
      _ = try plan(rules)
      Issue.record("'\(rules)' was taken")
    } catch let error as PlanError {
      #expect(error.faults.map { $0.lines().joined(separator: "\n") } == [text])
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test
  func `a suppressed rule's findings are put aside, counted and listed, and its effect stays`()
    async throws
  {
    let plain = try await report("student-in-no-section: warning")
    let rule = try #require(plain.rules.first { $0.level == .error })
    let asked = "\(rule.code): { suppress: it is known, until: 2026-08-20 }"
    let report = try await report(asked)
    let change = try #require(report.ruleChanges.first)
    #expect(change.suppressed == Array(rule.findings))
    #expect(change.reason == "it is known")
    #expect(change.until == "2026-08-20")
    #expect(change.asked == "suppressed until 2026-08-20: it is known")
    let number = rule.findings.count
    #expect(change.result == "\(number) finding\(number == 1 ? "" : "s") put aside")
    #expect(!report.rules.contains { $0.code == rule.code })
    #expect(report.findingCounts.errors == plain.findingCounts.errors - number)
    #expect(report.tally == plain.tally)
    for form in [
      TerminalReport.render(report, style: TerminalStyle(columns: 200)), JSONReport.render(report),
      HTMLReport.render(report), FindingsCSV.render(report),
    ] {
      #expect(form.contains("it is known"))
      #expect(form.contains("2026-08-20"))
      #expect(form.contains(rule.code))
    }
  }

  @Test func `a suppression that is over counts again, and says so`() async throws {
    let asked = "student-in-no-section: { suppress: it is known, until: 2026-08-19 }"
    let report = try await report(asked)
    let expired = try #require(report.rules.first { $0.code == "suppression-expired" })
    #expect(expired.level == .warning)
    #expect(
      expired.findings.map(\.message) == [
        "the suppression of 'student-in-no-section' ended on 2026-08-19, so its findings count again"
      ]
    )
    #expect(expired.findings.first?.place?.description == "t:13:64")
    #expect(
      report.ruleChanges.first?.result == "the suppression is over, so its findings count again"
    )
    #expect(report.ruleChanges.first?.suppressed == [])
  }

  @Test func `the report says what was re-levelled, and how a budget stands`() async throws {
    let report = try await report(
      """
      contact-without-sis-id: { warning-if: ">= 1" }
              student-in-no-section: { level: note, error-if: "> 50 %" }
              admin-email-malformed: error
      """
    )
    #expect(
      report.ruleChanges.map { "\($0.code): \($0.from), \($0.to): \($0.asked): \($0.result)" } == [
        "admin-email-malformed: warning, error: level 'error': the rule did not run: no staff but "
          + "teachers are imported",
        "contact-without-sis-id: note, warning: 'warning' if >= 1: 1 finding about 0 of 11 records "
          + "judged (0 %): >= 1 is passed, so it weighs 'warning'",
        "student-in-no-section: warning, note: level 'note'; 'error' if > 50 %: 'note' in place of "
          + "'warning'; 0 findings: within the budget",
      ]
    )
  }

  @Test func `the report says of a rule what its page says`() async throws {
    let report = try await report("student-in-no-section: warning")
    let sections = report.rules.filter { RuleCatalogue.rule($0.code) != nil }
    #expect(sections.count > 3)
    for section in sections {
      let page = try #require(CodeCatalogue.page(of: section.code))
        .split { $0.isWhitespace }.joined(separator: " ")
      let texts = [
        section.title, section.why, section.effect, section.howToFix, section.fixer.words,
        section.source,
      ]
      for text in texts { #expect(page.contains(text), "\(section.code): \(text)") }
    }
  }
}
