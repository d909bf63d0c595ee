import Findings
import Roster

extension RosterRule {
  /// The invitation goes to a host that is not there, or to a stranger's.
  public static let emailHostMisspelt = RosterRule(
    "email-host-misspelt",
    .warning,
    phase: .values,
    title: "an email address has a misspelt host",
    why: "mail to 'gmial.com' or '.con' is lost, or reaches a stranger",
    effect: "the person goes in with the address as it is",
    help: "correct 'email' of the person in the school's records",
    fixer: .recordsClerk,
    source: .cleverQuirks("email addresses are passed on as they are; even the '@' may be missing"),
    example: "contact '58da8c58da8c58da8c58da01': the host of the email address is misspelt",
    latitude: .any,
    check: .everyAddress("the host of the email address is misspelt") {
      EmailForms.hasMisspeltHost($0)
    }
  )
}
