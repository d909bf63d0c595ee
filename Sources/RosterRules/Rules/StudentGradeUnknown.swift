import Findings
import Roster

extension RosterRule {
  /// A grade that Clever's list does not have has no counterpart in Bloomz's either.
  public static let studentGradeUnknown = RosterRule(
    "student-grade-unknown",
    .warning,
    phase: .values,
    title: "a student's grade is not in Clever's list",
    why: "Bloomz has its own words for grades, and no pairing is known for this one",
    effect: "the student goes in without a grade",
    help: "correct 'grade' in the school's records",
    fixer: .recordsClerk,
    source: .cleverDefinitions("student 'grade', enumerations GRADE-A and GRADE-B"),
    example: "student '530e5960049e75a9262cff3c' (sis_id '100095233') has a grade that is not in "
      + "Clever's list",
    latitude: .warningOrGraver,
    check: .records(of: .student, "has a grade that is not in Clever's list", field: "grade") {
      roster,
      row in
      roster.students.grade[row] == .unknown
    }
  )
}
