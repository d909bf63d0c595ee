import Findings
import Roster

extension RosterRule {
  /// A grade that Clever's list does not have has no counterpart in Bloomz's either.
  public static let sectionGradeUnknown = RosterRule(
    "section-grade-unknown",
    .warning,
    phase: .values,
    title: "a section's grade is not in Clever's list",
    why: "Bloomz has its own words for grades, and no pairing is known for this one",
    effect: "the class goes in with its students' commonest grade",
    help: "correct 'grade' in the school's records",
    fixer: .recordsClerk,
    source: .cleverDefinitions("section 'grade', enumerations GRADE-A and GRADE-B"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') has a grade that is not in "
      + "Clever's list",
    latitude: .warningOrGraver,
    check: .records(of: .section, "has a grade that is not in Clever's list", field: "grade") {
      roster,
      row in
      roster.sections.grade[row] == .unknown
    }
  )
}
