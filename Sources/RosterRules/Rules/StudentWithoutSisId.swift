import Findings
import FlatTables
import Roster

extension RosterRule {
  /// Bloomz knows a student by the district's own id over the years.
  public static let studentWithoutSisId = RosterRule(
    "student-without-sis-id",
    .warning,
    phase: .values,
    title: "a student has no sis_id",
    why: "Bloomz knows students by the school's own id; Clever's id, which is used instead, "
      + "changes when a child was away for long, and then makes a second student",
    effect: "the student goes in under Clever's id",
    help: "add the student's id in the school's records, or share the field with Bloomz in "
      + "Clever",
    helpInUpload: "fill 'Student_id' in students.csv",
    fixer: .recordsClerk,
    source: .bloomzV1Guide("'student_sis_id' is the district's id, by which students are updated"),
    example: "student '530e5960049e75a9262cff3c' has no sis_id",
    latitude: .warningOrGraver,
    check: .missing("sis_id", of: .student) { $0.students.sisID[$1].isEmpty }
  )
}
