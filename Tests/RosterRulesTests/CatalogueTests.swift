import Findings
import Foundation
import RosterRules
import Testing

/// Housekeeping: the catalogue against the folder, and every text against the house's form.
@Suite struct CatalogueTests {
  private let rules = RuleCatalogue.all

  @Test func `ids are in kebab case, unique and in order`() {
    let ids = rules.map(\.id)
    #expect(ids == Array(Set(ids)).sorted())
    for id in ids { #expect(id.wholeMatch(of: /[a-z]+(-[a-z]+)+/) != nil, "\(id)") }
  }

  @Test func `each rule has its file, named like it, and each file its rule`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: "Sources/RosterRules/Rules")
    let names = rules.map { rule in
      rule.id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        + ".swift"
    }
    #expect(names.sorted() == files.sorted())
  }

  @Test func `texts begin in lower case and end without a full stop`() {
    for rule in rules {
      var texts = [rule.title, rule.why, rule.effect, rule.help, rule.example]
      texts += [rule.hides, rule.latitude.reason].filter { !$0.isEmpty }
      for text in texts {
        #expect(!text.isEmpty && !text.hasSuffix("."), "\(rule.id): \(text)")
        // Bloomz and Clever are names; quotes begin a value.
        let isName = text.hasPrefix("Bloomz") || text.hasPrefix("Clever") || text.hasPrefix("'")
        #expect(isName || text.first?.isLowercase == true, "\(rule.id): \(text)")
        #expect(!text.contains("  ") && !text.contains("invalid "), "\(rule.id): \(text)")
      }
    }
  }

  @Test func `a rule's own level is one that comes true`() {
    for rule in rules { #expect(rule.latitude.allows(rule.level), "\(rule.id)") }
  }

  @Test func `a rule that may not run says what that hides`() {
    for rule in rules where rule.subject != .everything {
      #expect(!rule.hides.isEmpty, "\(rule.id)")
    }
  }

  @Test func `the effect in words agrees with the level`() {
    for rule in rules {
      switch rule.level {
      case .note: #expect(rule.effect.hasPrefix("nothing changes"), "\(rule.id)")
      case .warning:
        #expect(rule.effect.contains(" goes in") || rule.effect.contains(" go in"), "\(rule.id)")
      case .error: #expect(rule.effect.contains(" left out"), "\(rule.id)")
      case .blocker: #expect(rule.effect == "nothing is written", "\(rule.id)")
      }
    }
  }

  @Test func `a level that cannot come true is refused with its reason`() {
    #expect(
      refusal(["teacher-without-email": .warning, "page-missing": .note, "no-such-rule": .error])
        == "'no-such-rule' cannot be error: there is no such rule; "
        + "'page-missing' cannot be note: a record that is missing cannot be told from one that was "
        + "removed; 'teacher-without-email' cannot be warning: Bloomz's staff file needs an address "
        + "for every teacher"
    )
    #expect(
      refusal(["importer-is-not-school-admin": .warning])
        == "'importer-is-not-school-admin' cannot be warning: it belongs to the permission gate, "
        + "which always decides by itself"
    )
    #expect(refusal(["teacher-without-email": .error, "student-in-no-section": .error]) == nil)
  }

  private func refusal(_ overrides: [String: Level]) -> String? {
    do {
      _ = try RuleLevels(overriding: overrides)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `no code of the gate is a rule's, too`() {
    #expect(Set(GateCode.allCases.map(\.rawValue)).isDisjoint(with: rules.map(\.id)))
  }
}
