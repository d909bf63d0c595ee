import Findings
import FlatTables
import Roster

extension RosterRule {
  /// Six or more people for one child are seldom all parents.
  public static let studentWithManyContacts = RosterRule(
    "student-with-many-contacts",
    .warning,
    phase: .families,
    title: "a student has six or more contacts",
    why: "so many are seldom all parents; every imported contact sees the class as a parent",
    effect: "the contacts go in as they are",
    help: "check in the school's records which of them are parents, and that none is there twice",
    fixer: .recordsClerk,
    source: .remindHolds("six or more guardians on one student hold a sync"),
    example: "student '530e5960049e75a9262cff3c' (sis_id '100095233') has 6 contacts",
    latitude: .noteOrWarning("the finding is about the contacts, not about the student"),
    subject: .contacts,
    hides: "which students have too many contacts",
    check: RuleCheck(
      noting: Count.self,
      find: { roster, report in
        let contacts = roster.contacts
        var counts = [Int32](repeating: 0, count: roster.students.count)
        for row in 0..<contacts.count where contacts.records.isOpen(row) {
          for link in contacts.students.range(row) {
            counts[Int(contacts.students.flat[link])] += 1
          }
        }
        for row in counts.indices where counts[row] >= 6 && roster.students.records.isOpen(row) {
          report.find(.student, row, Count(Int(counts[row])))
        }
      },
      describe: { hit, roster in
        RuleMessage("\(hit.mention(in: roster)) has \(hit.detail.number) contacts")
      }
    )
  )
}
