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
    why: "mail to '.invalid', '.test' and 'localhost' is never delivered",
    effect: "the contact goes in with this address",
    help: "put the contact's real address into the school's records",
    fixer: .recordsClerk,
    source: .rfc(2606, "section 2, top-level names reserved for tests"),
    example: "contact '58da8c58da8c58da8c58da01': the email address is in a domain reserved for "
      + "tests, which reaches nobody",
    latitude: .any,
    subject: .contacts,
    hides: "which parents' addresses get no mail",
    check: .contactAddresses { verdict, _ in verdict == .reservedForTests }
  )
}
