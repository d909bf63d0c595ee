import Findings
import FlatTables
import Roster

extension RosterRule {
  /// A teacher could not tell who joins the class as a child's parent.
  public static let contactWithoutName = RosterRule(
    "contact-without-name",
    .warning,
    phase: .values,
    title: "a contact has no name",
    why: "a teacher could not tell who it is that joins the class as a child's parent",
    effect: "the contact goes in without a name",
    help: "add the contact's name in the school's records, or share the field with Bloomz in "
      + "Clever",
    helpInUpload: "add the contact's name in the school's records",
    fixer: .recordsClerk,
    source: .cleverDefinitions("contact 'name'"),
    example: "contact '58da8c58da8c58da8c58da01' has no name",
    latitude: .any,
    subject: .contacts,
    hides: "which parents go in without a name",
    check: .records(of: .contact, "has no name") { roster, row in
      roster.contacts.lastName[row].isEmpty && roster.contacts.firstName[row].isEmpty
    }
  )
}
