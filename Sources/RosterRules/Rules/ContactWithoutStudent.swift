import Findings
import FlatTables
import Roster

extension RosterRule {
  /// A parent joins the classes of their children; without a child there is no class to join.
  public static let contactWithoutStudent = RosterRule(
    "contact-without-student",
    .error,
    phase: .families,
    title: "none of a contact's students goes in",
    why: "a parent joins the classes of their children; without a child they would join the "
      + "school's community as a stranger",
    effect: "this contact is left out",
    help: "put right what keeps the students out, or link the contact to a student in the school's "
      + "records",
    fixer: .recordsClerk,
    source: .bloomzCleverGuide("each contact becomes a parent in the classes of their children"),
    example: "contact '58da8c58da8c58da8c58da01' names no student who goes in",
    latitude: .errorOrGraver("Bloomz's contact file needs a student in each row"),
    subject: .contacts,
    hides: "which contacts belong to no student",
    trail: .contactsChildren,
    check: RuleCheck(
      find: { roster, report in
        let isOpen = roster.students.records.openFlags()
        let contacts = roster.contacts
        for row in 0..<contacts.count
        where contacts.records.isOpen(row)
          && !contacts.students[row].contains(where: { isOpen[Int($0)] })
        {
          report.find(.contact, row)
        }
      },
      describe: { hit, roster in
        RuleMessage("\(hit.mention(in: roster)) names no student who goes in")
      }
    )
  )
}
