import CleverReader
import Findings
import FlatTables
import Foundation  // FileManager: the shuffled exports
import Roster
import RosterRules
import SyntheticRoster
import TestSupport
import Testing

/// Root causes of made-up districts: one thing taken away is one cause, in any order of input.
@Suite struct CauseTests {
  /// What a run makes of an export, free of row numbers.
  private struct Explained: Equatable {
    var causes: [RootCause]
    /// Of each finding its rule, record and cause, sorted.
    var findings: [String]

    var structural: [RootCause] { causes.filter { $0.kind != .rule } }
  }

  private func explain(
    _ path: String,
    _ importer: String,
    _ step: GuideStep = .parentsContacts
  ) throws -> Explained {
    var roster = try CleverReader().read(path)
    roster.limitScope(
      to: Set(roster.schools.recordRows.map { Int32($0) }),
      sections: .all,
      stage: "select"
    )
    let outcome = RuleCatalogue.run(on: &roster, step: step)
    let causes = RootCauses(
      of: roster,
      outcome,
      unsharedSchools: roster.unsharedSchools(ofImporter: importer)
    )
    // A note that every made-up district earns, since half its contacts have no key.
    let always = "contact-without-sis-id"
    let findings = outcome.hits.enumerated().compactMap { index, hit -> String? in
      let text = outcome.text(of: hit, in: roster)
      guard text.code != always else { return nil }
      return "\(text.code) \(text.record) \(causes.all[Int(causes.ofHits[index])].key)"
    }
    return Explained(
      causes: causes.all.filter { $0.key != "rule:\(always)" },
      findings: findings.sorted()
    )
  }

  @Test func `a school taken from ten is one cause, given back it is none, in twenty orders`()
    throws
  {
    let whole = try MadeUpExport(students: 300, schools: 10, hasFaults: false)
    let importer = whole.summary.importer
    #expect(try explain(whole.path, importer) == Explained(causes: [], findings: []))

    let school = whole.summary.schools[3].id
    let without = try Shuffled(whole) { list, line in
      list == "schools" && line.contains("\"id\":\"\(school)\"")
    }
    let expected = try explain(without.path, importer)
    #expect(expected.causes.map(\.key) == ["school-not-shared:\(school)"])
    let cause = try #require(expected.causes.first)
    #expect(cause.blocked.students >= 30)
    #expect(cause.blocked.teachers >= 1)
    #expect(cause.blocked.contacts >= cause.blocked.students)
    #expect(cause.blocked.classes == whole.summary.schools[3].sections)

    for seed in 1...20 {
      let shuffled = try Shuffled(whole, seed: UInt64(seed)) { list, line in
        list == "schools" && line.contains("\"id\":\"\(school)\"")
      }
      #expect(try explain(shuffled.path, importer) == expected, "order \(seed)")
      let back = try Shuffled(whole, seed: UInt64(seed)) { _, _ in false }
      #expect(try explain(back.path, importer).causes == [], "order \(seed)")
    }
  }

  @Test func `a faulty district has the same causes for the same findings in twenty orders`() throws
  {
    // Before v3 each kind has a list of its own, so it is known what cannot be read.
    let export = try MadeUpExport(students: 300, schools: 10, .v21)
    let teachers = Set(try export.people("teachers", role: "teacher").map { $0.text("id") })
    let school = export.summary.schools[7].id
    func isTaken(_ list: String, _ line: String) -> Bool {
      if list == "schools" { return line.contains("\"id\":\"\(school)\"") }
      // Some teachers, told by the last digit of the id, are not shared: more of them than there
      // are records that cannot be read.
      return list == "teachers"
        && teachers.contains { id in
          "02468a".contains(id.suffix(1)) && line.contains("\"id\":\"\(id)\"")
        }
    }
    let inOrder = try Shuffled(export, taking: isTaken)
    let expected = try explain(inOrder.path, export.summary.importer)
    let kinds = Set(expected.causes.map(\.kind))
    #expect(kinds.isSuperset(of: [.schoolNotShared, .teachersNotShared, .rule]))
    for seed in 1...20 {
      let shuffled = try Shuffled(export, seed: UInt64(seed), taking: isTaken)
      #expect(try explain(shuffled.path, export.summary.importer) == expected, "order \(seed)")
    }
  }

  @Test func `every finding has one cause, and no cause counts one twice`() throws {
    let export = try MadeUpExport(students: 300, schools: 10)
    let found = try explain(export.path, export.summary.importer)
    #expect(found.causes.reduce(0) { $0 + $1.findings } == found.findings.count)
    #expect(Set(found.causes.map(\.key)).count == found.causes.count)
  }

  @Test(arguments: 1...12)
  func `whatever is taken away, every finding has one cause, in any order`(seed: Int) throws {
    let version: CleverVersion = seed.isMultiple(of: 2) ? .v21 : .v31
    // More than a full page are left of any 140: a list of exactly 100 would be taken for cut.
    let export = try MadeUpExport(students: 140, schools: 4, seed: UInt64(seed), version)
    // The last digits of an id stand for chance: they are the same in every order of lines.
    let digits = Array("0123456789abcdef").map(String.init)
    func isTaken(_ list: String, _ line: String) -> Bool {
      guard let id = line.firstMatch(of: /"id":"[0-9a-f]{22}([0-9a-f])/) else { return false }
      let digit = digits.firstIndex(of: String(id.output.1)) ?? 0
      return (digit + seed) % 5 == 0 && list != "districts"
    }
    let inOrder = try Shuffled(export, taking: isTaken)
    let expected = try explain(inOrder.path, export.summary.importer)
    #expect(expected.causes.reduce(0) { $0 + $1.findings } == expected.findings.count)
    #expect(!expected.structural.isEmpty)
    let shuffled = try Shuffled(export, seed: UInt64(seed), taking: isTaken)
    #expect(try explain(shuffled.path, export.summary.importer) == expected)
  }

  @Test func `a missing page explains the ids between its cursors and no others`() throws {
    let whole = try MadeUpExport(
      students: 200,
      schools: 2,
      hasFaults: false,
      .v21,
      ExportForm(.pages(size: 50))
    )
    let page = "\(whole.path)/students/page-00002.json"
    let data = try Data(contentsOf: URL(fileURLWithPath: page))
    try FileManager.default.removeItem(atPath: page)
    let found = try explain(whole.path, whole.summary.importer)
    #expect(found.causes.map(\.key) == ["list-incomplete:students"])
    #expect(found.causes[0].findings > 2)
    #expect(found.causes[0].level == .blocker)

    // A student beyond the gap is missing for another reason.
    let last = "\(whole.path)/students/page-00004.json"
    var object = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: last)))
        as? [String: Any]
    )
    var items = try #require(object["data"] as? [[String: Any]])
    items.removeLast()
    object["data"] = items
    try JSONSerialization.data(withJSONObject: object, options: [.withoutEscapingSlashes])
      .write(to: URL(fileURLWithPath: last))
    let both = try explain(whole.path, whole.summary.importer)
    #expect(both.causes.map(\.kind) == [.listIncomplete, .studentsNotShared])

    try data.write(to: URL(fileURLWithPath: page))
    let mended = try explain(whole.path, whole.summary.importer)
    #expect(mended.structural.map(\.kind) == [.studentsNotShared], "\(mended)")
  }

  @Test(arguments: ["teacher", "student"])
  func `a whole kind that is not shared is one cause`(role: String) throws {
    let whole = try MadeUpExport(students: 120, schools: 2, hasFaults: false, .v21)
    let without = try Shuffled(whole) { list, _ in list == "\(role)s" }
    let found = try explain(without.path, whole.summary.importer, .classesTeachersStudents)
    #expect(found.causes.map(\.key) == ["entity-not-shared:\(role)"])
    #expect(found.causes[0].findings > 0)
  }

  @Test func `what a withheld record drags along belongs to the rule that withheld it`() throws {
    let whole = try MadeUpExport(students: 60, schools: 1, hasFaults: false, .v21)
    let teacher = try #require(try whole.records()["teachers"]?.first)
    let email = teacher.text("email")
    let faulty = try Shuffled(whole, changing: { $0.replacing(email, with: "") })
    let found = try explain(faulty.path, whole.summary.importer)
    #expect(found.causes.map(\.key) == ["rule:teacher-without-email"])
    // Their classes have no teacher now; that is not for anybody else to fix.
    #expect(found.findings.contains { $0.hasPrefix("section-without-teacher") })
    #expect(found.causes[0].blocked.teachers == 1)
    #expect(found.causes[0].blocked.classes >= 1)
  }
}

/// A copy of an export whose lines, and the files they stand in, come in another order.
private struct Shuffled {
  private let folder: TemporaryFolder

  var path: String { folder.path }

  // `seed` is the order, nil leaves it as it is; `isTaken` tells which lines of which list are left
  // out; `changing`, what becomes of each line.
  init(
    _ export: MadeUpExport,
    seed: UInt64? = nil,
    taking isTaken: (String, String) -> Bool = { _, _ in false },
    changing: (String) -> String = { $0 }
  ) throws {
    folder = try TemporaryFolder()
    var dice = SeededRandom(seed: seed ?? 0)
    for file in try FileManager.default.subpathsOfDirectory(atPath: export.path).sorted() {
      let list = String(file.prefix { $0 != "." })
      var lines = String(decoding: try export.bytes(file), as: UTF8.self)
        .split(separator: "\n").map(String.init).filter { !isTaken(list, $0) }.map(changing)
      guard !lines.isEmpty else { continue }
      guard seed != nil else {
        try write(lines, file)
        continue
      }
      lines.shuffle(using: &dice)
      // Cut in two: files are read in the order of their names, which says nothing of the list.
      let cut = Int.random(in: 0...lines.count, using: &dice)
      for part in [lines[..<cut], lines[cut...]] where !part.isEmpty {
        try write(Array(part), "\(UInt64.random(in: 0...(.max), using: &dice)).ndjson")
      }
    }
  }

  private func write(_ lines: [String], _ name: String) throws {
    try folder.file(name, lines.joined(separator: "\n") + "\n")
  }
}
