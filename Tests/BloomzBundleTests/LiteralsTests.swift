import Testing

@testable import BloomzBundle

@Suite struct LiteralsTests {
  @Test func `a text of any length is put as it was added, whatever stands beside it`() {
    var literals = Literals()
    let texts = (0...70).map { count in
      (0..<count).map { UInt8(truncatingIfNeeded: $0 &+ count) }
    }
    let added = texts.map { literals.add($0) }
    for (literal, text) in zip(added, texts) {
      var buffer = ByteBuffer()
      literals.put(literal, into: &buffer)
      #expect(buffer.bytes == text)
    }
  }
}
