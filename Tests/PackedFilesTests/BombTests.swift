import Foundation
import PackedFiles
import PackedSamples
import SafeFiles
import TestSupport
import Testing

/// Small files that would come to much are given up early.
@Suite struct BombTests {
  private let tooMuch =
    "it unpacks to more than 200 times its size, as no roster does; unpack it by hand if it is one"

  /// Ten billion zeros in ten million bytes, packed once and joined.
  private static let zeros = {
    let piece = deflated([UInt8](repeating: 0, count: 64 << 20), gzip: true)
    return (0..<160).reduce(into: []) { bytes, _ in bytes += piece }
  }()

  @Test func `ten billion zeros are given up in their first mebibytes`() throws {
    let bytes = Self.zeros
    #expect(bytes.count > 10_000_000)
    let clock = ContinuousClock()
    var part: UnpackedPart?
    let time = try clock.measure { part = try Unpacking(bytes).unpacked.parts.first }
    #expect(part?.fault == tooMuch)
    #expect((part?.bytes.count ?? .max) <= UnpackingLimits().ratioFreeBytes)
    #expect(time < .seconds(5))
  }

  @Test func `a member that comes to more than it says is given up at once`() throws {
    var member = Archive.Member("zeros", "")
    member.content = [UInt8](repeating: 0, count: 8 << 20)
    member.byteCount = 100
    let part = try #require(try Unpacking(Archive([member]).bytes).unpacked.parts.first)
    #expect(part.fault == "it is of another size than the archive says")
    #expect(part.bytes.isEmpty)
  }

  @Test func `members that share bytes are not read`() throws {
    let fault = "! two members of the archive share bytes, as in a zip bomb"
    // One member under a thousand names.
    var members = [Archive.Member("kernel", "{}")]
    for number in 0..<1000 {
      var member = Archive.Member("n\(number)", "{}")
      member.offset = 0
      members.append(member)
    }
    #expect(try Unpacking(Archive(members).bytes).lines == [fault])

    // One whose data are the header and the data of another.
    var inner = Archive.Member("b", "{}")
    let written = Archive([inner]).bytes
    var outer = Archive.Member("a", "")
    outer.method = 0
    outer.content = Array(written.prefix(31 + deflated(inner.content).count))
    inner.offset = 31
    #expect(try Unpacking(Archive([outer, inner]).bytes).lines == [fault])
  }

  @Test func `many small bombs are given up together`() throws {
    let zeros = [UInt8](repeating: 0, count: 3 << 20)
    var archive = Archive((0..<20).map { .init("m\($0 + 10)", "") })
    for index in archive.members.indices { archive.members[index].content = zeros }
    let parts = try Unpacking(archive.bytes).unpacked.parts
    #expect(
      parts.map(\.fault) == Array(repeating: nil, count: 5) + Array(repeating: tooMuch, count: 15)
    )
    #expect(parts.reduce(0) { $0 + $1.bytes.count } <= UnpackingLimits().ratioFreeBytes)
  }

  @Test func `an archive of very many members is refused by its number`() throws {
    var archive = Archive((0..<30).map { .init("m\($0)", "{}") })
    archive.isLong = true
    archive.count = 100_001
    #expect(
      try Unpacking(archive.bytes).lines
        == ["! the archive has 100001 members; more than 100000 are not read"]
    )
  }

  @Test func `twenty thousand members are unpacked in a moment`() throws {
    var archive = Archive((0..<20_000).map { .init("m\($0)", "{}") })
    for index in archive.members.indices { archive.members[index].method = 0 }
    let bytes = archive.bytes
    var parts: [UnpackedPart] = []
    let time = try ContinuousClock().measure { parts = try Unpacking(bytes).unpacked.parts }
    #expect(parts.count == 20_000)
    #expect(parts.allSatisfy { $0.fault == nil })
    #expect(time < .seconds(20))
  }

  @Test func `what all files come to is bounded too`() throws {
    var limits = UnpackingLimits()
    limits.fileBytes = 1 << 30
    limits.totalBytes = 2 << 30
    limits.ratio = 10_000
    var member = Archive.Member("a", "")
    member.content = [UInt8](repeating: 32, count: 3 << 20)
    limits.totalBytes = 5 << 20
    let other = {
      var it = member; it.name = Array("b".utf8); return it
    }()
    let parts = try Unpacking(Archive([member, other]).bytes, limits: limits).unpacked.parts
    #expect(
      parts.map(\.fault)
        == [nil, "the packed files come to more than 0 GiB; unpack them by hand"]
    )
    #expect(parts.reduce(0) { $0 + $1.bytes.count } <= limits.totalBytes)
    limits.fileBytes = 2 << 20
    #expect(
      try Unpacking(Archive([member]).bytes, limits: limits).lines
        == ["a! it unpacks to more than 0 GiB; unpack it by hand"]
    )
  }

  @Test func `nothing that was unpacked stands under a name`() throws {
    let folder = try TemporaryFolder()
    let unpacking = try Unpacking(gzipped("{}"), folder: folder.path)
    #expect(unpacking.texts == ["{}"])
    #expect(try folder.names() == [])
  }
}
