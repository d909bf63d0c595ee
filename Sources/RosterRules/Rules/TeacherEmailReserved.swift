import FlatTables
import Findings
import MailMessage
import Roster

extension RosterRule {
  /// Domains that are kept for tests never deliver, so the teacher would wait for ever.
  public static let teacherEmailReserved = RosterRule(
    "teacher-email-reserved",
    .error,
    phase: .records,
    title: "a teacher's email address is in a domain kept for tests",
    why: "'.invalid', '.test' and 'localhost' reach nobody, so the invitation never arrives",
    effect: "this teacher is left out; their classes go in without them",
    help: "put the teacher's real address into the school's records",
    fixer: .recordsClerk,
    source: .rfc(2606, "section 2, top-level names reserved for tests"),
    example:
      "teacher '530e5955d50c310f36112bd4' (sis_id '100003'): the email address is in a domain "
      + "reserved for tests, which reaches nobody",
    latitude: .any,
    check: { roster, report in
      reportEmails(.reservedForTests, roster, &report)
    },
    describe: { hit, roster in
      emailWords(hit, .teacher, roster)
    }
  )
}

/// Reports the teachers whose address has `verdict`.
func reportEmails(_ verdict: AddressVerdict, _ roster: Roster, _ report: inout RuleReport) {
  let teachers = roster.teachers
  for row in teachers.email.indices
  where !teachers.email[row].isEmpty && teachers.records.isOpen(row) {
    if MailAddress.check(roster.text.span(teachers.email[row])) == verdict {
      report.find(.teacher, row, detail: Int(verdict.rawValue))
    }
  }
}
