import Findings
import FlatTables
import Roster

extension RosterRule {
  /// A shared section may list students that are not shared: one finding a section, not one each.
  public static let sectionNamesUnknownStudent = RosterRule(
    "section-names-unknown-student",
    .warning,
    phase: .links,
    title: "a section names students who are not in the export",
    why: "these students are missing from the class, and so will be their parents",
    effect: "the section goes in without these students",
    help: "share the students with Bloomz in Clever, if they should be in the class",
    fixer: .districtAdmin,
    source: .cleverSync("records that are not shared are named by others all the same"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') names 2 students who are not in "
      + "the export: '530e5960049e75a9262cff3c', '530e5960049e75a9262cff3d'",
    latitude: .warningOrGraver,
    trail: .namedStudents,
    check: { roster, report in
      let isKnown = (0..<roster.students.count).map { roster.students.records.isRecord($0) }
      let sections = roster.sections
      for row in 0..<sections.count where sections.records.isOpen(row) {
        var unknown = 0
        for index in sections.students.range(row) where !isKnown[Int(sections.students.flat[index])]
        {
          unknown += 1
        }
        if unknown > 0 { report.find(.section, row, detail: unknown) }
      }
    },
    describe: { hit, roster in
      let row = Int(hit.row)
      let unknown = roster.sections.students[row].filter {
        !roster.students.records.isRecord(Int($0))
      }
      let list = roster.list(unknown, of: .student)
      return RuleWords(
        unknown.count == 1
          ? "\(roster.mention(.section, row)) names student \(list), who is not in the export"
          : "\(roster.mention(.section, row)) names \(unknown.count) students who are not in the "
            + "export: \(list)",
        field: "students"
      )
    }
  )
}
