import CleverReader
import FlatTables
import Foundation
import Roster
import TestSupport
import Testing

/// The district that Clever recorded in two versions, seven years apart.
@Suite struct RecordedVersionsTests {
  private static let rosters = Result {
    (
      try CleverReader(readsStudentEmail: true).read("samples/clever-demo-v1.1/clever"),
      try CleverReader(readsStudentEmail: true).read("samples/clever-demo-v3.0/clever")
    )
  }

  private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Recorded/differences.txt")

  @Test func `both versions have the same 1 004 students by sis_id`() throws {
    let (old, new) = try RecordedVersionsTests.rosters.get()
    func students(_ roster: Roster) -> [String] {
      roster.students.recordRows.map { roster.text.string(roster.students.sisID[$0]) }.sorted()
    }
    #expect(students(old).count == 1004)
    #expect(Set(students(old)).count == 1004)
    #expect(students(old) == students(new))
  }

  /// Rewritten by `UPDATE_GOLDEN=1`; read the difference like code.
  @Test func `all that they differ in is listed`() throws {
    let (old, new) = try RecordedVersionsTests.rosters.get()
    let lines = RecordedDifferences(from: old, to: new).lines
    let text = lines.joined(separator: "\n") + "\n"
    let golden = RecordedVersionsTests.golden
    if updatesGolden {
      try text.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(difference(lines, try listed()) == [])
    #expect(try String(contentsOf: golden, encoding: .utf8) == text)
  }

  @Test func `every kind of difference is explained in the article, and no other`() throws {
    var counts: [String: Int] = [:]
    for line in try listed() { counts[String(line.prefix { $0 != ":" }), default: 0] += 1 }
    let text = try article("SameDistrict")
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    var explained: [String: Int] = [:]
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      try #require(cells.count == 3)
      explained[cells[0].replacing("`", with: "")] = Int(cells[1])
      #expect(cells[2].count > 20, "an explanation is missing: \(row)")
    }
    #expect(explained == counts)
  }

  private func listed() throws -> [String] {
    try String(contentsOf: RecordedVersionsTests.golden, encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }
}
