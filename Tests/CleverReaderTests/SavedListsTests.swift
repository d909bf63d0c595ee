import Findings
import Roster
import Testing

/// Whether lists are whole, however their links are spelled.
@Suite struct SavedListsTests {
  /// Students with these ids, each of one digit, on a page that says `rest` of itself.
  private func page(_ ids: String, _ rest: String) -> String {
    let records = ids.map { digit in
      #"{"data":{"id":"bb000000000000000000000\#(digit)","dob":""},"#
        + #""uri":"/v1.1/students/bb000000000000000000000\#(digit)"}"#
    }
    return #"{"data":[\#(records.joined(separator: ","))],\#(rest)}"#
  }

  private func links(_ links: (rel: String, uri: String)...) -> String {
    let list = links.map { #"{"rel":"\#($0.rel)","uri":"\#($0.uri)"}"# }
    return #""links":[\#(list.joined(separator: ","))]"#
  }

  private let list = "/v1.1/students"
  private func after(_ digit: Int) -> String {
    "/v1.1/students?starting_after=bb000000000000000000000\(digit)"
  }

  private func verdict(_ files: [String: String]) throws -> Completeness.Verdict {
    let roster = try Export(files).read()
    let students = try #require(roster.completeness().first { $0.type == "student" })
    // What completeness says is what the rules ask, too.
    let hasGap = roster.savedLists().judged.contains { !$0.isLinked }
    if hasGap { #expect(students.verdict == .incomplete) }
    return students.verdict
  }

  @Test func `a next page that is missing is missed in any spelling`() throws {
    let first: [String] = [
      links(("self", list), ("next", after(2))), links(("SELF", list), ("NEXT", after(2))),
      links(("Self", list), ("Next", after(2))), links(("next", after(2))),
      links(("next", "/v1.1/students?page=2")),
      links(("self", list), ("next", "/v1.1/students?page=2")),
      links(
        ("self", "https://api.clever.com/v1.1/students"),
        ("next", "https://api.clever.com" + after(2))
      ),
      links(("self", "/v1.1/students/"), ("next", after(2))),
      #""links":{"self":"/v1.1/students","next":"\#(after(2))"}"#,
      #""paging":{"current":1,"total":2,"count":4}"#,
      links(("self", list)) + #","paging":{"current":1,"total":2}"#,
      links(("self", list), ("next", list)),
    ]
    for rest in first {
      #expect(try verdict(["students.json": page("12", rest)]) == .incomplete, "\(rest)")
    }
  }

  @Test func `a first page that is missing is missed`() throws {
    for rest in [
      links(("self", after(2))), links(("self", "/v1.1/students?page=2")),
      links(("prev", "/v1.1/students?page=1")), #""paging":{"current":2,"total":2,"count":4}"#,
      links(("prev", "/v1.1/students?ending_before=bb0000000000000000000003")),
    ] {
      #expect(try verdict(["students.json": page("34", rest)]) == .incomplete, "\(rest)")
    }
  }

  @Test func `two pages that belong together are whole in any spelling`() throws {
    let pairs: [(String, String)] = [
      (links(("self", list), ("next", after(2))), links(("self", after(2)))),
      (links(("Self", list), ("Next", after(2))), links(("SELF", after(2)))),
      (links(("next", "/v1.1/students?page=2")), links(("self", "/v1.1/students?page=2"))),
      (
        links(("next", "/v1.1/students?page=2")), links(("prev", "/v1.1/students?page=1"))
      ),
      (
        #""paging":{"current":1,"total":2,"count":4}"#,
        #""paging":{"current":2,"total":2,"count":4}"#
      ),
      (
        links(("next", "/v1.1/students?page=2")) + #","paging":{"current":1,"total":2}"#,
        #""paging":{"current":2,"total":2}"#
      ),
      (
        links(
          ("self", "https://api.clever.com" + list),
          ("next", "https://api.clever.com" + after(2))
        ),
        links(("self", after(2)))
      ),
      (links(("next", after(2))), links(("self", after(2)))),
    ]
    for (first, second) in pairs {
      let files = ["a.json": page("12", first), "b.json": page("34", second)]
      #expect(try verdict(files) == .proved, "\(first) \(second)")
    }
  }

  @Test func `pages of another attempt neither block nor count`() throws {
    let whole = page("123", links(("self", "\(list)?limit=100")))
    let leftover = page("12", links(("self", "\(list)?limit=2"), ("next", after(2))))
    let files = ["a.json": whole, "b.json": leftover]
    #expect(try verdict(files) == .proved)
    let roster = try Export(files).read()
    let students = try #require(roster.savedLists().lists.first)
    #expect(students.recordCount == 3)
    #expect(students.pageCount == 1)
    #expect(students.leftovers.count == 1)
    // Without the whole list it is a page whose next one is missing.
    #expect(try verdict(["b.json": leftover]) == .incomplete)
  }

  @Test func `the answer to a filter and its counts are no list's`() throws {
    let whole = page("123", #""paging":{"current":1,"total":1,"count":3},"# + links(("self", list)))
    let part = page(
      "1",
      #""paging":{"current":1,"total":1,"count":1},"#
        + links(("self", "\(list)?where=%7B%22grade%22%3A%221%22%7D"))
    )
    let count = #"{"count":1,"links":[{"rel":"self","uri":"/v1.1/students?where=x&count=true"}]}"#
    let files = ["a.json": whole, "b.json": part, "c.json": count]
    #expect(try verdict(files) == .proved)
    #expect(try Export(files).read().countComparisons().map(\.agrees) == [true])
  }

  @Test func `a count that nothing agrees with shows all that was compared`() throws {
    let files = [
      "a.json": page("12", #""paging":{"current":1,"total":1,"count":9},"# + links(("self", list))),
      "b.ndjson": #"{"id":"bb0000000000000000000003","dob":""}"#,
    ]
    let comparison = try #require(try Export(files).read().countComparisons().first)
    #expect(comparison.counted == 9)
    #expect(comparison.onPages == 2)
    #expect(comparison.records == 3)
    #expect(try verdict(files) == .incomplete)
  }

  @Test(arguments: [(100, true), (99, false), (1000, true), (101, false)])
  func `a bare list of a full page is cut where others name more`(count: Int, isCut: Bool) throws {
    let ids = (0..<count).map { "bb" + String(repeating: "0", count: 18) + String(1000 + $0) }
    let records = ids.map { #"{"id":"\#($0)","dob":""}"# }.joined(separator: ",")
    let section = { (ids: [String]) in
      #"[{"id":"ee0000000000000000000001","subject":"math","students":["\#(ids.joined(separator: #"",""#))"]}]"#
    }
    let more = ids + ["cc0000000000000000000001"]
    let named = ["students.json": "[\(records)]", "sections.json": section(more)]
    #expect(try Export(named).read().cutLists().map(\.entity) == (isCut ? [.student] : []))
    #expect(try verdict(named) == (isCut ? .incomplete : .notProved))
    let whole = ["students.json": "[\(records)]", "sections.json": section(ids)]
    #expect(try Export(whole).read().cutLists() == [])
  }

  @Test func `an answer with links and no list is not a record`() throws {
    for text in [
      #"{"links":[{"rel":"self","uri":"/v3.1/users?role=student"}]}"#,
      #"{"data":null,"links":[{"rel":"self","uri":"/v3.1/users?role=student"}]}"#,
    ] {
      let source = try Export(["students.json": text]).read().source
      #expect(source.unreadable.isEmpty)
      #expect(source.broken.map(\.words).first?.contains("no list of records") == true)
      #expect(source.unreadParts().map(\.mayHold) == [[.student]])
    }
  }
}
