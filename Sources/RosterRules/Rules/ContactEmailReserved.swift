import Findings
import FlatTables
import MailMessage
import Reachability
import Roster

extension RosterRule {
  /// Domains that are kept for tests never deliver, so the parent would wait for ever.
  public static let contactEmailReserved = RosterRule(
    "contact-email-reserved",
    .warning,
    phase: .values,
    title: "a contact's email address is in a domain kept for tests",
    why: "'.invalid', '.test' and 'localhost' reach nobody, so an invitation by mail never arrives",
    effect: "the contact goes in with this address",
    help: "put the contact's real address into the school's records",
    fixer: .recordsClerk,
    source: .rfc(2606, "section 2, top-level names reserved for tests"),
    example: "contact '58da8c58da8c58da8c58da01': the email address is in a domain reserved for "
      + "tests, which reaches nobody",
    latitude: .any,
    subject: .contacts,
    hides: "which parents' addresses reach nobody",
    check: { roster, report in
      let contacts = roster.contacts
      for row in contacts.email.indices
      where !contacts.email[row].isEmpty && contacts.records.isOpen(row) {
        let verdict = report.reach.address(row)
        if verdict == .reservedForTests {
          report.find(.contact, row, detail: Int(verdict.rawValue))
        }
      }
    },
    describe: { hit, roster in
      emailWords(hit, .contact, roster)
    }
  )
}
