import CleverReader
import Findings
import Foundation
import Roster
import RosterRules
import SyntheticRoster
import TestSupport
import Testing

/// What is missing from damaged CSV files of a district is named, or nobody could know.
@Suite struct DamagedUploadTests {
  private func upload() throws -> MadeUpFiles {
    try MadeUpFiles(DistrictPlan(students: 8, seed: 2), .v31, ExportForm(.upload))
  }

  @Test(arguments: ["students", "sections", "enrollments", "staff"])
  func `a file cut at any place is named, but where its rows look whole`(list: String) throws {
    var files = try upload()
    let path = "\(list).csv"
    let bytes = files[path]
    let whole = Losses(of: try files.read())
    var unnamed = 0
    for end in Set((0..<1000).map { $0 * bytes.count / 1000 }).sorted() {
      files[path] = Array(bytes[..<end])
      let roster = try files.read()
      #expect(Losses.isBalanced(roster), "cut at \(end)")
      let isSame = whole.missing(from: roster).isEmpty && whole.changed(in: roster).isEmpty
      if isSame || !Losses.named(in: roster).isEmpty { continue }
      unnamed += 1
      #expect(looksWhole(bytes[..<end]), "cut at \(end)")
    }
    #expect(unnamed > 0)
    #expect(unnamed < 500)
  }

  /// Whether the last row has as many fields as the header; then nothing can tell that it goes on.
  private func looksWhole(_ bytes: ArraySlice<UInt8>) -> Bool {
    let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard let header = lines.first, let last = lines.last else { return false }
    return commas(in: header) == commas(in: last)
  }

  /// Commas that are not within quotes.
  private func commas(in line: ArraySlice<UInt8>) -> Int {
    var isQuoted = false
    var count = 0
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ","), !isQuoted { count += 1 }
    }
    return count
  }

  @Test(arguments: [
    ("schools", "student-names-unknown-school"), ("students", "section-names-unknown-student"),
    ("teachers", "section-names-unknown-teacher"), ("sections", "record-unreadable"),
    ("enrollments", "section-without-students"),
  ])
  func `a file that is not there is missed by those who name its records`(
    list: String,
    rule: String
  ) throws {
    var files = try upload()
    files.remove("\(list).csv")
    var roster = try files.read()
    #expect(Losses.isBalanced(roster))
    let outcome = RuleCatalogue.run(on: &roster, step: .parentsContacts)
    #expect(!outcome.hits(of: try #require(RuleCatalogue.rule(rule))).isEmpty)
  }

  @Test func `without the staff file nobody may import`() throws {
    var files = try upload()
    func lookup() throws -> GateQuestion.Importer.Lookup {
      GateQuestion(
        try files.read(),
        step: .classesTeachersStudents,
        importer: "A00000",
        schools: [0],
        answers: GateAnswers(declared: GateQuestion.Declared())
      ).importer.lookup
    }
    #expect(try lookup() == .found)
    files.remove("staff.csv")
    #expect(try lookup() == .notFound)
  }

  @Test(arguments: ["schools", "students", "teachers", "sections", "enrollments", "staff"], 0..<3)
  func `bytes changed at random never end the program, and what they cost is accounted for`(
    list: String,
    seed: Int
  ) throws {
    var files = try upload()
    let path = "\(list).csv"
    let bytes = files[path]
    let whole = Losses(of: try files.read())
    var random = SeededRandom(seed: seed)
    for round in 0..<120 {
      var damaged = bytes
      let damages = DamagedExportTests.Damage.allCases
      let damage = damages[random.below(damages.count)]
      for _ in 0...random.below(3) where !damaged.isEmpty { damage.apply(to: &damaged, &random) }
      files[path] = damaged
      let roster = try files.read()
      #expect(Losses.isBalanced(roster), "seed \(seed), round \(round): \(damage)")
      // A row that is taken out with its line end leaves files that look whole.
      let losesRow = lineFeeds(in: damaged) < lineFeeds(in: bytes)
      let isNamed = !whole.isShort(roster) || losesRow || !Losses.named(in: roster).isEmpty
      #expect(isNamed, "seed \(seed), round \(round): \(damage)")
    }
  }

  private func lineFeeds(in bytes: [UInt8]) -> Int { bytes.count { $0 == UInt8(ascii: "\n") } }
}
