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
        ? nil : "students' email addresses were not read, or none has one"
    },
    check: { roster, report in
      let students = roster.students
      let emails =
        OpenTexts(students.email, students.records)
        + OpenTexts(roster.contacts.email, roster.contacts.records)
      let count = students.count
      let pairs = RepeatedTexts.find(
        emails,
        in: roster.text,
        ignoringCase: true,
        ofFirst: count
      )
      .naming { left, right in
        // A student before a contact.
        guard (left < count) == (right < count) else { return left < right }
        return left < count
          ? roster.precedes(left, right, in: students.records)
          : roster.precedes(left - count, right - count, in: roster.contacts.records)
      }
      for pair in pairs where pair.row >= students.count && pair.other < students.count {
        report.find(.contact, pair.row - students.count, detail: pair.other)
      }
    },
    describe: { hit, roster in
      let records = roster.students.records
      let student = Int(hit.detail)
      return RuleWords(
        "\(roster.mention(.contact, Int(hit.row))) has the same email address as student "
          + "'\(roster.idText(records.ids[student]))'",
        field: "email",
        notes: [FindingText.Note("the student", at: records.places[student])]
      )
    }
  )
}
