import FlatTables
import Findings
import Roster

extension RosterRule {
  /// A teacher could not tell who the child is.
  public static let studentWithoutName = RosterRule(
    "student-without-name",
    .error,
    phase: .records,
    title: "a student has neither a first nor a last name",
    why: "Bloomz needs a name, and a teacher could not tell who the child is",
    effect: "this student is left out",
    help: "add the name in the school's records, or share the field with Bloomz in Clever",
    helpInUpload: "add the name in the school's records",
    fixer: .recordsClerk,
    source: .bloomzV1Guide("a student's name is mandatory"),
    example: "student '530e5960049e75a9262cff3c' (sis_id '100095233') has no name",
    latitude: .errorOrGraver("Bloomz's student file needs a name"),
    check: .records(of: .student, "has no name") { roster, row in
      roster.students.lastName[row].isEmpty && roster.students.firstName[row].isEmpty
    }
  )
}
