import FlatTables
import Findings
import Roster

extension RosterRule {
  /// A class needs a name that teachers and parents know it by.
  public static let sectionWithoutName = RosterRule(
    "section-without-name",
    .warning,
    phase: .values,
    title: "a section has no name",
    why: "teachers and parents know a class by its name; a composed one may not tell them which",
    effect: "the class goes in under a name made of its course, teacher, period or grade",
    help: "add the name in the school's records",
    fixer: .recordsClerk,
    source: .bloomzV2Guide("classes.csv: 'name' is required"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') has no name",
    latitude: .warningOrGraver,
    check: { roster, report in
      let sections = roster.sections
      for row in sections.name.indices
      where sections.name[row].isEmpty && sections.records.isOpen(row) {
        report.find(.section, row)
      }
    },
    describe: { hit, roster in
      RuleWords("\(roster.mention(.section, Int(hit.row))) has no name")
    }
  )
}
