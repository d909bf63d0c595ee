import PositionedJSON
import Roster
import Testing

@testable import CleverReader

/// Which of two copies of a record goes on.
@Suite struct CopyJudgeTests {
  private static let old = "\"last_modified\":\"2026-01-01T00:00:00.000Z\""
  private static let new = "\"last_modified\":\"2026-02-01T00:00:00.000Z\""

  /// The verdict on two copies, each of a file of a version.
  private func verdict(
    earlier: String,
    _ earlierVersion: String = "v2.1",
    later: String,
    _ laterVersion: String = "v2.1"
  ) throws -> CopyJudge.Verdict {
    // The earlier one is read again at its offset; more comes after it.
    let text = "[\(earlier),{}]"
    let export = try Export(["a.json": text])
    var file = SourceFile(path: "\(export.path)/a.json", byteCount: text.utf8.count)
    file.version = earlierVersion
    let bytes = Array(later.utf8)
    var record = WalkedRecord()
    record.bytes.end = bytes.count
    var judge = CopyJudge()
    let json = JSONSource(bytes.span)
    return judge.compare(record, json, laterVersion, withRecordAt: 1, of: file)
  }

  @Test func `copies of the same content are the same, whatever their order and spacing`() throws {
    let one = "{\"id\":\"a\",\"name\":{\"first\":null,\"last\":\"\\u0041\"},\(Self.old)}"
    let other = "{ \(Self.old), \"name\": {\"last\": \"A\", \"first\": null}, \"id\": \"a\" }"
    #expect(try verdict(earlier: one, later: one) == .same)
    #expect(try verdict(earlier: one, later: other) == .same)
    #expect(try verdict(earlier: one, "v1.1", later: other, "v3.0") == .same)
  }

  @Test(arguments: [
    #""password":"secret","race":"x","links":[]"#,
    #""email":null,"sis_id":"","students":[],"term":{}"#,
    #""grade":3"#, #""start_date":"2026-08-20T00:00:00.000Z""#,
    #""students":["b","a"]"#, #""roles":{"student":{"credentials":{"district_password":"x"}}}"#,
  ])
  func `copies of the same meaning are the same, however they are spelled`(_ fields: String) throws
  {
    let usual = [
      "grade": #""grade":"3""#, "start": #""start_date":"2026-08-20""#,
      "students": #""students":["a","b"]"#, "roles": #""roles":{"student":{}}"#,
    ]
    let like = usual.first { fields.hasPrefix("\"\($0.key)") }.map { ",\($0.value)" } ?? ""
    let plain = fields.hasPrefix(#""password""#) || fields.hasPrefix(#""email""#)
    let one = "{\"id\":\"a\",\(Self.old)\(plain ? "" : like)}"
    #expect(try verdict(earlier: one, later: "{\"id\":\"a\",\(fields),\(Self.old)}") == .same)
  }

  @Test(
    arguments: [
      (#""name":{"first":"A"}"#, RecordFields.firstName), (#""email":"a@b.us""#, .email),
      (#""students":["a"]"#, .students), (#""teachers":["a"]"#, .teachers),
      (#""term":{"end_date":"2027-06-12"}"#, .term), (#""roles":{"student":{}}"#, .other),
      (#""roles":{"student":{"grade":"3"}}"#, [.grade, .other]),
    ] as [(String, RecordFields)]
  )
  func `copies that differ name the field`(_ fields: String, _ differing: RecordFields) throws {
    let (plain, more) = (Array(#"{"id":"a"}"#.utf8), Array("{\"id\":\"a\",\(fields)}".utf8))
    let one = RecordSummary(plain.span)
    let other = RecordSummary(more.span)
    let found = other.flatMap { other in one.map { $0.content.differing(from: other.content) } }
    #expect(found == differing)
  }

  @Test func `the order of teachers tells who leads a class`() throws {
    let (one, other) = (#"{"id":"a","teachers":["1","2"]}"#, #"{"id":"a","teachers":["2","1"]}"#)
    #expect(try verdict(earlier: one, later: other) == .undecidable)
  }

  @Test func `a time with a fraction of nothing is the same time`() throws {
    let (one, other) = (
      #"{"id":"a","grade":"1","last_modified":"2026-01-01T00:00:00Z"}"#,
      #"{"id":"a","grade":"2","last_modified":"2026-01-01T00:00:00.000Z"}"#
    )
    #expect(try verdict(earlier: one, later: other) == .undecidable)
  }

  @Test func `the newer copy goes on, and any time is newer than none`() throws {
    let (old, new) = ("{\"id\":\"a\",\(Self.old)}", "{\"id\":\"a\",\"grade\":1,\(Self.new)}")
    #expect(try verdict(earlier: old, later: new) == .laterIsNewer)
    #expect(try verdict(earlier: new, later: old) == .earlierIsNewer)
    #expect(try verdict(earlier: "{\"id\":\"a\",\"grade\":1}", later: old) == .laterIsNewer)
    // Times count more than versions.
    #expect(try verdict(earlier: new, "v1.1", later: old, "v3.0") == .earlierIsNewer)
  }

  @Test func `of equally new copies that of the newer version goes on`() throws {
    let (one, other) = ("{\"id\":\"a\",\(Self.old)}", "{\"id\":\"a\",\"grade\":1,\(Self.old)}")
    #expect(try verdict(earlier: one, "v2.0", later: other, "v2.1") == .laterIsOfNewerVersion)
    #expect(try verdict(earlier: one, "v2.1", later: other, "v2.0") == .earlierIsOfNewerVersion)
    #expect(try verdict(earlier: one, later: other) == .undecidable)
    #expect(try verdict(earlier: one, "", later: other, "v2.0") == .undecidable)
    // A record with roles is of v3, whatever its file says.
    let user = "{\"id\":\"a\",\"roles\":{\"student\":{}},\(Self.old)}"
    #expect(try verdict(earlier: one, "", later: user, "") == .laterIsOfNewerVersion)
    #expect(try verdict(earlier: user, "", later: one, "") == .earlierIsOfNewerVersion)
  }

  @Test func `what cannot be read again is undecidable`() throws {
    #expect(try verdict(earlier: "7", later: "{\"id\":\"a\"}") == .undecidable)
    var judge = CopyJudge()
    let gone = SourceFile(path: "/nowhere/a.json", byteCount: 10)
    #expect(judge.lastModified(ofRecordAt: 0, of: gone).isEmpty)
    #expect(judge.summary(ofRecordAt: 0, of: gone) == nil)
  }
}
