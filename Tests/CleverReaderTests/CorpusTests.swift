import CleverReader
import Foundation
import Roster
import Testing

/// The files of JSONTestSuite through the whole reader; `PositionedJSONTests` holds the verdict on
/// each, this that the reader passes it on.
@Suite struct CorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "PositionedJSONTests/Corpus")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".json") }.sorted()

  /// Texts that the grammar allows and we refuse.
  private static let refusedByUs = [
    "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
  ]

  @Test func `the corpus is there, whole`() {
    #expect(CorpusTests.names.count == 157)
  }

  @Test(arguments: names)
  func `a text is refused as a value of a record exactly when it is no JSON`(name: String) throws {
    let odd = Data("{\"id\":\"bb0000000000000000000009\",\"dob\":\"\",\"ext\":".utf8)
    let good = Data((NarrowStackTests.good + "\n").utf8)
    let after = Data(("}\n" + NarrowStackTests.after).utf8)
    let export = try Export([:])
    try export.write(good + odd + bytes(of: name) + after, to: "students.ndjson")
    let roster = try export.read()
    let isAccepted = name.hasPrefix("y_") && !CorpusTests.refusedByUs.contains(name)
    #expect((roster.students.records.recordCount == 3) == isAccepted)
    #expect((roster.source.broken.isEmpty && roster.source.unreadable.isEmpty) == isAccepted)
    #expect(roster.students.records.recordCount >= 1)
    #expect(Losses.isBalanced(roster))
  }

  @Test(arguments: names)
  func `a file that is no JSON is named, and nothing in the corpus is taken for data`(
    name: String
  ) throws {
    let export = try Export([:])
    try export.write(bytes(of: name), to: "x.json")
    let roster = try export.read()
    if !name.hasPrefix("y_") || CorpusTests.refusedByUs.contains(name) {
      #expect(roster.source.broken.count + roster.source.unreadable.count > 0)
    }
    #expect(roster.students.records.recordCount == 0)
    #expect(Losses.isBalanced(roster))
  }

  private func bytes(of name: String) throws -> Data {
    // `Data(contentsOf:)` leaks its buffer when the file is empty, as one of these is.
    let file = try FileHandle(forReadingFrom: CorpusTests.folder.appending(path: name))
    return try file.readToEnd() ?? Data()
  }
}
