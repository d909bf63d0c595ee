import Findings
import Roster

extension RosterRule {
  /// The invitation goes to a host that is not there, or to a stranger's.
  public static let emailHostMisspelt = RosterRule(
    "email-host-misspelt",
    .warning,
    phase: .values,
    title: "an email address has a misspelt host",
    why: "'gmial.com' or '.con' reaches nobody, or a stranger, and the invitation is lost",
    effect: "the person goes in with the address as it is",
    help: "correct 'email' of the person in the school's records",
    fixer: .recordsClerk,
    source: .cleverQuirks("email addresses are passed on as they are; even the '@' may be missing"),
    example: "contact '58da8c58da8c58da8c58da01': the host of the email address is misspelt",
    latitude: .any,
    check: { roster, report in
      report.findEmails(roster) { EmailForms.hasMisspeltHost($0) }
    },
    describe: { hit, roster in
      RuleWords(
        "\(hit.entity.map { roster.mention($0, Int(hit.row)) } ?? ""): the host of the email address is "
          + "misspelt",
        field: "email"
      )
    }
  )
}
