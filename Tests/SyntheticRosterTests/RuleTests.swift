import CleverReader
import Findings
import FlatTables
import Roster
import RosterRules
import SyntheticRoster
import Testing
import Texts

/// The faults against the rules: each is found, once, and nothing else is.
@Suite struct RuleTests {
  private struct Found: Hashable, CustomStringConvertible {
    var rule: String
    var entity: String
    var id: String
    var description: String { "\(rule) \(entity) \(id)" }
  }

  /// What the rules find; with `asksForAll` in an import that takes other staff and students'
  /// addresses, which it does not by default.
  private func found(
    in export: MadeUpExport,
    _ step: GuideStep,
    asksForAll: Bool
  ) throws -> [Found] {
    var roster = try CleverReader(readsStudentEmail: asksForAll).read(export.path)
    roster.limitScope(
      to: Set(roster.schools.recordRows.map { Int32($0) }),
      sections: .all,
      otherStaff: asksForAll,
      stage: "select"
    )
    let outcome = RuleCatalogue.run(
      on: &roster,
      step: step,
      includesOtherStaff: asksForAll,
      day: CalendarDay("2024-11-04")
    )
    // A note about the whole export is no fault: half of the contacts have no key of their own.
    let hits = outcome.hits.filter { $0.row >= 0 || outcome.levels[Int($0.rule)] > .note }
    return hits.map { hit in
      var found = Found(rule: RuleCatalogue.all[Int(hit.rule)].id, entity: "", id: "")
      // A record that cannot be read has no id that could be told.
      if let entity = hit.entity, hit.row >= 0, let records = roster.records(of: entity) {
        found.entity = entity.text
        found.id = roster.idText(records.ids[Int(hit.row)])
      }
      return found
    }
  }

  private func planted(
    in export: MadeUpExport,
    _ step: GuideStep,
    asksForAll: Bool
  ) -> [Found] {
    export.summary.planted.compactMap { record in
      guard let rule = record.fault.rule,
        step == .parentsContacts || !record.fault.isFoundInStepTwo,
        asksForAll || record.fault.option == nil
      else { return nil }
      let isUnreadable = rule == "record-unreadable"
      return Found(
        rule: rule,
        entity: isUnreadable ? "" : record.fault.entity,
        id: isUnreadable ? "" : record.id
      )
    }
  }

  private func expectSame(_ export: MadeUpExport, _ step: GuideStep) throws {
    for all in [false, true] {
      let found = try found(in: export, step, asksForAll: all).map(\.description).sorted()
      let planted = planted(in: export, step, asksForAll: all).map(\.description).sorted()
      #expect(found == planted, "\(Set(found).symmetricDifference(planted).sorted())")
    }
  }

  /// Rules that a planted fault cannot show, and why.
  private static let notPlanted = [
    "api-versions-mixed": "an export is written in one version",
    "contact-without-sis-id": "said once of every export: half of the contacts have no key",
    "error-answer-in-export": "the import ends: what the file was to hold is not known",
    "event-about-unknown-record": "faults are planted in an export without events",
    "event-older-than-record": "faults are planted in an export without events",
    "file-broken": "the import ends: what the file was to hold is not known",
    "file-not-clevers": "the planted faults are in Clever's own files",
    "file-not-read": "the planted faults are in Clever's own files",
    "last-names-are-initials": "said of an export in which nearly everybody has it",
    "file-in-old-encoding": "the API writes UTF-8",
    "list-count-differs": "the import ends: who is missing is not known",
    "list-ends-at-page-size": "the import ends: who is missing is not known",
    "page-missing": "the import ends: who is missing is not known",
    "school-is-withheld": "nothing is written while a school is left out",
    "school-without-name": "nothing is written while a school is left out",
    "term-date-unreadable": "the API writes dates in one form",
    "upload-file-missing": "the import ends: what the file was to hold is not known",
    "zeros-lost": "the import ends: who is in which class is not known",
  ]

  @Test func `every rule is planted, or cannot be`() {
    let planted = Set(Fault.all.compactMap(\.rule))
    #expect(planted.isDisjoint(with: RuleTests.notPlanted.keys))
    let known = planted.union(RuleTests.notPlanted.keys)
    #expect(known.symmetricDifference(RuleCatalogue.all.map(\.id)) == [])
  }

  @Test(arguments: CleverVersion.allCases, GuideStep.allCases)
  func `the rules find the planted faults and nothing else`(
    version: CleverVersion,
    step: GuideStep
  ) throws {
    let export = try MadeUpExport(students: 1000, schools: 3, seed: 11, version)
    try expectSame(export, step)
    let rules = Set(export.summary.planted.compactMap(\.fault.rule))
    #expect(rules.count == (version < .v20 ? 67 : 74))
  }

  @Test(arguments: [
    ExportForm(.pages(size: 90), hasLinksFirst: true),
    ExportForm(.array, envelope: .withoutURI), ExportForm(.document, envelope: .bare),
    ExportForm(.lines, envelope: .bare),
  ])
  func `they do in every form`(form: ExportForm) throws {
    try expectSame(MadeUpExport(students: 1000, seed: 12, .v20, form), .parentsContacts)
  }

  @Test(arguments: [20, 41, 77, 150, 333, 500])
  func `they do in small districts, which have but some of the faults`(students: Int) throws {
    let export = try MadeUpExport(students: students, seed: 13, .v21)
    #expect(!export.summary.planted.isEmpty)
    try expectSame(export, .parentsContacts)
  }

  @Test func `they do in several schools`() throws {
    try expectSame(MadeUpExport(students: 3000, schools: 7, seed: 14, .v30), .parentsContacts)
  }

  @Test(arguments: CleverVersion.allCases)
  func `without faults no rule speaks`(version: CleverVersion) throws {
    let export = try MadeUpExport(students: 500, schools: 2, seed: 15, hasFaults: false, version)
    #expect(try found(in: export, .parentsContacts, asksForAll: false) == [])
  }
}
