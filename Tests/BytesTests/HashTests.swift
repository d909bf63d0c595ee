import Bytes
import Testing

struct HashTests {
  private func hash(_ text: String, seed: UInt64 = 0, ignoringCase: Bool = false) -> UInt64 {
    hashBytes(Array(text.utf8).span, seed: seed, ignoringCase: ignoringCase)
  }

  @Test func `every byte of a text of any length counts`() {
    for length in 1...40 {
      let text = [UInt8](repeating: 0x61, count: length)
      for index in text.indices {
        var other = text
        other[index] = 0x62
        #expect(hashBytes(text.span) != hashBytes(other.span), "byte \(index) of \(length)")
      }
      #expect(hashBytes(text.span) != hashBytes((text + [0x61]).span))
    }
  }

  @Test func `a hash depends on the bytes, not on where they are`() {
    let text = Array("pat@school.example, and more".utf8)
    for length in 0...text.count {
      let alone = Array(text[..<length])
      let expected = hashBytes(alone.span)
      for start in 0...9 {
        let moved = [UInt8](repeating: 0x7A, count: start) + alone + [0x7A]
        let found = hashBytes(moved.span.extracting(start..<start + length))
        #expect(found == expected, "\(length) bytes at \(start)")
      }
    }
  }

  @Test(arguments: ["", "a", "Pat", "PAT@school", "Pat.Long-Name@School.Example.org"])
  func `letters of either case are the same only when asked`(text: String) {
    #expect(
      hash(text.lowercased(), ignoringCase: true) == hash(text.uppercased(), ignoringCase: true)
    )
    #expect(text.isEmpty == (hash(text.lowercased()) == hash(text.uppercased())))
  }

  @Test func `another seed is another hash, so lists of texts can be hashed`() {
    #expect(hash("pat@school.example", seed: 1 << 32) != hash("pat@school.example"))
    #expect(hash("c", seed: hash("ab")) != hash("bc", seed: hash("a")))
    #expect(hash("", seed: hash("ab")) != hash("ab", seed: hash("")))
  }

  @Test func `both halves of the hashes of like texts are spread`() {
    let hashes = (0..<4096).map { hash("student-\($0)@school.example") }
    #expect(Set(hashes.map { $0 >> 32 }).count > 4090)
    #expect(Set(hashes.map { $0 & 0xFFF }).count > 2400)
  }

  @Test func `like numbers are spread, and stay distinct`() {
    for step in [1, 8, 1 << 20, 1 << 44] as [UInt64] {
      let hashes = (0..<4096).map { scrambled($0 &* step) }
      #expect(Set(hashes).count == 4096)
      #expect(Set(hashes.map { $0 & 0xFFF }).count > 2400)
    }
  }
}
