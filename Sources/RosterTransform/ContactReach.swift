internal import BloomzModel
internal import ConcurrentWork
internal import FlatTables
internal import MailMessage
internal import Roster

/// How each contact of an export can be reached.
///
/// Asks for nothing but the texts, so it is found out on another thread while the classes are put
/// together. One byte a contact.
struct ContactReach: Sendable {
  /// By row: what the telephone number is, and in the highest bit whether the address is one.
  private var marks: [UInt8] = []

  /// Begins to look at the contacts of `roster`; step one has none.
  static func later(of roster: Roster, _ step: ImportStep) -> LaterValue<ContactReach> {
    guard step == .parentsContacts else { return LaterValue { ContactReach() } }
    // No more of the roster than is looked at: what else is changed meanwhile is then not copied.
    let (emails, phones) = (roster.contacts.email, roster.contacts.phone)
    let text = roster.text
    return LaterValue {
      var reach = ContactReach()
      reach.marks.reserveCapacity(emails.count)
      var digits = PhoneDigits()
      for row in emails.indices {
        let (email, phone) = (emails[row], phones[row])
        var mark = phone.isEmpty ? 0 : digits.read(text.span(phone)).rawValue
        if !email.isEmpty, MailAddress.check(text.span(email)).isWellFormed { mark |= 0x80 }
        reach.marks.append(mark)
      }
      return reach
    }
  }

  /// Whether the contact at `row` has an address that can be written to.
  func hasAddress(_ row: Int) -> Bool { marks[row] & 0x80 != 0 }

  /// What the telephone number of the contact at `row` turned out to be.
  func phone(_ row: Int) -> PhoneDigits.Verdict {
    PhoneDigits.Verdict(rawValue: marks[row] & 0x7F) ?? .empty
  }
}
