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
    let one = "{\"id\":\"a\",\"list\":[1,{\"b\":null,\"c\":\"\\u0041\"}],\(Self.old)}"
    let other = "{ \(Self.old), \"list\": [1, {\"c\": \"A\", \"b\": null}], \"id\": \"a\" }"
    #expect(try verdict(earlier: one, later: one) == .same)
    #expect(try verdict(earlier: one, later: other) == .same)
    #expect(try verdict(earlier: one, "v1.1", later: other, "v3.0") == .same)
  }

  @Test func `entries of a list in another order are other content`() throws {
    let (one, other) = ("{\"id\":\"a\",\"l\":[1,2]}", "{\"id\":\"a\",\"l\":[2,1]}")
    #expect(try verdict(earlier: one, later: other) == .undecidable)
  }

  @Test func `the newer copy goes on, and any time is newer than none`() throws {
    let (old, new) = ("{\"id\":\"a\",\(Self.old)}", "{\"id\":\"a\",\"x\":1,\(Self.new)}")
    #expect(try verdict(earlier: old, later: new) == .laterIsNewer)
    #expect(try verdict(earlier: new, later: old) == .earlierIsNewer)
    #expect(try verdict(earlier: "{\"id\":\"a\",\"x\":1}", later: old) == .laterIsNewer)
    // Times count more than versions.
    #expect(try verdict(earlier: new, "v1.1", later: old, "v3.0") == .earlierIsNewer)
  }

  @Test func `of equally new copies that of the newer version goes on`() throws {
    let (one, other) = ("{\"id\":\"a\",\(Self.old)}", "{\"id\":\"a\",\"x\":1,\(Self.old)}")
    #expect(try verdict(earlier: one, "v2.0", later: other, "v2.1") == .laterIsOfNewerVersion)
    #expect(try verdict(earlier: one, "v2.1", later: other, "v2.0") == .earlierIsOfNewerVersion)
    #expect(try verdict(earlier: one, later: other) == .undecidable)
    #expect(try verdict(earlier: one, "", later: other, "v2.0") == .undecidable)
    // A record with roles is of v3, whatever its file says.
    let user = "{\"id\":\"a\",\"roles\":{},\(Self.old)}"
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
