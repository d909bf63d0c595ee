import FlatTables
import Findings
import MailMessage
import Roster

extension RosterRule {
  /// Clever does not check addresses, so not every one can be written to.
  public static let teacherEmailMalformed = RosterRule(
    "teacher-email-malformed",
    .error,
    phase: .records,
    title: "a teacher's email address cannot be written to",
    why: "the invitation would come back, or go to somebody else",
    effect: "this teacher is left out; their classes go in without them",
    help: "correct 'email' of the teacher in the school's records",
    fixer: .recordsClerk,
    source: .cleverQuirks("email addresses are passed on as they are; even the '@' may be missing"),
    example: "teacher '530e5955d50c310f36112bd4' (sis_id '100003'): the email address has no '@'",
    latitude: .errorOrGraver("no mail can be sent there"),
    check: { roster, report in
      let teachers = roster.teachers
      for row in teachers.email.indices
      where !teachers.email[row].isEmpty && teachers.records.isOpen(row) {
        let verdict = MailAddress.check(roster.text.span(teachers.email[row]))
        if !verdict.isWellFormed { report.find(.teacher, row, detail: Int(verdict.rawValue)) }
      }
    },
    describe: { hit, roster in
      emailWords(hit, .teacher, roster)
    }
  )
}

/// A hit whose detail is an address verdict in words, the address itself left unsaid.
func emailWords(_ hit: RuleHit, _ entity: Entity, _ roster: Roster) -> RuleWords {
  let verdict = AddressVerdict(rawValue: UInt8(truncatingIfNeeded: hit.detail)) ?? .empty
  return RuleWords(
    "\(roster.mention(entity, Int(hit.row))): the email address \(verdict.words)",
    field: "email"
  )
}
