import Findings
import Roster

extension RosterRule {
  /// A teacher who is a parent, too, has one account in Bloomz and gets two codes.
  public static let teacherAndContactShareEmail = RosterRule(
    "teacher-and-contact-share-email",
    .warning,
    phase: .values,
    title: "a teacher and a contact have the same email address",
    why: "if it is one person, two codes reach them for one account; if not, a parent reads a "
      + "teacher's mail",
    effect: "both go in as they are",
    help: "check whether it is one person; if not, correct the address in the school's records",
    fixer: .recordsClerk,
    source: .cleverQuirks("an employee and a contact with one address stay two users"),
    example: "contact '58da8c58da8c58da8c58da01' has the same email address as teacher "
      + "'530e5955d50c310f36112bd4'",
    latitude: .any,
    subject: .contacts,
    hides: "which parents share an address with a teacher",
    check: { roster, report in
      let teachers = roster.teachers
      // Contacts may share an address among themselves: a pair counts only across the two kinds,
      // and the first of a shared address is a teacher wherever there is one.
      let count = teachers.count
      let pairs = report.sharedEmails(roster).naming { left, right in
        guard (left < count) == (right < count) else { return left < right }
        return left < count
          ? roster.precedes(left, right, in: teachers.records)
          : roster.precedes(left - count, right - count, in: roster.contacts.records)
      }
      for pair in pairs where pair.row >= teachers.count && pair.other < teachers.count {
        report.find(.contact, pair.row - teachers.count, detail: pair.other)
      }
    },
    describe: { hit, roster in
      let records = roster.teachers.records
      let teacher = Int(hit.detail)
      return RuleWords(
        "\(roster.mention(.contact, Int(hit.row))) has the same email address as teacher "
          + "'\(roster.idText(records.ids[teacher]))'",
        field: "email",
        notes: [FindingText.Note("the teacher", at: records.places[teacher])]
      )
    }
  )
}
