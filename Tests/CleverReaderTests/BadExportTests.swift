import Foundation
import Roster
import Findings
import FlatTables
import TestSupport
import Testing

private let longest = String(repeating: "x", count: 65_535)
private let longestID = String(repeating: "i", count: 255)

/// What is wrong is noted with its place, and all around it is read.
@Suite struct BadExportTests {
  private let good = "{\"id\":\"bb0000000000000000000001\",\"name\":{\"first\":\"A\"},\"dob\":\"\"}"
  private let other =
    "{\"id\":\"bb0000000000000000000002\",\"name\":{\"first\":\"B\"},\"dob\":\"\"}"

  @Test(arguments: [
    ("{\"id\":\"x\",\"id\":\"y\",\"dob\":\"\"}", "twice"),
    (
      "{\"id\":\"bb0000000000000000000009\",\"name\":{\"first\":\"\\ud800\"},\"dob\":\"\"}",
      "surrogate"
    ),
    ("{\"id\":\"bb0000000000000000000009\",\"email\":[],\"dob\":\"\"}", "text was expected here"),
    ("{\"name\":{\"first\":\"A\"},\"dob\":\"\"}", "the record has no 'id'"),
    ("{\"id\":\"bb0000000000000000000009\"}", "nothing tells what kind of record this is"),
    ("7", "a list or a plain value stands where a record belongs"),
    (
      "{\"id\":\"bb0000000000000000000009\",\"name\":{\"last\":\"\(longest)x\"},\"dob\":\"\"}",
      "a text is longer than 65535 bytes"
    ),
    ("{\"id\":\"\(longestID)x\",\"dob\":\"\"}", "an id is longer than 255 bytes"),
  ])
  func `one unreadable record costs only itself`(record: String, words: String) throws {
    let roster = try Export(["x": "[\(good),\(record),\(other)]"]).read()
    #expect(roster.students.records.recordCount == 2)
    #expect(roster.source.broken == [])
    #expect(roster.source.unreadable.count == 1)
    #expect(roster.source.unreadable.first?.words.contains(words) == true)
    #expect(roster.source.unreadable.first?.place.offset == good.utf8.count + 2)
    #expect(roster.source.files[0].recordCounts.reduce(0, +) == 3)
  }

  @Test func `the longest text and the longest id are kept whole`() throws {
    let record = "{\"id\":\"\(longestID)\",\"name\":{\"last\":\"\(longest)\"},\"dob\":\"\"}"
    let roster = try Export(["x": "[\(record)]"]).read()
    #expect(roster.source.unreadable.isEmpty)
    #expect(roster.idText(roster.students.records.ids[0]) == longestID)
    #expect(roster.text.string(roster.students.lastName[0]) == longest)
  }

  @Test(arguments: [
    ("[%,]", "syntax"), ("[% %]", "syntax"), ("[,%]", "syntax"), ("{\"data\":[%]", "ends"),
    ("[%", "ends"), ("", "empty"), ("hello", "not JSON"),
    ("{\"data\":[%],\"data\":[]}", "twice"), ("{\"links\":[],\"data\":[%],\"links\":[]}", "twice"),
    ("{\"data\":[%] \"links\":[]}", "comma"),
  ])
  func `a broken structure is noted, and what came before it is kept`(
    form: String,
    words: String
  ) throws {
    let roster = try Export(["students.json": form.replacing("%", with: good)]).read()
    #expect(roster.source.broken.count == 1)
    let said = roster.source.broken.first?.words ?? ""
    #expect(words == "syntax" ? !said.isEmpty : said.contains(words), "\(said)")
    #expect(roster.students.records.recordCount == (form.contains("%") && form != "[,%]" ? 1 : 0))
  }

  @Test(arguments: [
    "{\"pupils\":[%],\"schools\":[]}", "{\"schools\":[],\"pupils\":[%]}",
    "{\"schools\":[{\"id\":\"s\"}],\"pupils\" : [ % ],\"teachers\":[]}",
    "{\"pupils\":[%],\"schools\":[{\"id\":\"s\"}]}", "{\"pupils\":[%],\"data\":[]}",
    "{\"data\":[],\"pupils\":[%],\"links\":[]}",
  ])
  func `records of a list whose name tells nothing tell themselves what they are`(
    form: String
  ) throws {
    let nameless = "{\"id\":\"bb0000000000000000000009\"}"
    let text = form.replacing("%", with: "\(good),\(nameless),\(other)")
    let roster = try Export(["x.json": text]).read()
    #expect(roster.source.broken == [])
    // With no list of a known name beside it, the object may as well be a record.
    let isList = form.contains("data") || form.contains("[{\"id\"")
    #expect(roster.students.records.recordCount == (isList ? 2 : 0))
    #expect(roster.source.unreadable.count == 1)
    #expect(roster.source.pages.count == (form.contains("data") ? 1 : 0))
  }

  @Test func `a page is known by its 'data', whatever lists stand before it`() throws {
    let links =
      "\"links\":[{\"rel\":\"self\",\"uri\":\"/v2.1/students\"},"
      + "{\"rel\":\"next\",\"uri\":\"/v2.1/students?starting_after=x\"}]"
    let roster = try Export([
      "x.json": "{\"note\":{\"a\":1},\"extra\":[\(other)],\(links),\"data\":[\(good)],\"more\":7}"
    ]).read()
    #expect(roster.students.records.recordCount == 2)
    #expect(roster.source.pages.map(\.nextAfter) == ["x"])
    #expect(roster.source.pages.map(\.recordCount) == [1])
    #expect(roster.source.unusedFields["note"] == 1)
    #expect(roster.source.unusedFields["more"] == 1)
    #expect(roster.source.unreadable == [])
  }

  @Test func `a token is a secret and no data, and no token means no district`() throws {
    let roster = try Export([
      "code.json": #"{"access_token":"s3cr3t","token_type":"bearer"}"#,
      "info.json": #"{"client_id":"c","scopes":["read:sis"]}"#,
      "none.json": #"{"data":[],"links":[{"rel":"self","uri":"/oauth/tokens?owner_type=d"}]}"#,
    ]).read()
    #expect(roster.source.tokens.map(\.scopes) == [["read:sis"], []])
    #expect(roster.source.passedOver.map(\.why) == ["an access token and no data; keep it secret"])
    #expect(roster.source.unreadable == [])
    var everything = ""
    dump(roster, to: &everything)
    #expect(!everything.contains("s3cr3t"))
  }

  @Test func `an error answer and a count answer are told from records`() throws {
    let roster = try Export([
      "a.json": "{\"error\":\"Resource not found\"}",
      "b.json": "{\"message\":\"no\"}",
      "c.json":
        "{\"count\":1004,\"links\":[{\"rel\":\"self\",\"uri\":\"/v1.1/students?count=true\"}]}",
    ]).read()
    #expect(roster.source.errorAnswers.map(\.words) == ["Resource not found", "no"])
    #expect(roster.source.counts.map(\.collection) == ["students"])
    #expect(roster.source.counts.map(\.count) == [1004])
    #expect(roster.source.unreadable == [])
  }

  @Test func `a token is never kept, its scopes are`() throws {
    let roster = try Export([
      "t.json":
        "{\"data\":[{\"id\":\"x\",\"access_token\":\"s3cr3t\",\"scopes\":[\"read:schools\"]}]}"
    ]).read()
    #expect(roster.source.tokens.map(\.scopes) == [["read:schools"]])
    var everything = ""
    dump(roster, to: &everything)
    #expect(!everything.contains("s3cr3t"))
  }

  @Test(arguments: [
    (
      "{\"type\":\"school_admin\",\"data\":{\"id\":\"x\",\"district\":\"d\",\"type\":\"school_admin\"},"
        + "\"links\":[{\"rel\":\"self\",\"uri\":\"/me\"}]}", "school_admin"
    ),
    (
      "{\"type\":\"user\",\"data\":{\"id\":\"x\",\"district\":\"d\",\"type\":\"teacher\"},"
        + "\"links\":[{\"rel\":\"self\",\"uri\":\"/me\"}]}", "teacher"
    ),
    ("{\"data\":{\"id\":\"x\",\"district\":\"d\",\"type\":\"staff\"}}", "staff"),
    (
      "{\"type\":\"teacher\",\"data\":{\"id\":\"x\",\"type\":\"user\"},"
        + "\"links\":[{\"rel\":\"self\",\"uri\":\"/v3.0/me\"}]}", "teacher"
    ),
    // v1.1, with the profile of before v2.0; with the record's own address, and with none.
    (
      #"{"type":"student","data":{"id":"x","district":"d","type":"student","name":{"last":"N"},"#
        + #""school":"s","grade":"3","dob":"1/1/2015"},"links":[{"rel":"self","uri":"/me"},"#
        + #"{"rel":"canonical","uri":"/v1.1/students/x"}]}"#, "student"
    ),
    (
      #"{"type":"teacher","data":{"id":"x","district":"d","type":"teacher","name":{"last":"N"}},"#
        + #""links":[{"rel":"canonical","uri":"/v1.1/teachers/x"}]}"#, "teacher"
    ),
    (
      #"{"type":"district_admin","data":{"id":"x","name":{"last":"N"},"email":"a@x.org"}}"#,
      "district_admin"
    ),
    // v2.0, v2.1 and v3.0 as Clever's definitions have them.
    (
      #"{"type":"school_admin","data":{"id":"x","district":"d","type":"school_admin"},"links":[]}"#,
      "school_admin"
    ),
    (
      #"{"type":"teacher","data":{"id":"x","district":"d","type":"teacher","#
        + #""authorized_by":"district"},"links":[{"rel":"self","uri":"/v2.1/me"}]}"#, "teacher"
    ),
    (
      #"{"type":"user","data":{"id":"x","district":"d","type":"staff","authorized_by":"district"},"#
        + #""links":[{"rel":"self","uri":"/me"},{"rel":"canonical","uri":"/v3.0/users/x"}]}"#,
      "staff"
    ),
    (
      #"{"type":"user","data":{"id":"x","district":"d","type":"user","authorized_by":"district"},"#
        + #""links":[{"rel":"self","uri":"/me"}]}"#, "user"
    ),
    (#"{"data":{"id":"x","district":"d","type":"user"}}"#, ""),
    (#"{"data":{"id":"x","district":"d"}}"#, ""),
    // The claims of a login by OpenID Connect.
    (#"{"user_id":"old","sub":"x","district":"d","user_type":"district admin"}"#, "district admin"),
    (#"{"user_id":"x","district_id":"d","user_type":"staff","email":"a@x.org"}"#, "staff"),
  ])
  func `who is signed in is known in each shape`(text: String, role: String) throws {
    let identities = try Export(["me.json": text]).read().source.identities
    #expect(identities.map(\.role) == [role])
    #expect(identities.map(\.id) == ["x"])
  }

  @Test func `fields without a place are counted and not kept`() throws {
    let roster = try Export([
      "x":
        "{\"id\":\"bb0000000000000000000001\",\"dob\":\"1/2/2015\",\"gender\":\"X\",\"race\":\"White\","
        + "\"credentials\":{\"district_password\":\"hunter2\"},\"email\":\"kid@x.org\",\"grade\":\"1\"}"
    ]).read()
    #expect(
      roster.source.unusedFields == ["dob": 1, "gender": 1, "race": 1, "credentials": 1]
    )
    var everything = ""
    dump(roster, to: &everything)
    for word in ["1/2/2015", "White", "hunter2", "kid@x.org"] {
      #expect(!String(decoding: roster.text.bytesForTests, as: UTF8.self).contains(word))
      #expect(!everything.contains(word))
    }
    let asked = try Export([
      "x": "{\"id\":\"bb0000000000000000000001\",\"dob\":\"\",\"email\":\"kid@x.org\"}"
    ]).read(studentEmail: true)
    #expect(asked.text.string(asked.students.email[0]) == "kid@x.org")
  }

  @Test func `of two copies the newer goes on, and both are accounted for`() throws {
    func record(_ name: String, _ time: String) -> String {
      "{\"id\":\"bb0000000000000000000001\",\"dob\":\"\",\"last_modified\":\"\(time)\","
        + "\"name\":{\"last\":\"\(name)\"}}"
    }
    let old = record("Old", "2026-01-01T00:00:00.000Z")
    let new = record("New", "2026-02-01T00:00:00.000Z")
    for (first, second) in [(old, new), (new, old)] {
      let roster = try Export(["a": first, "b": second]).read()
      #expect(roster.text.string(roster.students.lastName[0]) == "New")
      #expect(roster.source.copies.map(\.comparison) == [.older])
      #expect(roster.source.copies.first?.place.file == (first == old ? 0 : 1))
      #expect(roster.students.records.places[0].file == (first == old ? 1 : 0))
    }
    let tie = try Export(["a": old, "b": old.replacing("Old", with: "Odd")]).read()
    #expect(tie.text.string(tie.students.lastName[0]) == "Odd")
    #expect(tie.source.copies.map(\.comparison) == [.undecidable])
    let same = try Export(["a": old, "b": "{\"data\": \(old.replacing(",", with: " ,\n"))}"]).read()
    #expect(same.source.copies.map(\.comparison) == [.same])
    let reordered = try Export([
      "a": old,
      "b": "{\"name\":{\"last\":\"Old\"},\"dob\":\"\",\"id\":\"bb0000000000000000000001\","
        + "\"last_modified\":\"2026-01-01T00:00:00.000Z\"}",
    ]).read()
    #expect(reordered.source.copies.map(\.comparison) == [.same])
  }

  @Test func `a file cut anywhere is never taken for whole, and keeps what came before`() throws {
    let page =
      "{\"data\":[\(good), \(other)],\"links\":[{\"rel\":\"self\",\"uri\":\"/v2.1/students\"}]}"
    let bytes = Array(page.utf8)
    for end in 0..<bytes.count {
      let export = try Export([:])
      try export.write(Data(bytes[..<end]), to: "p.json")
      let roster = try export.read()
      #expect(roster.source.broken.count == 1, "cut at \(end)")
      let whole = [good, other].filter { part in
        page.utf8.count >= 0 && end >= Array(page.utf8).firstIndex(of: part) + part.utf8.count
      }
      #expect(roster.students.records.recordCount == whole.count, "cut at \(end)")
    }
  }

  @Test(arguments: 0..<40)
  func `bytes changed at random never end the program, and nothing is lost unsaid`(seed: Int) throws
  {
    var generator = SeededRandom(seed: seed)
    let lines = [good, other, good.replacing("01\"", with: "03\"")]
    var bytes = Array(lines.joined(separator: "\n").utf8)
    for _ in 0..<3 {
      bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(
        truncatingIfNeeded: generator.next()
      )
    }
    let export = try Export([:])
    try export.write(Data(bytes), to: "students.ndjson")
    let roster = try export.read()
    let accounted =
      roster.source.files[0].recordCounts.reduce(0, +) + roster.source.errorAnswers.count
      + roster.source.counts.count + roster.source.identities.count + roster.source.tokens.count
    #expect(accounted >= 3 || !roster.source.broken.isEmpty, "seed \(seed)")
  }

  @Test func `records longer than the window are read, longer than 1 MiB are not`() throws {
    let list = (0..<20_000).map { number in
      let digits = String(number, radix: 16)
      return "\"cc00000000000000000\(String(repeating: "0", count: 5 - digits.count))\(digits)\""
    }
    let section =
      "{\"id\":\"ee0000000000000000000001\",\"subject\":\"math\",\"students\":[\(list.joined(separator: ","))]}"
    let roster = try Export(["x": "[\(good),\(section),\(other)]"]).read()
    #expect(roster.sections.students.count(of: 0) == 20_000)
    #expect(roster.students.records.recordCount == 2)
    let long = "{\"id\":\"x\",\"ext\":[\(String(repeating: "1,", count: 600_000))1]}"
    let refused = try Export(["x": "[\(good),\(long)]"]).read()
    #expect(refused.source.broken.map(\.words) == ["a record is longer than 1 MiB"])
    #expect(refused.students.records.recordCount == 1)
  }
}

extension [UInt8] {
  /// Where `text` begins.
  fileprivate func firstIndex(of text: String) -> Int {
    let wanted = [UInt8](text.utf8)
    return indices.first { self[$0...].starts(with: wanted) } ?? count
  }
}
