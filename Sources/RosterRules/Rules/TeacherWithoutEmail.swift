import FlatTables
import Findings
import Roster

extension RosterRule {
  /// No invitation reaches a teacher without an address, and parents wait until teachers joined.
  public static let teacherWithoutEmail = RosterRule(
    "teacher-without-email",
    .error,
    phase: .records,
    title: "a teacher has no email address",
    why: "the invitation goes to that address; without it the teacher never joins, and parents "
      + "wait until all teachers have",
    effect: "this teacher is left out; their classes go in without them",
    help: "add 'email' to the teacher in the school's records, or share the field with Bloomz in "
      + "Clever",
    helpInUpload: "fill 'Teacher_email' in teachers.csv, or put a teacher_emails.csv "
      + "into the folder",
    fixer: .recordsClerk,
    source: .bloomzCleverGuide("all imported teachers get invitation mails"),
    example: "teacher '530e5955d50c310f36112bd4' (sis_id '100003') has no email address",
    latitude: .errorOrGraver("Bloomz's staff file needs an address for every teacher"),
    check: .records(of: .teacher, "has no email address") { roster, row in
      roster.teachers.email[row].isEmpty
    }
  )
}
