import Findings
import FlatTables
import Reachability
import Roster

extension RosterRule {
  /// The number is not real; the invitation by phone is lost, or reaches a stranger.
  public static let contactPhoneIsPlaceholder = RosterRule(
    "contact-phone-is-placeholder",
    .warning,
    phase: .values,
    title: "a contact's phone is one digit ten times",
    why: "it was typed to fill the field; an invitation by phone is lost, or reaches a stranger",
    effect: "the contact goes in with this phone",
    help: "put the contact's own number into the school's records, or leave it empty",
    fixer: .recordsClerk,
    source: .bloomzV2Guide("'mobile_phone' is exactly ten digits"),
    example: "contact '58da8c58da8c58da8c58da01': the phone is one digit ten times",
    latitude: .any,
    subject: .contacts,
    hides: "which parents' phones are made up",
    check: RuleCheck(
      find: { roster, report in
        let contacts = roster.contacts
        for row in contacts.phone.indices
        where report.reach.hasPhone(row) && contacts.records.isOpen(row) {
          if PhoneForm.isOneDigit(roster.text.span(contacts.phone[row])) {
            report.find(.contact, row)
          }
        }
      },
      describe: { hit, roster in
        RuleMessage(
          "\(hit.mention(in: roster)): the phone is one digit ten times",
          field: "phone"
        )
      }
    )
  )
}
