import Findings
import Roster

extension RosterRule {
  /// The section may belong to another school, or the school's span of grades be wrong.
  public static let sectionGradeOutsideSchool = RosterRule(
    "section-grade-outside-school",
    .note,
    phase: .values,
    title: "a section's grade is not one of its school's",
    why: "the section may stand at the wrong school, or the school's span of grades be out of "
      + "date",
    effect: "nothing changes: the class goes in with its grade",
    help: "nothing, if the school has such a class; else correct the section or the school's "
      + "grades in the school's records",
    fixer: .recordsClerk,
    source: .cleverDefinitions("school 'low_grade' and 'high_grade'"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') is of grade '9', and its "
      + "school has '1' to '5'",
    latitude: .any,
    check: { roster, report in
      let sections = roster.sections
      for row in 0..<sections.count where sections.records.isOpen(row) {
        let school = Int(sections.school[row])
        guard school >= 0, !roster.hasGrade(sections.grade[row], school: school) else { continue }
        report.find(.section, row, detail: school)
      }
    },
    describe: { hit, roster in
      let schools = roster.schools
      let school = Int(hit.detail)
      return RuleWords(
        "\(roster.mention(.section, Int(hit.row))) is of grade "
          + "'\(roster.sections.grade[Int(hit.row)].text)', and its school has "
          + "'\(schools.lowGrade[school].text)' to '\(schools.highGrade[school].text)'",
        field: "grade"
      )
    }
  )
}
