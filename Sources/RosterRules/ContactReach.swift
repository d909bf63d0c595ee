internal import FlatTables
internal import MailMessage
internal import Roster

/// How a contact can be reached: Bloomz takes an e-mail address or a phone of ten digits.
enum ContactReach {
  /// Whether a mail to the address can arrive: well-formed, and not in a domain for tests.
  static func hasUsableEmail(_ roster: Roster, _ row: Int) -> Bool {
    let email = roster.contacts.email[row]
    return !email.isEmpty && isUsable(MailAddress.check(roster.text.span(email)))
  }

  /// Whether the phone comes down to ten digits.
  static func hasUsablePhone(_ roster: Roster, _ row: Int) -> Bool {
    isPhone(roster.text.span(roster.contacts.phone[row]))
  }

  /// Whether `verdict` is that of an address to write down.
  static func isUsable(_ verdict: AddressVerdict) -> Bool {
    verdict.isWellFormed && verdict != .reservedForTests
  }

  /// Whether `bytes` spell a phone number of the United States and Canada: ten digits, or eleven
  /// with the country's 1 in front, and blanks, brackets, dots, hyphens and slashes between.
  ///
  /// A number that begins with `+` must have the country's 1.
  static func isPhone(_ bytes: Span<UInt8>) -> Bool {
    var digits = 0
    var first: UInt8 = 0
    var isInternational = false
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if digits == 0 { first = bytes[index] }
        digits += 1
      case UInt8(ascii: "+") where digits == 0:
        isInternational = true
      case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "/"):
        break
      default: return false
      }
    }
    return digits == 11 && first == UInt8(ascii: "1") || digits == 10 && !isInternational
  }
}
