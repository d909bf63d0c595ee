internal import ConcurrentWork
public import FlatTables
public import MailMessage
public import Roster

/// How each contact of an export can be reached: the verdict on the e-mail address, and the form of
/// the telephone number.
///
/// Rules and transform ask for these again and again, so each text is judged once, in the order of
/// memory. One byte a contact.
public struct ContactReach: Sendable {
  /// By row: the verdict on the address in the lower half, in the upper one the phone's form.
  @usableFromInline private(set) var marks: [UInt8] = []

  /// The contacts that one piece of work judges.
  private static let portion = 1 << 15

  /// No contacts, for a step that imports none.
  public init() {}

  /// Judges every row of `contacts`, stand-ins included, whatever its fate.
  ///
  /// Cost: one pass over the texts, on all processors.
  ///
  /// - Parameters:
  ///   - contacts: the table.
  ///   - text: holds its texts.
  public init(of contacts: Contacts, in text: TextArena) {
    let (emails, phones) = (contacts.email, contacts.phone)
    let starts = Array(stride(from: 0, to: emails.count, by: ContactReach.portion))
    let portions = concurrentMap(starts.count) { index in
      let rows = starts[index]..<min(starts[index] + ContactReach.portion, emails.count)
      var marks: [UInt8] = []
      marks.reserveCapacity(rows.count)
      for row in rows {
        let address =
          emails[row].isEmpty ? AddressVerdict.empty : MailAddress.check(text.span(emails[row]))
        let phone = phones[row].isEmpty ? PhoneForm.empty : PhoneForm(of: text.span(phones[row]))
        marks.append(address.rawValue | phone.rawValue << 4)
      }
      return marks
    }
    marks.reserveCapacity(emails.count)
    for portion in portions { marks += portion }
  }

  /// The number of contacts that were judged.
  public var count: Int { marks.count }

  /// What the address of the contact at `row` is; ``MailMessage/AddressVerdict/empty`` where there
  /// is none.
  @inlinable public func address(_ row: Int) -> AddressVerdict {
    AddressVerdict(rawValue: marks[row] & 0xF) ?? .empty
  }

  /// What the telephone number of the contact at `row` is; ``PhoneForm/empty`` where there is none.
  @inlinable public func phone(_ row: Int) -> PhoneForm {
    PhoneForm(rawValue: marks[row] >> 4) ?? .empty
  }

  /// Whether the contact at `row` has an address of the form that mail needs.
  @inlinable public func hasAddress(_ row: Int) -> Bool { address(row).isWellFormed }

  /// Whether the telephone number of the contact at `row` comes down to ten digits.
  @inlinable public func hasPhone(_ row: Int) -> Bool { phone(row).isUsable }
}
