import Findings
import FlatTables
import Roster

extension RosterRule {
  /// Bloomz's staff file asks for one, and knows staff by it over the years.
  public static let adminWithoutEmail = RosterRule(
    "admin-without-email",
    .error,
    phase: .records,
    title: "a school admin has no email address",
    why: "Bloomz's staff file asks for an address, and knows staff by it over the years",
    effect: "this person is left out; no class is held up by that",
    help: "add 'email' of the person in the school's records, or share the field with Bloomz "
      + "in Clever",
    helpInUpload: "fill 'Staff_email' of the person in staff.csv",
    fixer: .recordsClerk,
    source: .bloomzV2Guide("staff.csv: 'email' is not marked optional"),
    example: "school admin '5601b814141fd30001000017' (staff_id '1212') has no email address",
    latitude: .errorOrGraver("Bloomz's staff file needs an address"),
    subject: .otherStaff,
    hides: "which staff Bloomz may refuse",
    check: .records(of: .schoolAdmin, "has no email address") { roster, row in
      roster.schoolAdmins.email[row].isEmpty && roster.schoolAdmins.teacher[row] < 0
    }
  )
}
