import FlatTables
import SafeFiles
import Testing

@testable import BloomzBundle

@Suite struct KeyRunTests {
  /// Keys of all lengths, some of them such as have to be quoted or escaped, and one that is empty.
  private let keys: [String] =
    (0...70).map { String(repeating: "k", count: $0) }
    + ["a,b", "say \"x\"", "back\\slash", "line\nbreak", "Zoë", "5e1234567890123456789012"]

  /// Some run of the keys, longer and shorter ones, all of them in the end.
  private func people(_ run: Int) -> ArraySlice<Int32> {
    let rows = (0..<run % 90).map { Int32(($0 * 7 + run) % keys.count) }
    return rows[...]
  }

  /// In memory that has no room of its own each key is put by itself, in a file they are laid down.
  @Test(arguments: [Encoding.csv, .json], [1, 27, 32, 33, 80])
  func `keys are put as each of them is, whatever stands between them`(
    encoding: Encoding,
    gap: Int
  ) throws {
    var arena = TextArena()
    let first = try keys[..<40].map { try arena.append($0) }
    arena = TextArena(extending: arena)
    let refs = try first + keys[40...].map { try arena.append($0) }
    let separator = PaddedBytes((0..<gap).map { UInt8(ascii: "A") + UInt8($0 % 26) })
    var expected = ByteBuffer()
    let temporary = try BundleFolder()
    var folder = try OutputFolder.staging(temporary.bundle, mark: "file")
    try folder.write("file") { file in
      for run in 0..<400 {
        file.put(people(run), keys: refs, of: arena, as: encoding, between: separator)
        expected.put(people(run), keys: refs, of: arena, as: encoding, between: separator)
      }
    }
    try folder.publish()
    #expect(try temporary.bytes("file") == expected.bytes)
    #expect(expected.bytes.count > 1 << 18)
    let all = (0..<Int32(keys.count)).map { $0 }
    var one = ByteBuffer()
    one.put(all[...], keys: refs, of: arena, as: encoding, between: PaddedBytes("|".utf8))
    let each = keys.map { key -> String in
      let shown = encoding == .csv ? csvField(key) : Array(jsonString(key).dropFirst().dropLast())
      return String(decoding: shown, as: UTF8.self)
    }
    #expect(String(decoding: one.bytes, as: UTF8.self) == each.joined(separator: "|"))
  }
}
