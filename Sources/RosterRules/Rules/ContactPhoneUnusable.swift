import FlatTables
import Findings
import Reachability
import Roster

extension RosterRule {
  /// Bloomz takes ten digits, nothing else; the e-mail address is there to invite by.
  public static let contactPhoneUnusable = RosterRule(
    "contact-phone-unusable",
    .warning,
    phase: .values,
    title: "a contact's phone does not come down to ten digits",
    why: "Bloomz takes phones of exactly ten digits, so it could not text this parent",
    effect: "the contact goes in without a phone, and is invited by email",
    help: "correct 'phone' of the contact in the school's records",
    fixer: .recordsClerk,
    source: .bloomzV2Guide("'mobile_phone' is exactly ten digits"),
    example: "contact '58da8c58da8c58da8c58da01': the phone does not come down to ten digits",
    latitude: .warningOrGraver,
    subject: .contacts,
    hides: "which parents' phones are lost",
    check: RuleCheck(
      find: { roster, report in
        let contacts = roster.contacts
        for row in contacts.phone.indices
        where !contacts.phone[row].isEmpty && contacts.records.isOpen(row)
          && !report.reach.hasPhone(row) && report.reach.hasAddress(row)
        {
          report.find(.contact, row)
        }
      },
      describe: { hit, roster in
        RuleMessage(
          "\(hit.mention(in: roster)): the phone does not come down to ten digits",
          field: "phone"
        )
      }
    )
  )
}
