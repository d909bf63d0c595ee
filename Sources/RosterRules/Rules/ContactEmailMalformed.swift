import FlatTables
import Findings
import MailMessage
import Reachability
import Roster

extension RosterRule {
  /// The address cannot be written to, but the phone is there to invite by.
  public static let contactEmailMalformed = RosterRule(
    "contact-email-malformed",
    .warning,
    phase: .values,
    title: "a contact's email address cannot be written to",
    why: "the invitation would come back, or go to another person",
    effect: "the contact goes in without an address, and is invited by phone",
    help: "correct 'email' of the contact in the school's records",
    fixer: .recordsClerk,
    source: .cleverQuirks("email addresses are passed on as they are; even the '@' may be missing"),
    example:
      "contact '58da8c58da8c58da8c58da01': the email address has no host name with a dot after "
      + "the '@'",
    latitude: .warningOrGraver,
    subject: .contacts,
    hides: "which parents' addresses are lost",
    check: .contactAddresses { verdict, hasPhone in !verdict.isWellFormed && hasPhone }
  )
}
