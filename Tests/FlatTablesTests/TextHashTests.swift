import FlatTables
import Testing

struct TextHashTests {
  private func hash(_ text: String, seed: UInt64 = 0, ignoringCase: Bool = false) -> UInt64 {
    hashText(Array(text.utf8).span, seed: seed, ignoringCase: ignoringCase)
  }

  @Test func `every byte of a text of any length counts`() {
    for length in 1...40 {
      let text = [UInt8](repeating: 0x61, count: length)
      for index in text.indices {
        var other = text
        other[index] = 0x62
        #expect(hashText(text.span) != hashText(other.span), "byte \(index) of \(length)")
      }
      #expect(hashText(text.span) != hashText((text + [0x61]).span))
    }
  }

  @Test(arguments: ["", "a", "Pat", "PAT@school", "Pat.Long-Name@School.Example.org"])
  func `letters of either case are the same only when asked`(text: String) {
    #expect(
      hash(text.lowercased(), ignoringCase: true) == hash(text.uppercased(), ignoringCase: true)
    )
    #expect(text.isEmpty == (hash(text.lowercased()) == hash(text.uppercased())))
  }

  @Test func `another seed is another hash`() {
    #expect(hash("pat@school.example", seed: 1 << 32) != hash("pat@school.example"))
  }

  @Test func `both halves of the hashes of like texts are spread`() {
    let hashes = (0..<4096).map { hash("student-\($0)@school.example") }
    #expect(Set(hashes.map { $0 >> 32 }).count > 4090)
    #expect(Set(hashes.map { $0 & 0xFFF }).count > 2400)
  }
}
