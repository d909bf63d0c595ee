import Findings
import FlatTables
import Roster
import Texts

extension RosterRule {
  /// An empty class is most often the trace of students who were not shared.
  public static let sectionWithoutStudents = RosterRule(
    "section-without-students",
    .warning,
    phase: .links,
    title: "a section has no student who goes in",
    why: "the teacher finds an empty class; most often its students were not shared",
    effect: "the class goes in without students",
    help: "share the students with Bloomz in Clever, or leave the section out of sharing",
    helpInUpload: "add the students and their enrollments to the district's files, or "
      + "take the section out of sections.csv",
    fixer: .districtAdmin,
    source: .cleverQuirks("a section has at least one student; sharing may leave none to see"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') lists no student",
    latitude: .any,
    trail: .sectionsStudents,
    check: RuleCheck(
      noting: Count.self,
      find: { roster, report in
        let isOpen = roster.students.records.openFlags()
        let sections = roster.sections
        for row in 0..<sections.count
        where sections.records.isOpen(row)
          && !sections.students[row].contains(where: { isOpen[Int($0)] })
        {
          report.find(.section, row, Count(sections.students.count(of: row)))
        }
      },
      describe: { hit, roster in
        let section = hit.mention(in: roster)
        return RuleMessage(
          hit.detail.number == 0
            ? "\(section) lists no student"
            : "\(section) lists \(counted(hit.detail.number, "student")), but none of them goes in"
        )
      }
    )
  )
}
