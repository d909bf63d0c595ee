import Findings
import FlatTables
import Roster

extension RosterRule {
  /// The student reads the parent's code and joins as the parent.
  public static let studentAndContactShareEmail = RosterRule(
    "student-and-contact-share-email",
    .warning,
    phase: .values,
    title: "a student and a contact have the same email address",
    why: "the invitation with the parent's code arrives in the student's mailbox, who could "
      + "join as the parent",
    effect: "both go in as they are",
    help: "put the parent's own address into the school's records",
    fixer: .recordsClerk,
    source: .cleverQuirks("a contact and a student may have the same address"),
    example: "contact '58da8c58da8c58da8c58da01' has the same email address as student "
      + "'530e5960049e75a9262cff3c'",
    latitude: .any,
    subject: .contacts,
    hides: "which students would read their parent's code",
    isLong: true,
    cannotRun: { roster, _ in
      roster.students.email.contains { !$0.isEmpty }
        || roster.students.emailMark.contains { $0 != 0 } ? nil : "no student has an email address"
    },
    check: .contactShares(addressOf: .student) { roster, _ in
      let (students, contacts) = (roster.students, roster.contacts)
      if !students.keepsEmail {
        return RepeatedTexts.find(
          marks: students.emailMark,
          students.records,
          OpenTexts(contacts.email, contacts.records),
          in: roster.text
        )
      }
      return RepeatedTexts.find(
        OpenTexts(students.email, students.records) + OpenTexts(contacts.email, contacts.records),
        in: roster.text,
        ignoringCase: true,
        ofFirst: students.count
      )
    }
  )
}
