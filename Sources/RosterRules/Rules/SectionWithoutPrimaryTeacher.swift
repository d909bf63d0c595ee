import Findings
import FlatTables
import Roster

extension RosterRule {
  /// Bloomz's class file names one teacher whose class it is.
  public static let sectionWithoutPrimaryTeacher = RosterRule(
    "section-without-primary-teacher",
    .warning,
    phase: .links,
    title: "a section has teachers, but none of them is the primary one",
    why: "Bloomz's class file has a column for the teacher whose class it is",
    effect: "the class goes in with all its teachers as equals",
    help: "name the primary teacher of the section in the school's records",
    fixer: .recordsClerk,
    source: .cleverDefinitions("section 'teacher' may be absent"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') names no primary teacher",
    latitude: .warningOrGraver,
    check: RuleCheck(
      find: { roster, report in
        let sections = roster.sections
        let isOpen = roster.teachers.records.openFlags()
        for row in 0..<sections.count
        where sections.primaryTeacher[row] < 0 && sections.records.isOpen(row)
          && sections.teachers[row].contains(where: { isOpen[Int($0)] })
        {
          report.find(.section, row)
        }
      },
      describe: { hit, roster in
        RuleMessage("\(hit.mention(in: roster)) names no primary teacher")
      }
    )
  )
}
