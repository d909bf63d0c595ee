import Findings
import FlatTables
import Roster

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
    fixer: .districtAdmin,
    source: .cleverQuirks("a section has at least one student; sharing may leave none to see"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') lists no student",
    latitude: .any,
    trail: .sectionsStudents,
    check: { roster, report in
      let isOpen = roster.students.records.openFlags()
      let sections = roster.sections
      for row in 0..<sections.count
      where sections.records.isOpen(row)
        && !sections.students[row].contains(where: { isOpen[Int($0)] })
      {
        report.find(.section, row, detail: sections.students.count(of: row))
      }
    },
    describe: { hit, roster in
      let section = roster.mention(.section, Int(hit.row))
      return RuleWords(
        hit.detail == 0
          ? "\(section) lists no student"
          : "\(section) lists \(counted(Int(hit.detail), "student")), none of whom goes in"
      )
    }
  )
}
