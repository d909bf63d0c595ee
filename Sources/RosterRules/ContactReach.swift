import FlatTables
import MailMessage
import Roster

/// How a contact can be reached: Bloomz takes an e-mail address or a phone of ten digits.
enum ContactReach {
  /// Whether the address is well-formed.
  static func hasUsableEmail(_ roster: Roster, _ row: Int) -> Bool {
    let email = roster.contacts.email[row]
    return !email.isEmpty && MailAddress.check(roster.text.span(email)).isWellFormed
  }

  /// Whether the phone comes down to ten digits.
  static func hasUsablePhone(_ roster: Roster, _ row: Int) -> Bool {
    isPhone(roster.text.span(roster.contacts.phone[row]))
  }

  /// Whether `bytes` spell a phone number of the United States and Canada: ten digits whose area
  /// code does not begin with 0 or 1, or those with the country's 1 in front.
  ///
  /// Blanks, brackets, dots, slashes, hyphens and pasted dashes between do not count; letters (an
  /// extension, a second number) do. A number that begins with `+` must have the country's 1.
  static func isPhone(_ bytes: Span<UInt8>) -> Bool {
    var digits = 0
    var first: UInt8 = 0
    var second: UInt8 = 0
    var isInternational = false
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if digits == 0 { first = bytes[index] }
        if digits == 1 { second = bytes[index] }
        digits += 1
      case UInt8(ascii: "+") where digits == 0 && !isInternational:
        isInternational = true
      case UInt8(ascii: " "), 0x09, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "/"):
        break
      default:
        let length = pastedMark(bytes, index)
        guard length > 0 else { return false }
        index += length - 1
      }
      index += 1
    }
    let one = UInt8(ascii: "1")
    if digits == 11 { return first == one && second > one }
    return digits == 10 && first > one && !isInternational
  }

  /// Whether `bytes` are such a number whose ten digits are all the same.
  static func isOneDigit(_ bytes: Span<UInt8>) -> Bool {
    var first: UInt8 = 0
    var digits = 0
    for index in bytes.indices where bytes[index] &- 0x30 < 10 {
      // A country's 1 in front is none of the ten.
      if digits == 1, first == UInt8(ascii: "1") { first = bytes[index] }
      if digits == 0 { first = bytes[index] }
      if bytes[index] != first { return false }
      digits += 1
    }
    return isPhone(bytes)
  }

  /// The length of the no-break space (U+00A0) or dash (U+2010 to U+2015) at `index`, else 0.
  private static func pastedMark(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 { return 2 }
    if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
      (0x90...0x95).contains(bytes[index + 2])
    {
      return 3
    }
    return 0
  }
}
