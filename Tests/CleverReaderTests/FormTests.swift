import Foundation
import Roster
import Findings
import FlatTables
import Testing

/// The same records in every envelope give the same roster.
@Suite struct FormTests {
  static let school =
    "\"id\":\"aa0000000000000000000001\",\"name\":\"Oak\",\"sis_id\":\"007\",\"high_grade\":\"5\""
  static let first =
    "\"id\":\"bb0000000000000000000001\",\"name\":{\"first\":\"Zo\\u00eb\",\"last\":\"O\\\"Neal\"},"
    + "\"sis_id\":\"003456\",\"grade\":\"3\",\"school\":\"aa0000000000000000000001\",\"dob\":\"1/2/2015\""
  static let second =
    "\"dob\":\"\",\"grade\":\"Kindergarten\",\"school\":\"aa0000000000000000000001\",\"sis_id\":12,"
    + "\"name\":{\"last\":\"林\",\"first\":null},\"id\":\"bb0000000000000000000002\""

  private static func uri(_ list: String, _ id: String) -> String {
    "\"uri\":\"/v2.1/\(list)/\(id)\""
  }

  static var wrapped: [String] {
    [
      "{\"data\":{\(school)},\(uri("schools", "aa0000000000000000000001"))}",
      "{\"data\":{\(first)},\(uri("students", "bb0000000000000000000001"))}",
      "{\(uri("students", "bb0000000000000000000002")),\"data\":{\(second)}}",
    ]
  }

  static let links =
    "\"links\":[{\"rel\":\"self\",\"uri\":\"/v2.1/students?limit=2\"}]"

  static let forms: [(name: String, files: [String: String])] = [
    ("NDJSON, wrapped", ["x.ndjson": wrapped.joined(separator: "\n") + "\n"]),
    ("NDJSON, bare", ["x": "{\(school)}\n{\(first)}\n{\(second)}"]),
    ("concatenated without space", ["x": wrapped.joined()]),
    ("one array", ["x.json": "[\(wrapped.joined(separator: " , "))]"]),
    ("one array of bare records", ["x.json": "[{\(school)},{\(first)},{\(second)}]"]),
    (
      "lists by name",
      ["x.json": "{\"schools\":[{\(school)}],\"students\":[{\(first)},{\(second)}]}"]
    ),
    (
      "pages, links behind",
      [
        "a.json": "{\"data\":[\(wrapped[0])]}",
        "b.json": "{\"data\":[\(wrapped[1]),\n\(wrapped[2])],\(links)}",
      ]
    ),
    (
      "pages, links before",
      [
        "a.json": "{\"data\":[\(wrapped[0])]}",
        "b.json": "{\(links),\"data\":[\(wrapped[1]),\n\(wrapped[2])]}",
      ]
    ),
    (
      "pages of bare records, told by their links",
      [
        "a.json": "{\"data\":[{\(school)}]}",
        "b.json": "{\(links),\"data\":[{\(first)},{\(second)}]}",
      ]
    ),
    ("single answers", ["a": wrapped[0], "b": wrapped[1], "deep/er/c.txt": wrapped[2]]),
    ("a byte order mark", ["x": "\u{FEFF}" + wrapped.joined(separator: "\r\n")]),
  ]

  @Test(arguments: forms)
  func `every envelope gives the same roster`(name: String, files: [String: String]) throws {
    let roster = try Export(files).read()
    #expect(
      roster.normalized == [
        "school aa0000000000000000000001 007 Oak grade5",
        "student bb0000000000000000000001 003456 Zoë|O\"Neal grade3 aa0000000000000000000001",
        "student bb0000000000000000000002 12 |林 kindergarten aa0000000000000000000001",
      ]
    )
    #expect(roster.source.broken == [])
    #expect(roster.source.unreadable == [])
  }

  @Test func `a page tells its list, its cursors and its counts wherever they stand`() throws {
    let text =
      "{\"paging\":{\"current\":1,\"total\":4,\"count\":379},\"links\":[{\"rel\":\"self\",\"uri\":"
      + "\"/v1.1/students\"},{\"rel\":\"next\",\"uri\":\"/v1.1/students?limit=1&starting_after=bb01\"}]"
      + ",\"data\":[{\(FormTests.first)}]}"
    let page = try #require(Export(["p.json": text]).read().source.pages.first)
    #expect(page.collection == "students")
    #expect(page.path == "/v1.1/students")
    #expect(page.startsAfter == "")
    #expect(page.nextAfter == "bb01")
    #expect(page.listCount == 379)
    #expect(page.listPages == 4)
    #expect(page.recordCount == 1)
    let behind = text.replacing("{\"paging\"", with: "{\"data\":[{\(FormTests.first)}],\"paging\"")
      .replacing(",\"data\":[{\(FormTests.first)}]}", with: "}")
    var other = try #require(Export(["p.json": behind]).read().source.pages.first)
    other.nextPlace = page.nextPlace
    #expect(other == page)
  }

  @Test func `a link is the same however its slashes are written`() throws {
    let page = """
      {"links":[{"rel":"self","uri":"/v2.1/students?starting_after=a"},\
      {"rel":"next","uri":"/v2.1/students?starting_after=b"}],"data":[]}
      """
    let plain = try Export(["x.json": page]).read().source.pages
    let escaped = try Export(["x.json": page.replacing("/", with: "\\/")]).read().source.pages
    #expect(plain.map(\.path) == ["/v2.1/students"])
    #expect(escaped.map(\.path) == plain.map(\.path))
    #expect(escaped.map(\.collection) == ["students"])
    #expect(escaped.map(\.startsAfter) == ["a"])
    #expect(escaped.map(\.nextAfter) == ["b"])
  }

  @Test func `a bare record keeps its lists, empty or of objects`() throws {
    let section =
      "{\"teachers\":[],\"students\":[],\"subject\":\"math\",\"id\":\"ee0000000000000000000001\"}"
    let student =
      "{\"enrollments\":[{\"school\":\"aa0000000000000000000001\"}],\"ext\":[],\"dob\":\"\","
      + "\"id\":\"bb0000000000000000000001\"}"
    let admin =
      "{\"schools\":[],\"staff_id\":\"7\",\"id\":\"dd0000000000000000000001\",\"sections\":[{}]}"
    let roster = try Export(["x.ndjson": [section, student, admin].joined(separator: "\n")]).read()
    #expect(roster.sections.records.recordCount == 1)
    #expect(roster.students.records.recordCount == 1)
    #expect(roster.schoolAdmins.records.recordCount == 1)
    #expect(roster.source.unreadable == [])
    #expect(roster.source.pages == [])
  }

  @Test func `lists by name may be empty`() throws {
    let empty = try Export(["x": "{\"students\":[],\"teachers\":[]}"]).read()
    #expect(empty.source.unreadable == [])
    #expect(empty.source.broken == [])
    let some = try Export(["x": "{\"teachers\":[],\"students\":[{\(FormTests.first)}]}"]).read()
    #expect(some.students.records.recordCount == 1)
    #expect(some.source.unreadable == [])
  }

  @Test func `an empty last page is a page`() throws {
    let roster = try Export(["p.json": "{\"data\":[],\"links\":[]}"]).read()
    #expect(roster.source.pages.map(\.recordCount) == [0])
    #expect(roster.source.broken == [])
  }

  @Test func `one contact in its three shapes is one contact`() throws {
    let student = "{\(FormTests.first)}"
    let shapes = [
      "{\"id\":\"cc0000000000000000000001\",\"name\":\"Ana Rivera\",\"phone\":\"1\",\"phone_type\":\"Cell\","
        + "\"relationship\":\"Parent\",\"type\":\"Family\",\"student\":\"bb0000000000000000000001\"}",
      "{\"id\":\"cc0000000000000000000001\",\"name\":\"Ana Rivera\",\"phone\":\"1\",\"phone_type\":\"Cell\","
        + "\"relationship\":\"Parent\",\"type\":\"Family\",\"students\":[\"bb0000000000000000000001\"]}",
      "{\"id\":\"cc0000000000000000000001\",\"name\":{\"last\":\"Ana Rivera\"},\"roles\":{\"contact\":{\"phone\":\"1\","
        + "\"phone_type\":\"Cell\",\"student_relationships\":[{\"relationship\":\"Parent\",\"type\":\"Family\","
        + "\"student\":\"bb0000000000000000000001\"}]}}}",
    ]
    let rosters = try shapes.map { try Export(["x": student + $0]).read().normalized }
    #expect(
      rosters[0].first
        == "contact cc0000000000000000000001 Ana Rivera 1 cell [\"bb0000000000000000000001 Parent family\"]"
    )
    #expect(rosters[1] == rosters[0])
    #expect(rosters[2] == rosters[0])
  }

  @Test func `a user with two roles is one record in two tables`() throws {
    let roster = try Export([
      "x": "{\"id\":\"dd0000000000000000000001\",\"name\":{\"first\":\"A\",\"last\":\"B\"},"
        + "\"email\":\"a@b.org\",\"roles\":{\"staff\":{\"schools\":[\"aa0000000000000000000001\"],"
        + "\"staff_id\":\"9\"},\"teacher\":{\"sis_id\":\"8\",\"school\":\"aa0000000000000000000001\"}}}"
    ]).read()
    #expect(roster.teachers.records.recordCount == 1)
    #expect(roster.schoolAdmins.records.recordCount == 1)
    #expect(roster.schoolAdmins.teacher == [0])
    #expect(roster.source.files[0].recordCounts.reduce(0, +) == 1)
    #expect(roster.text.string(roster.teachers.sisID[0]) == "8")
    #expect(roster.text.string(roster.schoolAdmins.staffID[0]) == "9")
  }
}
