internal import Bytes

/// What the bytes of a text look like; all tests run in place and make no `String`.
enum TextForms {
  /// What a byte may be a sign of.
  struct Sight: OptionSet, Sendable {
    let rawValue: UInt8
    init(rawValue: UInt8) { self.rawValue = rawValue }
    init() { rawValue = 0 }
    static let digit = Sight(rawValue: 1)
    static let mayBeAddress = Sight(rawValue: 2)
    static let mayBeMarkup = Sight(rawValue: 4)
  }

  /// What the bytes of a text may be signs of.
  static func sight(of bytes: Span<UInt8>) -> Sight {
    guard bytes.count > 0 else { return [] }
    if bytes.count < 8 { return holdsSign(bytes.paddedWord) ? sight(ofEach: bytes) : [] }
    // The last eight bytes may be some of those before once more.
    var seen = Sight()
    var index = 0
    while index < bytes.count {
      let start = min(index, bytes.count &- 8)
      if holdsSign(bytes.word(at: start)) {
        seen.formUnion(sight(ofEach: bytes.extracting(start..<start &+ 8)))
      }
      index &+= 8
    }
    return seen
  }

  /// Whether one of eight bytes is from `&` to `@`, where all bytes with a meaning are, and few
  /// others that names have.
  @inline(__always)
  private static func holdsSign(_ word: UInt64) -> Bool {
    // In each byte of ASCII the highest bit: of the first it is set up to '@', of the second from
    // '&' on. Neither borrows from the byte above it, nor carries.
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = word & (ones &* 0x7F)
    let isBetween = (ones &* 0xC0 &- low) & (low &+ ones &* 0x5A)
    return isBetween & ~word & (ones &* 0x80) != 0
  }

  @inline(never)
  private static func sight(ofEach bytes: Span<UInt8>) -> Sight {
    var seen = Sight()
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): seen.insert(.digit)
      case UInt8(ascii: "@"), UInt8(ascii: "/"): seen.insert(.mayBeAddress)
      case UInt8(ascii: "<"), UInt8(ascii: "&"): seen.insert(.mayBeMarkup)
      default: break
      }
    }
    return seen
  }

  /// Whether `bytes`, which are UTF-8, hold letters that were UTF-8 once before and were taken for
  /// Windows-1252 (`JosÃ©`), or the sign for a byte that could not be read (U+FFFD).
  ///
  /// `Ã` and `Â` before a sign that no word has after them, and `â€`, which no word has at all.
  static func isGarbled(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index + 2 < bytes.count {
      switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
      case (0xEF, 0xBF, 0xBD): return true
      case (0xC3, 0x82...0x83, 0xC2):
        // U+00A0 to U+00BF: no-break space, '©', '±' and the like.
        if index + 3 < bytes.count, bytes[index + 3] >= 0xA0 { return true }
      case (0xC3, 0x83, 0xE2), (0xC3, 0x83, 0xC5), (0xC3, 0x83, 0xC6): return true
      case (0xC3, 0xA2, 0xE2):
        if index + 4 < bytes.count, bytes[index + 3] == 0x82, bytes[index + 4] == 0xAC {
          return true
        }
      default: break
      }
      index += 1
    }
    return false
  }

  /// Whether `bytes` hold a tag (`<b`, `</b`) or a character reference (`&#39;`, `&amp;`).
  static func holdsMarkup(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where index + 2 < bytes.count {
      let next = bytes[index + 1]
      switch bytes[index] {
      case UInt8(ascii: "<"):
        if isLetter(next) || next == UInt8(ascii: "/") { return true }
      case UInt8(ascii: "&"):
        if next == UInt8(ascii: "#") || isLetter(next), endsReference(bytes, from: index + 2) {
          return true
        }
      default: break
      }
    }
    return false
  }

  /// Whether letters and digits, at most eight, lead to a `;`.
  private static func endsReference(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < bytes.count, index < start + 8, isLetter(bytes[index]) || isDigit(bytes[index]) {
      index += 1
    }
    return index < bytes.count && bytes[index] == UInt8(ascii: ";")
  }

  /// Whether `bytes` hold an e-mail address (`@` between signs that are no blank) or a web address
  /// (`://`).
  static func holdsAddress(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where index > 0 && index + 1 < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "@"):
        if bytes[index - 1] != 0x20, bytes[index + 1] != 0x20 { return true }
      case UInt8(ascii: "/"):
        if bytes[index - 1] == UInt8(ascii: ":"), bytes[index + 1] == UInt8(ascii: "/") {
          return true
        }
      default: break
      }
    }
    return false
  }

  /// Words that are written where no name is known, or in a record that is a trial;
  /// in letters alone, as ``isPlaceholder(_:)`` reads a name.
  static let placeholders: [[UInt8]] = [
    "test", "tester", "testing", "teststudent", "testteacher", "testparent", "testuser",
    "donotuse", "delete", "deleted", "duplicate", "dummy", "unknown", "tbd", "tba", "vacant",
    "vacancy", "noname", "none", "null", "xxx", "xxxx",
  ].map { Array($0.utf8) }

  /// For each letter, counted from `a`, the placeholders that begin with it.
  private static let byLetter: [[[UInt8]]] = (0..<26).map { letter in
    placeholders.filter { $0[0] == 0x61 + UInt8(letter) }
  }

  /// Whether a name is one of ``placeholders``, whatever the case, digits, blanks and signs between;
  /// or `N/A`.
  static func isPlaceholder(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 3, bytes.count <= 20 else { return false }
    var first = 0
    while first < bytes.count, !isLetter(bytes[first]) { first += 1 }
    guard first < bytes.count else { return false }
    if lower(bytes[first]) == UInt8(ascii: "n"), first + 2 < bytes.count,
      bytes[first + 1] == UInt8(ascii: "/"), lower(bytes[first + 2]) == UInt8(ascii: "a")
    {
      return true
    }
    for word in byLetter[Int(lower(bytes[first]) - 0x61)] where spells(bytes, word) { return true }
    return false
  }

  /// Whether the letters of `bytes` are `word`, and no letter is beyond ASCII.
  private static func spells(_ bytes: Span<UInt8>, _ word: [UInt8]) -> Bool {
    var matched = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x80 { return false }
      guard isLetter(byte) else { continue }
      guard matched < word.count, lower(byte) == word[matched] else { return false }
      matched += 1
    }
    return matched == word.count
  }

  /// Whether a spreadsheet wrote `bytes`: a number with an exponent (`5.1E+11`), or a whole number
  /// with a point and a zero (`1042.0`).
  static func isRewrittenNumber(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    guard index > 0, index < bytes.count else { return false }
    if bytes[index] == UInt8(ascii: ".") {
      let point = index
      index += 1
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      if index == bytes.count { return index == point + 2 && bytes[point + 1] == 0x30 }
    }
    guard index + 2 < bytes.count, lower(bytes[index]) == UInt8(ascii: "e"),
      bytes[index + 1] == UInt8(ascii: "+")
    else { return false }
    for digit in index + 2..<bytes.count where !isDigit(bytes[digit]) { return false }
    return true
  }

  /// Whether `bytes` are one letter, or one with a point after it: an initial.
  static func isInitial(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == 1 || bytes.count == 2 && bytes[1] == UInt8(ascii: ".") else {
      return false
    }
    return isLetter(bytes[0])
  }

  private static func isLetter(_ byte: UInt8) -> Bool { lower(byte) &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
