import Findings
import Roster

extension RosterRule {
  /// Most often the student moved on and the school's records did not follow.
  public static let studentGradeOutsideSchool = RosterRule(
    "student-grade-outside-school",
    .warning,
    phase: .values,
    title: "a student's grade is not one of their school's",
    why: "most often the student has moved on to another school, and would be imported into "
      + "the one they left",
    effect: "the student goes in as the export has them",
    help: "correct the student's grade or school in the school's records",
    fixer: .recordsClerk,
    source: .cleverDefinitions("school 'low_grade' and 'high_grade', student 'grade'"),
    example: "student '530e5960049e75a9262cff3c' (sis_id '100095233') is in grade '9', and "
      + "their school has '1' to '5'",
    latitude: .any,
    check: .gradeOutsideSchool(
      of: .student,
      "is in grade",
      { $0.students.grade[$1] },
      at: { $0.students.school[$1] }
    )
  )
}
