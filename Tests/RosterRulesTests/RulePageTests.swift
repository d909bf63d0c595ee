import Findings
import Foundation
import RosterRules
import TestSupport
import Testing

@Suite struct RulePageTests {
  @Test func `a rule's page has the fixed headings`() throws {
    let rule = try #require(RuleCatalogue.rule("teacher-without-email"))
    #expect(
      RulePage.text(rule) == """
        teacher-without-email
        =====================

        a teacher has no email address

        level
          error: this record is left out

        effect
          this teacher is left out; their classes go in without them

        why it matters
          the invitation goes to that address; without it the teacher never joins, and
          parents wait until all teachers have

        how to fix it
          add 'email' to the teacher in the school's records, or share the field with
          Bloomz in Clever

        who can
          the person who keeps the school's records (SIS)

        levels a pipeline file may give it
          error, blocker (Bloomz's staff file needs an address for every teacher)

        source
          Bloomz, Clever guide for school admins (2 Jul 2019): all imported teachers get
          invitation mails <https://bloomz.desk.com/customer/en/portal/articles/2954887>

        example
          error: teacher '530e5955d50c310f36112bd4' (sis_id '100003') has no email
          address [teacher-without-email]

        """
    )
  }

  @Test(arguments: RuleCatalogue.all.map(\.id))
  func `every page has a line for every heading, none too long`(id: String) throws {
    let rule = try #require(RuleCatalogue.rule(id))
    let lines = RulePage.text(rule).split(separator: "\n", omittingEmptySubsequences: false)
    for heading in ["level", "effect", "why it matters", "how to fix it", "source", "example"] {
      let index = try #require(lines.firstIndex { $0 == heading })
      #expect(lines[index + 1].hasPrefix("  "))
    }
    // An address on the web is one word, and stays whole.
    for line in lines where !line.contains("https://") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `the page of all rules in the documentation is the catalogue's`() throws {
    let path = "Sources/RosterRules/RosterRules.docc/Rules.md"
    if updatesGolden {
      try RulePage.markdown().write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(RulePage.markdown() == (try String(contentsOfFile: path, encoding: .utf8)))
  }

  @Test(arguments: RuleCatalogue.all.map(\.id))
  func `the page of all rules says what a rule's own page says`(id: String) throws {
    let rule = try #require(RuleCatalogue.rule(id))
    let all = RulePage.markdown().replacing("\\", with: "")
    let own = RulePage.text(rule).split { $0.isWhitespace }.joined(separator: " ")
    for text in [rule.why, rule.effect, rule.help, rule.fixer.words, rule.source.text] {
      #expect(all.contains(text))
      #expect(own.contains(text))
    }
  }

  @Test func `the catalogue has what the reference asks for, and more`() {
    #expect(RuleCatalogue.all.count >= 80)
  }

  @Test func `the list has a line a rule, titles in one column`() {
    let lines = RulePage.list().split(separator: "\n")
    #expect(lines.count == RuleCatalogue.all.count)
    #expect(
      lines.first.map(String.init)
        == "admin-email-malformed            warning  a school admin's email address cannot be "
        + "written to"
    )
  }
}
