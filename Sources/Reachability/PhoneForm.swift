/// The form of a telephone number, compared with the ten digits that Bloomz takes.
///
/// Source: V2 import guide, `mobile_phone`: "exactly 10 digits, no dashes, no spaces".
@frozen public enum PhoneForm: UInt8, Sendable, Hashable {
  /// There is no digit in it: no number was given.
  case empty
  /// Ten digits and nothing else.
  case asGiven
  /// Ten digits, once the rest is taken off; see ``digits(of:)``.
  case reduced
  /// Something else.
  case unusable

  /// Judges `text`.
  ///
  /// Blanks, brackets, dots, slashes, hyphens and pasted dashes between do not count, nor does a
  /// country code of 1, with or without `+`. Letters (an extension, two numbers with words between)
  /// and any other count of digits make a number unusable, and so does an area code that begins
  /// with 0 or 1, which the North American Numbering Plan does not have: many systems have
  /// `0000000000` for no number.
  public init(of text: Span<UInt8>) {
    var digits = 0
    var first: UInt8 = 0
    var second: UInt8 = 0
    var isInternational = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte &- 0x30 < 10 {
        if digits == 0 { first = byte }
        if digits == 1 { second = byte }
        digits += 1
      } else {
        switch byte {
        case UInt8(ascii: " "), 0x09, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"),
          UInt8(ascii: "."), UInt8(ascii: "/"):
          break
        case UInt8(ascii: "+") where digits == 0 && !isInternational:
          isInternational = true
        default:
          let length = pastedMark(text, index)
          guard length > 0 else {
            self = .unusable
            return
          }
          index += length - 1
        }
      }
      index += 1
    }
    let one = UInt8(ascii: "1")
    switch digits {
    case 0: self = isInternational ? .unusable : .empty
    case 10 where first > one && !isInternational: self = text.count == 10 ? .asGiven : .reduced
    case 11 where first == one && second > one: self = .reduced
    default: self = .unusable
    }
  }

  /// Whether ten digits are left of the number.
  @inlinable public var isUsable: Bool { self == .asGiven || self == .reduced }

  /// Where the ten digits of a usable number are in it, if they are next to each other as in
  /// `+1 5551234567`; else nil.
  @inlinable public static func lastDigits(of text: Span<UInt8>) -> Range<Int>? {
    let digits = text.count - 10..<text.count
    for index in digits where text[index] &- 0x30 >= 10 { return nil }
    return digits
  }

  /// The ten digits of a number that is usable; of another its last ones, zeros before them.
  public static func digits(of text: Span<UInt8>) -> InlineArray<10, UInt8> {
    var digits = InlineArray<10, UInt8>(repeating: UInt8(ascii: "0"))
    // From the end: digits before the ten are the country code.
    var place = 10
    var index = text.count
    while place > 0, index > 0 {
      index -= 1
      guard text[index] &- 0x30 < 10 else { continue }
      place -= 1
      digits[place] = text[index]
    }
    return digits
  }

  /// Whether `text` is a usable number whose ten digits are all the same.
  public static func isOneDigit(_ text: Span<UInt8>) -> Bool {
    var first: UInt8 = 0
    var digits = 0
    for index in text.indices where text[index] &- 0x30 < 10 {
      // A country code of 1 is none of the ten.
      if digits == 1, first == UInt8(ascii: "1") { first = text[index] }
      if digits == 0 { first = text[index] }
      if text[index] != first { return false }
      digits += 1
    }
    return PhoneForm(of: text).isUsable
  }
}

/// The length of the no-break space (U+00A0) or dash (U+2010 to U+2015) at `index`, else 0.
private func pastedMark(_ bytes: Span<UInt8>, _ index: Int) -> Int {
  if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 { return 2 }
  if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
    (0x90...0x95).contains(bytes[index + 2])
  {
    return 3
  }
  return 0
}
