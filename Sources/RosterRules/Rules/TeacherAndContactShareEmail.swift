import Findings
import Roster

extension RosterRule {
  /// A teacher who is also a parent has one account in Bloomz and gets two codes.
  public static let teacherAndContactShareEmail = RosterRule(
    "teacher-and-contact-share-email",
    .warning,
    phase: .values,
    title: "a teacher and a contact have the same email address",
    why: "if it is one person, two codes reach them for one account; if not, a parent reads a "
      + "teacher's mail",
    effect: "both go in as they are",
    help: "check whether it is one person; if not, correct the address in the school's records",
    fixer: .recordsClerk,
    source: .cleverQuirks("an employee and a contact with one address stay two users"),
    example: "contact '58da8c58da8c58da8c58da01' has the same email address as teacher "
      + "'530e5955d50c310f36112bd4'",
    latitude: .any,
    subject: .contacts,
    hides: "which parents share an address with a teacher",
    check: .contactShares(addressOf: .teacher) { roster, report in report.sharedEmails(roster) }
  )
}
