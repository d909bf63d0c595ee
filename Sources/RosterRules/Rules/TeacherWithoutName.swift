import FlatTables
import Findings
import Roster

extension RosterRule {
  /// Bloomz takes staff without a name, but parents would not know who writes to them.
  public static let teacherWithoutName = RosterRule(
    "teacher-without-name",
    .warning,
    phase: .values,
    title: "a teacher has neither a first nor a last name",
    why: "parents would not know who writes to them",
    effect: "the teacher goes in without a name",
    help: "add the name in the school's records, or share the field with Bloomz in Clever",
    helpInUpload: "add the name in the school's records",
    fixer: .recordsClerk,
    source: .bloomzV2Guide("staff.csv: 'first_name' and 'last_name' are optional"),
    example: "teacher '530e5955d50c310f36112bd4' (sis_id '100003') has no name",
    latitude: .any,
    check: .records(of: .teacher, "has no name") { roster, row in
      roster.teachers.lastName[row].isEmpty && roster.teachers.firstName[row].isEmpty
    }
  )
}
