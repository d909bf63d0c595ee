import Findings
import FlatTables
import Roster

extension RosterRule {
  /// A neighbour to call in an emergency is not a parent, and would see the class as one.
  public static let contactIsEmergency = RosterRule(
    "contact-is-emergency",
    .error,
    phase: .records,
    title: "a contact is for emergencies only",
    why: "every imported contact sees the class as a parent; a neighbour to call in an emergency "
      + "should not",
    effect: "this contact is left out",
    help: "if this person is a parent, correct 'type' in the school's records; to invite such "
      + "contacts all the same, set this rule to 'note' in the pipeline file",
    fixer: .recordsClerk,
    source: .remindHolds("emergency and secondary contacts hold a sync"),
    example: "contact '58da8c58da8c58da8c58da01' is an emergency or secondary contact only",
    latitude: .any,
    subject: .contacts,
    hides: "which contacts are no parents",
    check: .records(
      of: .contact,
      "is an emergency or secondary contact only",
      field: "type"
    ) { roster, row in
      let contacts = roster.contacts
      let links = contacts.students.range(row)
      return !links.isEmpty
        && links.allSatisfy {
          contacts.type[$0] == .emergency || contacts.type[$0] == .secondary
        }
    }
  )
}
