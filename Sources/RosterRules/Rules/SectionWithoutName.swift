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
    check: .records(of: .section, "has no name") { roster, row in
      roster.sections.name[row].isEmpty
    }
  )
}
