extension MailAddress {
  /// Judges an address by its bytes alone; the address is not resolved, nothing is sent.
  ///
  /// The local part is a dot-atom of 1 to 64 bytes (RFC 5322, section 3.2.3). The domain has at
  /// least two labels of letters, digits and inner hyphens, 1 to 63 bytes each (RFC 1123, section
  /// 2.1), the last not all digits; international names come as A-labels (`xn--…`, RFC 5890).
  ///
  /// Cost: one pass over a plain address, a few over another; no allocation. A rule may ask for
  /// every record.
  public static func check(_ bytes: Span<UInt8>) -> AddressVerdict {
    verdictAtAGlance(bytes) ?? judge(bytes)
  }

  /// The verdict on an address of the form that nearly all have: letters, digits and few signs, a
  /// domain without hyphens. Nil for another, which may still be fine.
  private static func verdictAtAGlance(_ bytes: Span<UInt8>) -> AddressVerdict? {
    guard bytes.count <= 254 else { return nil }
    var index = 0
    var followsDot = true
    while index < bytes.count, bytes[index] != UInt8(ascii: "@") {
      let byte = bytes[index]
      index += 1
      if isLetter(byte) || isDigit(byte) {
        followsDot = false
        continue
      }
      let isDot = byte == UInt8(ascii: ".")
      guard isDot ? !followsDot : isAtomText(byte) else { return nil }
      followsDot = isDot
    }
    guard (1...64).contains(index), !followsDot, index < bytes.count else { return nil }
    // The label before the last, and where the label at hand begins.
    var previous = 0
    var start = index + 1
    index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: ".") {
        previous = index - start
        guard (1...63).contains(previous) else { return nil }
        start = index + 1
      } else {
        guard isLetter(bytes[index]) || isDigit(bytes[index]) else { return nil }
      }
      index += 1
    }
    // Of two letters or more, and as few as can be compared with the reserved ones.
    let last = start..<bytes.count
    guard (2...63).contains(last.count), previous > 0, isLetter(bytes[start]) else { return nil }
    switch last.count {
    case 3 where previous == 7:
      return spells(bytes, start - 8..<start - 1, "example") ? nil : .ok
    case 4: return spells(bytes, last, "test") ? .reservedForTests : .ok
    case 7 where spells(bytes, last, "example"): return .reservedForExamples
    case 7: return spells(bytes, last, "invalid") ? .reservedForTests : .ok
    case 9: return spells(bytes, last, "localhost") ? .reservedForTests : .ok
    default: return .ok
    }
  }

  /// Judges an address whatever it is.
  package static func judge(_ bytes: Span<UInt8>) -> AddressVerdict {
    if holdsSeveral(bytes) { return .several }
    var at = -1
    var isBlank = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x80 { return .nonASCII }
      if byte == UInt8(ascii: "@"), at < 0 { at = index }
      if byte != 0x20 { isBlank = false }
    }
    if isBlank { return .empty }
    if at < 0 { return .noAt }
    if bytes.count > 254 { return .tooLong }
    guard isLocalPart(bytes, 0..<at) else { return .badLocal }
    return judgeDomain(bytes, at + 1..<bytes.count)
  }

  /// Whether a sign that separates addresses is between two `@`, each with letters around it:
  /// `ann@x.org; bo@x.org`.
  private static func holdsSeveral(_ bytes: Span<UInt8>) -> Bool {
    var hasFirst = false
    var isSeparated = false
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "@"):
        guard index > 0, index + 1 < bytes.count else { continue }
        let isFull = isAtomText(bytes[index - 1]) && isAtomText(bytes[index + 1])
        if isSeparated, isFull { return true }
        hasFirst = hasFirst || isFull
      // A blank, or the no-break space.
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "|"), 0x20, 0xA0:
        isSeparated = hasFirst
      case 0..<0x20: return false
      default: break
      }
    }
    return false
  }

  /// Judges an address by its bytes alone, as the other ``check(_:)`` does.
  public static func check(_ bytes: [UInt8]) -> AddressVerdict { check(bytes.span) }

  private static func isLocalPart(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard (1...64).contains(range.count) else { return false }
    var followsDot = true
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        if followsDot { return false }
        followsDot = true
      } else {
        guard isAtomText(byte) else { return false }
        followsDot = false
      }
    }
    return !followsDot
  }

  private static func judgeDomain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> AddressVerdict {
    var labels = 0
    var start = range.lowerBound
    var previous = start..<start
    var last = start..<start
    while true {
      var end = start
      while end < range.upperBound, bytes[end] != UInt8(ascii: ".") { end += 1 }
      guard isLabel(bytes, start..<end) else { return .badDomain }
      labels += 1
      (previous, last) = (last, start..<end)
      if end == range.upperBound { break }
      start = end + 1
    }
    // By length first: nearly every domain is told apart from the reserved ones by that.
    switch last.count {
    case 4 where spells(bytes, last, "test"), 7 where spells(bytes, last, "invalid"),
      9 where spells(bytes, last, "localhost"):
      return .reservedForTests
    case ...1: return .badDomain
    case 3 where previous.count == 7 && spells(bytes, previous, "example"):
      if spells(bytes, last, "com") || spells(bytes, last, "net") || spells(bytes, last, "org") {
        return .reservedForExamples
      }
    default: break
    }
    guard labels > 1, last.contains(where: { !isDigit(bytes[$0]) }) else { return .badDomain }
    return last.count == 7 && spells(bytes, last, "example") ? .reservedForExamples : .ok
  }

  /// Whether `range` is one label: letters, digits, inner hyphens. Hyphens in the third and
  /// fourth place are kept for A-labels (RFC 5891, section 4.2.3.1).
  private static func isLabel(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    guard (1...63).contains(range.count), bytes[range.lowerBound] != hyphen,
      bytes[range.upperBound - 1] != hyphen
    else { return false }
    for index in range {
      let byte = bytes[index]
      guard isDigit(byte) || isLetter(byte) || byte == hyphen else { return false }
    }
    let start = range.lowerBound
    if range.count >= 4, bytes[start + 2] == hyphen, bytes[start + 3] == hyphen {
      return range.count > 4 && bytes[start] | 0x20 == UInt8(ascii: "x")
        && bytes[start + 1] | 0x20 == UInt8(ascii: "n")
    }
    return true
  }

  /// Whether `range` is `word`, letters of either case. So short a `String` is not allocated.
  private static func spells(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: String) -> Bool {
    guard range.count == word.utf8.count else { return false }
    var index = range.lowerBound
    for byte in word.utf8 {
      guard bytes[index] | 0x20 == byte else { return false }
      index += 1
    }
    return true
  }
}
