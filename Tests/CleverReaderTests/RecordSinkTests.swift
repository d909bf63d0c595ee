import FlatTables
import Roster
import Testing

@testable import CleverReader

/// Each value of a file ends in exactly one place.
@Suite struct RecordSinkTests {
  private static let id = "\"id\":\"aa0000000000000000000001\""

  /// How many entries each place has.
  private func counts(_ roster: Roster) -> [String: Int] {
    let source = roster.source
    var counts = [
      "others": roster.others.count, "unreadable": source.unreadable.count,
      "identities": source.identities.count, "tokens": source.tokens.count,
      "counts": source.counts.count, "errors": source.errorAnswers.count,
      "passed over": source.passedOver.count, "copies": source.copies.count,
      "pages": source.pages.count, "events": source.events.count,
    ]
    for entity in Entity.allCases {
      counts["\(entity)"] = roster.records(of: entity)?.recordCount ?? 0
    }
    return counts.filter { $0.value > 0 }
  }

  @Test(arguments: [
    ("{\"data\":{%},\"uri\":\"/v2.1/students/a\"}", "student"),
    ("{%,\"roles\":{\"contact\":{}}}", "contact"),
    ("{%,\"roles\":{}}", "others"),
    ("{\"data\":{%},\"uri\":\"/v3.0/resources/a\"}", "others"),
    ("{\"type\":\"user\",\"data\":{%,\"type\":\"staff\"}}", "identities"),
    ("{\"user_id\":\"a\",\"user_type\":\"staff\"}", "identities"),
    ("{\"scopes\":[\"read:students\"],\"app_id\":\"a\"}", "tokens"),
    ("{\"access_token\":\"a\",\"token_type\":\"bearer\"}", "passed over"),
    ("{\"count\":7,\"links\":[{\"rel\":\"self\",\"uri\":\"/v1.1/students\"}]}", "counts"),
    ("{\"error\":\"not found\"}", "errors"),
    ("{\"data\":[],\"links\":[]}", "pages"),
    ("{%}", "unreadable"),
    ("{\"data\":{\"name\":\"no id\"},\"uri\":\"/v2.1/schools/a\"}", "unreadable"),
    ("{%,\"sis_id\":[],\"student_number\":\"1\"}", "unreadable"),
    ("{%,%}", "unreadable"),
    ("[[]]", "unreadable"),
  ])
  func `a value alone in a file is in one place`(text: String, place: String) throws {
    let roster = try Export(["x.json": text.replacing("%", with: Self.id)]).read()
    #expect(counts(roster) == [place: 1])
    #expect(roster.source.broken.isEmpty)
  }

  @Test func `lists by name that are all empty hold nothing`() throws {
    let roster = try Export(["x.json": "{\"students\":[],\"teachers\":[]}"]).read()
    #expect(counts(roster) == [:])
    #expect(roster.source.broken.isEmpty)
  }

  @Test func `its own path tells more than its list, and that more than the file's name`() throws {
    let school = "{\"data\":{\(Self.id)},\"uri\":\"/v1.1/schools/a\"}"
    let export = try Export([
      "teachers.json": "{\"students\":[{\(Self.id)},\(school)]}",
      "courses.json": "{\(Self.id),\"x\":1}",
    ])
    #expect(counts(try export.read()) == ["student": 1, "school": 1, "course": 1])
  }

  @Test func `a record that cannot be read leaves nothing to the next one`() throws {
    let section = { (id: String, rest: String) in
      "{\"data\":{\"id\":\"\(id)\"\(rest)},\"uri\":\"/v2.1/sections/a\"}"
    }
    let students = (7...9).map { number in
      "{\"data\":{\"id\":\"aa000000000000000000000\(number)\"},\"uri\":\"/v2.1/students/a\"}\n"
    }
    let roster = try Export([
      "students.json": students.joined(),
      "sections.json": """
      \(section("aa0000000000000000000001", ",\"students\":[\"aa0000000000000000000009\"]"))
      \(section("aa0000000000000000000002", ",\"students\":[\"aa0000000000000000000008\"],\"x\":1,\"x\":2"))
      \(section("aa0000000000000000000003", ""))
      \(section("aa0000000000000000000004", ",\"students\":[\"aa0000000000000000000007\"]"))
      """,
    ]).read()
    try #require(counts(roster) == ["student": 3, "section": 3, "unreadable": 1])
    #expect((0..<3).map { roster.sections.students[$0].count } == [1, 0, 1])
  }
}
