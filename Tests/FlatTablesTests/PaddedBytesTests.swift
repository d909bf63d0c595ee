import FlatTables
import Testing

@Suite struct PaddedBytesTests {
  /// Bytes of which no two that are near are the same.
  private func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8($0 % 251) } }

  @Test func `bytes of any number are laid down, and what follows goes over those too many`() {
    for count in 0...100 {
      let padded = PaddedBytes(bytes(count))
      #expect(padded.count == count)
      #expect(padded.paddedCount >= count && padded.paddedCount < count + PaddedBytes.blockLength)
      var target = [UInt8](repeating: 0xFF, count: 7 + 2 * padded.paddedCount)
      var position = 7
      var span = target.mutableSpan
      padded.put(into: &span, at: &position)
      #expect(position == 7 + count)
      padded.put(into: &span, at: &position)
      #expect(position == 7 + 2 * count)
      #expect(Array(target[7..<position]) == bytes(count) + bytes(count))
      #expect(target[..<7].allSatisfy { $0 == 0xFF })
    }
  }

  @Test func `other bytes take the place of those that were there, longer or shorter`() {
    var padded = PaddedBytes()
    for count in [5, 40, 3, 0, 64, 33] {
      padded.set { $0 += bytes(count) }
      let span = padded.span()
      #expect(span.indices.map { span[$0] } == bytes(count))
    }
  }

  @Test func `a text of an arena is laid down, also the last one`() throws {
    var arena = TextArena()
    let texts = ["S-1", "5e1234567890123456789012", "Zoë", "an id of thirty-two bytes, all told"]
    let refs = try texts.map { try arena.append(String($0.prefix(30))) }
    var target = [UInt8](repeating: 0, count: 200)
    var position = 0
    var span = target.mutableSpan
    for ref in refs { arena.put(ref, into: &span, at: &position) }
    let expected = texts.map { String($0.prefix(30)) }.joined()
    #expect(String(decoding: target[..<position], as: UTF8.self) == expected)
  }
}
