import CleverReader
import Foundation
import Roster
import SyntheticRoster
import TestSupport
import Testing

/// Portions of a file that are walked side by side tell what the whole tells one by one.
@Suite struct ChunkTests {
  /// So small that a few kilobytes of file are many portions.
  static let size = 1 << 10

  /// Everything that reading `export` tells, in chunks of `size` bytes.
  private func read(_ export: Export, by size: Int) throws -> [String] {
    var reader = CleverReader()
    reader.chunkSize = size
    return try reader.read(export.path).told(below: export.path)
  }

  private func expectSame(_ export: Export, _ comment: Comment? = nil) throws {
    let whole = try read(export, by: .max)
    for size in [ChunkTests.size, 3_000, 512 << 10] {
      #expect(try read(export, by: size) == whole, comment)
    }
  }

  /// A student a line, with a field that nobody reads.
  private func lines(_ count: Int, _ end: String = "\n", blank: Int = .max) -> String {
    var text = ""
    for number in 0..<count {
      let digits = String(1_000_000 + number)
      let id = String(repeating: "a", count: 24 - digits.count) + digits
      text += "{\"data\":{\"id\":\"\(id)\",\"sis_id\":\"\(number)\",\"dob\":\"1/1/2015\","
      text += "\"name\":{\"first\":\"F\(number)\",\"last\":\"L\"}},"
      text += "\"uri\":\"/v2.1/students/\(id)\"}\(end)"
      if number % blank == blank - 1 { text += end }
    }
    return text
  }

  @Test(arguments: ["\n", "\r\n"]) func `each line's record has its number`(end: String) throws {
    let export = try Export(["students.json": lines(300, end)])
    var reader = CleverReader()
    reader.chunkSize = ChunkTests.size
    let roster = try reader.read(export.path)
    try #require(roster.students.records.recordCount == 300)
    #expect(Array(roster.students.records.lines) == Array(1...300))
    #expect(roster.source.unusedFields == ["dob": 300])
    try expectSame(export)
  }

  @Test func `a file of the usual size is cut as well`() throws {
    let export = try Export(["a.json": lines(20_000, blank: 7), "b.json": lines(3)])
    let roster = try export.read()
    #expect(roster.students.records.recordCount == 20_000)
    // The last three are copies of the first.
    #expect(roster.source.unusedFields == ["dob": 20_003])
    try expectSame(export)
  }

  @Test func `keys of a record that breaks off at a window's end count once`() throws {
    let records = lines(20_000).split(separator: "\n").joined(separator: ",")
    let page = "{\"data\":[\(records)],\"links\":[]}"
    let roster = try Export(["students.json": page]).read()
    #expect(roster.students.records.recordCount == 20_000)
    #expect(roster.source.unusedFields["dob"] == 20_000)
  }

  @Test(arguments: CleverVersion.allCases) func `made-up districts`(version: CleverVersion) throws {
    let plan = try DistrictPlan(students: 120, seed: 5)
    for layout in [ExportForm.Layout.lines, .pages(size: 50), .array, .document] {
      let files = try MadeUpFiles(plan, version, ExportForm(layout))
      try expectSame(try files.export(), "\(layout)")
    }
  }

  @Test func `damaged files`() throws {
    var random = SeededRandom(seed: 11)
    let good = Array(lines(60).utf8)
    for round in 0..<150 {
      var bytes = good
      for _ in 0...round % 3 {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 40))
        case 2: bytes.insert(contentsOf: Array("}\n{".utf8), at: place)
        case 3: bytes.insert(contentsOf: Array("[\n".utf8), at: place)
        default: bytes.insert(UInt8(ascii: "\""), at: place)
        }
      }
      let export = try Export([:])
      try export.write(Data(bytes), to: "students.json")
      try expectSame(export, "round \(round)")
    }
  }

  @Test func `an answer that no data follows, and one that follows data`() throws {
    let page = "<html><body>Bad Gateway</body></html>\n"
    try expectSame(try Export(["a.json": page + lines(40)]))
    try expectSame(try Export(["a.json": lines(40) + page]))
    try expectSame(try Export(["a.json": lines(20) + page + lines(20)]))
    try expectSame(try Export(["a.json": "{\"error\":\"not found\"}\n" + lines(40)]))
  }

  @Test func `more keys than a trail has numbers for are counted alike`() throws {
    let text = (0..<200).map { number in
      let keys = (0..<4).map { "\"key_\(number * 3 + $0)\":0" }.joined(separator: ",")
      return "{\"id\":\"x\(number)\",\(keys),\"sis_id\":\"\(number)\",\"dob\":\"\"}"
    }
    let export = try Export(["students.ndjson": text.joined(separator: "\n")])
    for _ in 0..<5 { try expectSame(export) }
  }

  @Test func `fields of more names than are told apart are counted together`() throws {
    let lines = (0..<3000).map { "{\"id\":\"x\($0)\",\"key_\($0)\":0,\"student_number\":\"\"}" }
    let roster = try Export(["students.ndjson": lines.joined(separator: "\n")]).read()
    let counts = roster.source.unusedFields
    #expect(counts.count <= 1025)
    #expect(counts["(other)"] ?? 0 > 1900)
    #expect(counts.values.reduce(0, +) == 6000)
  }
}

extension Roster {
  /// What the roster and its source tell, without the folder it lay in.
  fileprivate func told(below path: String) -> [String] {
    var lines = normalized
    lines += students.recordRows.map { row in
      "line \(students.records.lines[row]) of \(students.records.places[row])"
    }
    lines += source.broken.map { "broken \($0)" }
    lines += source.unreadable.map { "unreadable \($0)" }
    lines += source.errorAnswers.map { "answer \($0)" }
    lines += source.pages.map { "page \($0)" }
    lines += source.copies.map { "copy \($0)" }
    lines += source.files.map { "file \($0.recordCounts) \($0.version)" }
    lines += source.files.flatMap { $0.newestChange.map { "newest \($0)" }.sorted() }
    lines += source.unusedFields.map { "unused \($0.key) \($0.value)" }.sorted()
    return lines.map { $0.replacing(path, with: "") }
  }
}
