import Findings
import Roster

extension RosterRule {
  /// Bloomz's own importer asks for one; without it the child's year is not shown.
  public static let studentWithoutGrade = RosterRule(
    "student-without-grade",
    .warning,
    phase: .values,
    title: "a student has no grade",
    why: "Bloomz's import asks for a grade, and may put the child among 'Other'",
    effect: "the student goes in without a grade",
    help: "add the grade in the school's records, or share the field with Bloomz in Clever",
    helpInUpload: "add the grade in the school's records",
    fixer: .recordsClerk,
    source: .bloomzV1Guide("'student_grade' is mandatory"),
    example: "student '530e5960049e75a9262cff3c' (sis_id '100095233') has no grade",
    latitude: .warningOrGraver,
    check: .missing("grade", of: .student) { $0.students.grade[$1] == .none }
  )
}
