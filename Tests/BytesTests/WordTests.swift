import Bytes
import Testing

/// Bytes of which no two that are near each other are the same.
private func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(($0 * 37 + 11) % 251) } }

struct WordTests {
  @Test func `a word is the eight bytes at any offset, the first one lowest`() {
    #expect(Array("abcdefgh".utf8).span.word(at: 0) == 0x6867_6665_6463_6261)
    let all = bytes(80)
    for offset in 0...72 {
      let expected = (0..<8).reduce(UInt64(0)) { $0 | UInt64(all[offset + $1]) << UInt64(8 * $1) }
      #expect(all.span.word(at: offset) == expected, "offset \(offset)")
    }
  }

  @Test func `four words are the 32 bytes at any offset, and nil if there are fewer`() {
    let all = bytes(80)
    for offset in 0...48 {
      let span = all.span
      guard let words = span.fourWords(at: offset) else {
        Issue.record("there are 32 bytes at \(offset)")
        continue
      }
      for part in [0, 8, 16, 24] {
        let (found, expected) = (words[part], span.word(at: offset + part))
        #expect(found == expected, "offset \(offset), part \(part)")
      }
    }
    for (count, offset) in [(80, 49), (80, 80), (80, -1), (31, 0), (0, 0), (80, .max), (80, .min)] {
      let span = all.span.extracting(0..<count)
      let isNil = span.fourWords(at: offset) == nil
      #expect(isNil, "\(count) bytes, offset \(offset)")
    }
  }

  @Test func `a word that reaches beyond the end is filled with spaces`() {
    #expect(Array("abc".utf8).span.wordFilledWithSpaces(at: 1) == 0x2020_2020_2020_6362)
    for count in 0...12 {
      let all = bytes(count)
      for offset in 0...count {
        let filled = all[offset...] + [UInt8](repeating: 0x20, count: 8)
        let expected = Array(filled).span.word(at: 0)
        #expect(all.span.wordFilledWithSpaces(at: offset) == expected, "\(count), \(offset)")
      }
    }
  }

  @Test func `a padded word holds every byte of a short text`() {
    for count in 1...7 {
      let text = bytes(count)
      for index in 0..<count {
        var other = text
        other[index] ^= 0x80
        #expect(text.span.paddedWord != other.span.paddedWord, "byte \(index) of \(count)")
      }
    }
    #expect(Array("xy".utf8).span.paddedWord == Array("xyyaaaaa".utf8).span.word(at: 0))
    #expect(Array("abcde".utf8).span.paddedWord == Array("abcdbcde".utf8).span.word(at: 0))
  }

  @Test func `a word or a block is stored at any offset, and nothing beside it`() {
    for offset in 0...40 {
      var target = [UInt8](repeating: 0xFF, count: 80)
      var span = target.mutableSpan
      span.setWord(bytes(8).span.word(at: 0), at: offset)
      #expect(
        target
          == Array(repeating: 0xFF, count: offset) + bytes(8)
          + Array(repeating: 0xFF, count: 72 - offset)
      )
      span = target.mutableSpan
      span.setBlock(bytes(48).span.block(at: 16), at: offset)
      #expect(
        target
          == Array(repeating: 0xFF, count: offset) + bytes(48)[16...]
          + Array(repeating: 0xFF, count: 48 - offset)
      )
    }
  }

  @Test func `the bytes of a literal are those of its text`() {
    let name: StaticString = "naïve"
    #expect((0..<name.utf8CodeUnitCount).map { name.byte(at: $0) } == Array("naïve".utf8))
  }

  @Test func `a load or store outside of the bytes ends the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = [UInt8](repeating: 0, count: 15).span.word(at: 8)
    }
    await #expect(processExitsWith: .failure) {
      _ = [UInt8](repeating: 0, count: 15).span.word(at: -1)
    }
    await #expect(processExitsWith: .failure) {
      _ = [UInt8](repeating: 0, count: 33).span.block(at: 2)
    }
    await #expect(processExitsWith: .failure) {
      var target = [UInt8](repeating: 0, count: 15)
      var span = target.mutableSpan
      span.setWord(0, at: 8)
    }
    await #expect(processExitsWith: .failure) {
      var target = [UInt8](repeating: 0, count: 33)
      var span = target.mutableSpan
      span.setBlock(SIMD32(repeating: 0), at: 2)
    }
    await #expect(processExitsWith: .failure) {
      let name: StaticString = "ab"
      _ = name.byte(at: 2)
    }
  }

  @Test func `a mark is set for every byte that is looked for, and for no other`() {
    for byte in UInt8.min...UInt8.max {
      let marks = (0..<8).map { index in
        zeroMarks((everyByte(byte) ^ (1 << UInt64(8 * index))) ^ everyByte(byte))
      }
      for index in 0..<8 {
        #expect(marks[index] == highBits & ~(0x80 << UInt64(8 * index)), "\(byte), \(index)")
      }
    }
    // The neighbours of zero, which an inexact test would mark beside it.
    #expect(zeroMarks(0x0100_0180_00FF_0001) == 0x0080_0000_8000_8000)
  }
}
