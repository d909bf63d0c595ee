import Findings
import FlatTables
import MailMessage
import Reachability
import Roster

extension RuleCheck {
  /// Every open teacher or other member of staff with an address that is faulty; the message says
  /// why, and not the address.
  static func staffAddresses(
    of entity: Entity,
    where isFaulty: @escaping @Sendable (AddressVerdict) -> Bool
  ) -> RuleCheck {
    RuleCheck(
      noting: AddressFault.self,
      find: { roster, report in
        roster.visitStaffAddresses(of: entity) { row, address in
          let verdict = MailAddress.check(address)
          if isFaulty(verdict) { report.find(entity, row, AddressFault(verdict)) }
        }
      },
      describe: words
    )
  }

  /// Every open contact with an address that is faulty, given with whether a phone can be used.
  @inline(__always)
  static func contactAddresses(
    where isFaulty: @escaping @Sendable (AddressVerdict, Bool) -> Bool
  ) -> RuleCheck {
    RuleCheck(
      noting: AddressFault.self,
      find: { roster, report in
        let contacts = roster.contacts
        for row in contacts.email.indices
        where !contacts.email[row].isEmpty && contacts.records.isOpen(row) {
          let verdict = report.reach.address(row)
          if isFaulty(verdict, report.reach.hasPhone(row)) {
            report.find(.contact, row, AddressFault(verdict))
          }
        }
      },
      describe: words
    )
  }

  private static let words: @Sendable (Hit<AddressFault>, Roster) -> RuleMessage = { hit, roster in
    RuleMessage(
      "\(hit.mention(in: roster)): the email address \(hit.detail.verdict.words)",
      field: "email"
    )
  }

  /// Every teacher, contact and other member of staff who goes in with an address that is faulty;
  /// the message is the person and what is said of the address.
  @inline(__always)
  static func everyAddress(
    _ says: String,
    where isFaulty: @escaping @Sendable (Span<UInt8>) -> Bool
  ) -> RuleCheck {
    RuleCheck(
      find: { roster, report in
        let staff: [Entity] = report.includesOtherStaff ? [.teacher, .schoolAdmin] : [.teacher]
        for entity in staff {
          roster.visitStaffAddresses(of: entity) { row, address in
            if isFaulty(address) { report.find(entity, row) }
          }
        }
        guard report.step == .parentsContacts else { return }
        let contacts = roster.contacts
        for row in contacts.email.indices
        where !contacts.email[row].isEmpty && contacts.records.isOpen(row)
          && isFaulty(roster.text.span(contacts.email[row]))
        {
          report.find(.contact, row)
        }
      },
      describe: { hit, roster in
        RuleMessage("\(hit.mention(in: roster)): \(says)", field: "email")
      }
    )
  }
}

extension Roster {
  /// Shows the addresses of open teachers, or of open staff who do not teach.
  @inline(__always)
  fileprivate func visitStaffAddresses(of entity: Entity, _ look: (Int, Span<UInt8>) -> Void) {
    let isTeacher = entity == .teacher
    let emails = isTeacher ? teachers.email : schoolAdmins.email
    let records = isTeacher ? teachers.records : schoolAdmins.records
    for row in emails.indices
    where !emails[row].isEmpty && records.isOpen(row)
      && (isTeacher || schoolAdmins.teacher[row] < 0)
    {
      look(row, text.span(emails[row]))
    }
  }
}
