import Findings
import Roster

extension RosterRule {
  /// Mail to it reaches nobody, or a stranger who happens to have it.
  public static let emailIsPlaceholder = RosterRule(
    "email-is-placeholder",
    .warning,
    phase: .values,
    title: "an email address was made up to fill the field",
    why: "the invitation reaches nobody, or a stranger who happens to have the address",
    effect: "the person goes in with this address",
    help: "put the person's own address into the school's records, or leave it empty",
    fixer: .recordsClerk,
    source: .cleverQuirks("email addresses are passed on as they are; even the '@' may be missing"),
    example: "contact '58da8c58da8c58da8c58da01': the email address was made up to fill the "
      + "field",
    latitude: .any,
    check: { roster, report in
      report.findEmails(roster) { EmailForms.isPlaceholder($0) }
    },
    describe: { hit, roster in
      RuleWords(
        "\(hit.entity.map { roster.mention($0, Int(hit.row)) } ?? ""): the email address was made up to "
          + "fill the field",
        field: "email"
      )
    }
  )
}
