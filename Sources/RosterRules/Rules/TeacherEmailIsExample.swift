import Findings
import Roster
import MailMessage

extension RosterRule {
  /// Demo districts use such addresses; in a real one the teacher would wait for ever.
  public static let teacherEmailIsExample = RosterRule(
    "teacher-email-is-example",
    .note,
    phase: .values,
    title: "a teacher's email address is in a domain for examples",
    why: "mail to 'example.com' and its like is never delivered; that is right for a demo only",
    effect: "nothing changes",
    help: "nothing, if this is a demo district; else put the teacher's real address into the "
      + "school's records",
    fixer: .recordsClerk,
    source: .rfc(2606, "section 3, second-level names reserved for examples"),
    example:
      "teacher '530e5955d50c310f36112bd4' (sis_id '100003'): the email address is in a domain "
      + "reserved for examples, which reaches nobody",
    latitude: .any,
    check: .staffAddresses(of: .teacher) { $0 == .reservedForExamples }
  )
}
