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
    why: "mail to '.invalid', '.test' and 'localhost' is never delivered",
    effect: "this teacher is left out; their classes go in without them",
    help: "put the teacher's real address into the school's records",
    fixer: .recordsClerk,
    source: .rfc(2606, "section 2, top-level names reserved for tests"),
    example:
      "teacher '530e5955d50c310f36112bd4' (sis_id '100003'): the email address is in a domain "
      + "reserved for tests, which reaches nobody",
    latitude: .any,
    check: .staffAddresses(of: .teacher) { $0 == .reservedForTests }
  )
}
