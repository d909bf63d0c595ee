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
    check: RuleCheck(
      find: { roster, report in
        let contacts = roster.contacts
        for row in 0..<contacts.count where contacts.records.isOpen(row) {
          let links = contacts.students.range(row)
          if !links.isEmpty, links.allSatisfy({ contacts.type[$0].isNoParent }) {
            report.find(.contact, row)
          }
        }
      },
      describe: { hit, roster in
        let contacts = roster.contacts
        let isToPickUp = contacts.students.range(hit.row).contains {
          contacts.type[$0] == .notParent
        }
        return RuleMessage(
          "\(hit.mention(in: roster)) "
            + (isToPickUp
              ? "has a type that is no parent's, such as one to pick a child up"
              : "is an emergency or secondary contact only"),
          field: "type"
        )
      }
    )
  )
}
