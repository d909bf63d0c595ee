import FlatTables
import Findings
import MailMessage
import Roster

extension RosterRule {
  /// Bloomz knows staff by their address over the years; a broken one would make a second account.
  public static let adminEmailMalformed = RosterRule(
    "admin-email-malformed",
    .warning,
    phase: .values,
    title: "a school admin's email address cannot be written to",
    why: "Bloomz knows staff by their address; a broken one makes a second account later",
    effect: "the person goes in with the address as it is; Bloomz may refuse the row",
    help: "correct 'email' of the person in the school's records",
    fixer: .recordsClerk,
    source: .bloomzSchoolYear("staff are matched by email over the years"),
    example: "school admin '5601b814141fd30001000017' (staff_id '1212'): the email address has "
      + "something before the '@' that mail servers do not take",
    latitude: .any,
    subject: .otherStaff,
    hides: "which staff cannot be written to",
    check: .staffAddresses(of: .schoolAdmin) { !$0.isWellFormed }
  )
}
