import Foundation
import RosterRules
import TestSupport
import Testing

/// Each rule against an export with its fault and one without.
@Suite struct FixtureTests {
  static let folder = "Tests/RosterRulesTests/Fixtures"

  @Test(arguments: RuleCatalogue.all.map(\.id))
  func `the faulty export gives exactly the expected text`(id: String) throws {
    let rule = try #require(RuleCatalogue.rule(id))
    let folder = "\(FixtureTests.folder)/\(id)/"
    let found = try findings(in: folder + "faulty", for: rule, below: folder)
    if updatesGolden {
      try found.write(toFile: folder + "expected.txt", atomically: true, encoding: .utf8)
    }
    #expect(found == (try String(contentsOfFile: folder + "expected.txt", encoding: .utf8)))
    #expect(found.contains(" [\(id)]\n"), "no finding of the rule itself")
  }

  @Test(arguments: RuleCatalogue.all.map(\.id))
  func `the clean export gives nothing`(id: String) throws {
    let rule = try #require(RuleCatalogue.rule(id))
    let folder = "\(FixtureTests.folder)/\(id)/"
    #expect(try findings(in: folder + "clean", for: rule, below: folder) == "")
  }

  @Test(arguments: RuleCatalogue.all.map(\.id))
  func `the example on the rule's page is a message that the rule gives`(id: String) throws {
    let rule = try #require(RuleCatalogue.rule(id))
    let path = "\(FixtureTests.folder)/\(id)/expected.txt"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let messages = lines.filter { $0.hasSuffix(" [\(id)]") }.map { form(of: String($0)) }
    let example = form(of: "\(rule.level): \(rule.example) [\(id)]")
    #expect(messages.contains { $0.hasSuffix(example) }, "\(example) is none of \(messages)")
  }

  /// `text` with its values and numbers left out.
  private func form(of text: String) -> String {
    text.replacing(#/'[^' ]*'/#, with: "''").replacing(#/[0-9]+/#, with: "0")
      .replacing(#/ \((?:sis|staff)_id ''\)/#, with: "")
  }

  @Test func `every fixture belongs to a rule`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: FixtureTests.folder)
    #expect(folders.sorted() == RuleCatalogue.all.map(\.id))
  }
}
