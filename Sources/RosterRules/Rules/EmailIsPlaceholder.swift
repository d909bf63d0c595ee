import Findings
import Roster

extension RosterRule {
  /// Mail to it reaches no one, or a stranger who happens to have it.
  public static let emailIsPlaceholder = RosterRule(
    "email-is-placeholder",
    .warning,
    phase: .values,
    title: "an email address was made up to fill the field",
    why: "the invitation is lost, or reaches a stranger who happens to have the address",
    effect: "the person goes in with this address",
    help: "put the person's own address into the school's records, or leave it empty",
    fixer: .recordsClerk,
    source: .cleverQuirks("email addresses are passed on as they are; even the '@' may be missing"),
    example: "contact '58da8c58da8c58da8c58da01': the email address was made up to fill the "
      + "field",
    latitude: .any,
    check: .everyAddress("the email address was made up to fill the field") {
      EmailForms.isPlaceholder($0)
    }
  )
}
