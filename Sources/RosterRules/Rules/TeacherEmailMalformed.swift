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
    why: "the invitation would come back, or go to another person",
    effect: "this teacher is left out; their classes go in without them",
    help: "correct 'email' of the teacher in the school's records",
    fixer: .recordsClerk,
    source: .cleverQuirks("email addresses are passed on as they are; even the '@' may be missing"),
    example: "teacher '530e5955d50c310f36112bd4' (sis_id '100003'): the email address has no '@'",
    latitude: .errorOrGraver("no mail can be sent there"),
    check: .staffAddresses(of: .teacher) { !$0.isWellFormed }
  )
}
