// The lint shares no code with the room that it judges, so that one mistake is not made twice.

func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte || 0x61...0x7A ~= byte }

/// `atext` of RFC 5322, section 3.2.3: what an atom is made of.
func isAtomText(_ byte: UInt8) -> Bool {
  isDigit(byte) || isLetter(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
}

extension Span<UInt8> {
  /// Whether `word` is at `index`.
  func has(_ word: String, at index: Int) -> Bool {
    guard index + word.utf8.count <= count else { return false }
    var place = index
    for byte in word.utf8 {
      guard self[place] == byte else { return false }
      place += 1
    }
    return true
  }

  /// Whether `word`, in lower case, is at `index` in letters of either case.
  func hasLetters(_ word: String, at index: Int) -> Bool {
    guard index + word.utf8.count <= count else { return false }
    var place = index
    for byte in word.utf8 {
      let here = self[place]
      guard here == byte || (isLetter(here) && here | 0x20 == byte) else { return false }
      place += 1
    }
    return true
  }

  /// Whether `range` is exactly `word`.
  func isWord(_ word: String, in range: Range<Int>) -> Bool {
    range.count == word.utf8.count && has(word, at: range.lowerBound)
  }

  /// Whether `range` holds `byte`.
  func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    for index in range where self[index] == byte { return true }
    return false
  }

  /// A copy of `range`.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.append(self, range)
    return copy
  }

  /// The text of `range`, which is expected to be UTF-8.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes(range), as: UTF8.self) }
}

extension [UInt8] {
  /// Appends a part of `bytes`.
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    for index in range { append(bytes[index]) }
  }
}
