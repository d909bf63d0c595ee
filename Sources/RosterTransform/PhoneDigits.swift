internal import FlatTables

/// Reads a telephone number as the ten digits that Bloomz takes.
///
/// Source: V2 import guide, `mobile_phone`: "exactly 10 digits, no dashes, no spaces".
struct PhoneDigits {
  /// The ten digits of the number read last, if it was usable.
  private(set) var digits: [UInt8] = []

  /// Reads `text`.
  ///
  /// Punctuation and a country code of 1, with or without `+`, are taken off. Letters (an
  /// extension, two numbers with words between) and any other count of digits make a number
  /// unusable, and so does an area code that begins with 0 or 1, which the North American
  /// Numbering Plan does not have: `0000000000` stands in many systems for no number.
  mutating func read(_ text: borrowing Span<UInt8>) -> Verdict {
    digits.removeAll(keepingCapacity: true)
    var isInternational = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x30...0x39:
        if digits.count == 11 { return .unusable }
        digits.append(byte)
      case UInt8(ascii: "+"):
        if isInternational || !digits.isEmpty { return .unusable }
        isInternational = true
      case 0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "/"):
        break
      default:
        let length = pastedMark(text, index)
        if length == 0 { return .unusable }
        index += length - 1
      }
      index += 1
    }
    if digits.isEmpty, !isInternational { return .empty }
    if digits.count == 11, digits[0] == UInt8(ascii: "1") {
      digits.removeFirst()
    } else if isInternational {
      return .unusable
    }
    guard digits.count == 10, digits[0] > UInt8(ascii: "1") else { return .unusable }
    return text.count == 10 ? .asGiven : .reduced
  }

  /// What a telephone number turned out to be.
  enum Verdict: UInt8, Sendable, Hashable {
    /// There is no digit in it: no number was given.
    case empty
    /// Ten digits and nothing else.
    case asGiven
    /// Ten digits, in ``PhoneDigits/digits``.
    case reduced
    /// Something else.
    case unusable
  }

  /// The length of the no-break space (U+00A0) or dash (U+2010 to U+2015) at `index`, else 0.
  private func pastedMark(_ text: borrowing Span<UInt8>, _ index: Int) -> Int {
    if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 { return 2 }
    if text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
      (0x90...0x95).contains(text[index + 2])
    {
      return 3
    }
    return 0
  }
}
