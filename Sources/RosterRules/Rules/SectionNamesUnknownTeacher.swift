import Findings
import FlatTables
import Roster

extension RosterRule {
  /// An unshared teacher gets no invitation, so nobody may be there to run the class.
  public static let sectionNamesUnknownTeacher = RosterRule(
    "section-names-unknown-teacher",
    .warning,
    phase: .links,
    title: "a section names a teacher who is not in the export",
    why: "this teacher gets no invitation and cannot reach the class",
    effect: "the section goes in without this teacher",
    help: "share the teacher with Bloomz in Clever, or take them off the section in the school's "
      + "records",
    fixer: .districtAdmin,
    source: .cleverSync("records that are not shared are named by others all the same"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') names teacher "
      + "'530e5955d50c310f36112bd4', who is not in the export",
    latitude: .warningOrGraver,
    trail: .namedTeachers,
    check: { roster, report in
      let isKnown = (0..<roster.teachers.count).map { roster.teachers.records.isRecord($0) }
      let sections = roster.sections
      for row in 0..<sections.count where sections.records.isOpen(row) {
        let unknown = sections.teachers[row].count { !isKnown[Int($0)] }
        if unknown > 0 { report.find(.section, row, detail: unknown) }
      }
    },
    describe: { hit, roster in
      let row = Int(hit.row)
      let unknown = roster.sections.teachers[row].filter {
        !roster.teachers.records.isRecord(Int($0))
      }
      let list = roster.list(unknown, of: .teacher)
      return RuleWords(
        unknown.count == 1
          ? "\(roster.mention(.section, row)) names teacher \(list), who is not in the export"
          : "\(roster.mention(.section, row)) names \(unknown.count) teachers who are not in the "
            + "export: \(list)",
        field: "teachers"
      )
    }
  )
}
