import Findings
import Roster

extension RosterRule {
  /// The section may belong to another school, or the school's span of grades may be wrong.
  public static let sectionGradeOutsideSchool = RosterRule(
    "section-grade-outside-school",
    .note,
    phase: .values,
    title: "a section's grade is not one of its school's",
    why: "the section may be at the wrong school, or the school's span of grades may be out of "
      + "date",
    effect: "nothing changes: the class goes in with its grade",
    help: "nothing, if the school has such a class; else correct the section or the school's "
      + "grades in the school's records",
    fixer: .recordsClerk,
    source: .cleverDefinitions("school 'low_grade' and 'high_grade'"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') is of grade '9', and its "
      + "school has '1' to '5'",
    latitude: .any,
    check: .gradeOutsideSchool(
      of: .section,
      "is of grade",
      { $0.sections.grade[$1] },
      at: { $0.sections.school[$1] }
    )
  )
}
