import Findings
import FlatTables
import Roster

extension RosterRule {
  /// So many are seldom one family's; one person would see the classes of all of them.
  public static let contactWithManyStudents = RosterRule(
    "contact-with-many-students",
    .warning,
    phase: .families,
    title: "a contact has seven or more students",
    why: "so many are seldom one family's, and this person would see the classes of all of "
      + "them as a parent",
    effect: "the contact goes in with all of them",
    help: "check in the school's records whose contact it is; an agency's or an office's is "
      + "no parent",
    fixer: .recordsClerk,
    source: .bloomzCleverGuide("each contact becomes a parent in the classes of their children"),
    example: "contact '58da8c58da8c58da8c58da01' has 7 students",
    latitude: .any,
    subject: .contacts,
    hides: "which contacts would see the classes of many children",
    check: RuleCheck(
      noting: Count.self,
      find: { roster, report in
        let isOpen = roster.students.records.openFlags()
        let contacts = roster.contacts
        for row in 0..<contacts.count
        where contacts.students.count(of: row) >= 7 && contacts.records.isOpen(row) {
          let count = Set(contacts.students[row].filter { isOpen[Int($0)] }).count
          if count >= 7 { report.find(.contact, row, Count(count)) }
        }
      },
      describe: { hit, roster in
        RuleMessage(
          "\(hit.mention(in: roster)) has \(hit.detail.number) students",
          field: "students"
        )
      }
    )
  )
}
