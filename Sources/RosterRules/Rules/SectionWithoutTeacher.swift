import Findings
import FlatTables
import Roster
import Texts

extension RosterRule {
  /// A class opens when its teacher joins; without one it stays closed.
  public static let sectionWithoutTeacher = RosterRule(
    "section-without-teacher",
    .warning,
    phase: .links,
    title: "a section has no teacher who goes in",
    why: "no one is invited to run the class, so its students and parents find it empty",
    effect: "the class goes in without a teacher",
    help: "name a teacher in the school's records, or put right what keeps the teachers out",
    fixer: .recordsClerk,
    source: .bloomzCleverGuide("teachers register with their code, and only then have the classes"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') lists no teacher",
    latitude: .any,
    trail: .sectionsTeachers,
    check: RuleCheck(
      noting: Count.self,
      find: { roster, report in
        let isOpen = roster.teachers.records.openFlags()
        let sections = roster.sections
        for row in 0..<sections.count
        where sections.records.isOpen(row)
          && !sections.teachers[row].contains(where: { isOpen[Int($0)] })
        {
          report.find(.section, row, Count(sections.teachers.count(of: row)))
        }
      },
      describe: { hit, roster in
        let section = hit.mention(in: roster)
        return RuleMessage(
          hit.detail.number == 0
            ? "\(section) lists no teacher"
            : "\(section) lists \(counted(hit.detail.number, "teacher")), but none of them goes in"
        )
      }
    )
  )
}
