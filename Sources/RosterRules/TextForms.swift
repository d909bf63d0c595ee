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

  /// Whether `bytes`, which are UTF-8, hold letters that were read in a wrong encoding once before:
  /// in Windows-1252 (`JosÃ©`), Mac Roman (`Jos√©`), code page 437 (`Jos├⌐`), or Windows-1252 in Mac
  /// Roman (`M¸ller`); or the sign for a byte that could not be read (U+FFFD).
  static func isGarbled(_ bytes: Span<UInt8>) -> Bool {
    holdsBytesOfWindows(bytes) || holdsMisreadSigns(bytes)
  }

  /// Whether two characters of `bytes` are one of UTF-8 that was read in Mac Roman or code page 437,
  /// or one between letters is a letter of Windows-1252 that was read in Mac Roman.
  private static func holdsMisreadSigns(_ bytes: Span<UInt8>) -> Bool {
    var before: UInt32 = 0
    var index = 0
    while index < bytes.count {
      let (sign, length) = scalar(bytes, at: index)
      index += length
      guard sign >= 0x80 else {
        before = sign
        continue
      }
      let after = index < bytes.count ? scalar(bytes, at: index).value : 0
      switch sign {
      // '¬', '√', 'ƒ', '≈': the first byte of a letter of Latin, in Mac Roman.
      case 0xAC, 0x221A, 0x192, 0x2248: if macRomanTrails.contains(after) { return true }
      // '‚Äô' for an apostrophe, in Mac Roman; 'ΓÇÖ' in code page 437.
      case 0x201A where after == 0xC4, 0x393 where after == 0xC7: return true
      // Lines of a frame: the first byte of a letter of Latin, in code page 437.
      case 0x2500...0x257F: return true
      // 'Ä‡' for 'ć', 'Å‚' for 'ł', in Windows-1252.
      case 0xC4, 0xC5: if windowsTrails.contains(after) { return true }
      // '‡', '‰', '„', '‚', '¸', 'ˆ', '˜', '¢', '¤', 'ﬂ' inside of a word.
      case 0x2021, 0x2030, 0x201E, 0x201A, 0xB8, 0x2C6, 0x2DC, 0xA2, 0xA4, 0xFB02:
        if isLetter(before), isLetter(after) { return true }
      // 'V·squez', but not the Catalan 'Gal·la'.
      case 0xB7:
        if isLetter(before), isLetter(after), before | 0x20 != 0x6C || after | 0x20 != 0x6C {
          return true
        }
      default: break
      }
      before = sign
    }
    return false
  }

  /// The characters that the later bytes of one in UTF-8 are in Mac Roman: 0x80 to 0xBF.
  private static let macRomanTrails = Set(
    SingleByteEncoding.macRoman.upperHalf.prefix(64).map(\.value)
  )

  /// Those of Windows-1252 that no word has after 'Ä' or 'Å'.
  private static let windowsTrails: Set<UInt32> = Set(
    "‚„…†‡ˆ‰‹•˜™›¡¢£¤¥¦§¨©¬®¯°±²³´µ¶·¸¹º¼½¾¿".unicodeScalars.map(\.value)
  )

  private static func isLetter(_ sign: UInt32) -> Bool {
    sign < 0x80 ? isLetter(UInt8(sign)) : (0xC0...0x24F).contains(sign)
  }

  /// The character at `index` of a text in UTF-8, and how many bytes it takes.
  private static func scalar(
    _ bytes: Span<UInt8>,
    at index: Int
  ) -> (value: UInt32, length: Int) {
    let first = bytes[index]
    let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, index + length <= bytes.count else { return (UInt32(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for next in index + 1..<index + length { value = value << 6 | UInt32(bytes[next] & 0x3F) }
    return (value, length)
  }

  /// Whether `bytes` hold a character of UTF-8 whose bytes were read in Windows-1252, or U+FFFD.
  ///
  /// `Ã` and `Â` before a sign that no word has after them, and `â€`, which no word has at all.
  private static func holdsBytesOfWindows(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index + 2 < bytes.count {
      switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
      case (0xEF, 0xBF, 0xBD): return true
      case (0xC3, 0x82...0x83, 0xC2):
        // U+0080 to U+00BF: controls, no-break space, '©', '±' and the like.
        if index + 3 < bytes.count { return true }
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
