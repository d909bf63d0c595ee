import Findings
import FlatTables
import Roster

extension RosterRule {
  /// The class is known by its key when the file is imported again.
  public static let sectionWithoutSisId = RosterRule(
    "section-without-sis-id",
    .warning,
    phase: .values,
    title: "a section has no sis_id",
    why: "when the file is imported again the class is known by this key; Clever's id, which "
      + "is used instead, changes when the section is made again",
    effect: "the class goes in under Clever's id",
    help: "add the section's id in the school's records, or share the field with Bloomz in "
      + "Clever",
    helpInUpload: "fill 'Section_id' in sections.csv",
    fixer: .recordsClerk,
    source: .bloomzV2Guide("classes.csv: 'sis_id' is required"),
    example: "section '530e597a049e75a9262d0b05' has no sis_id",
    latitude: .warningOrGraver,
    check: .missing("sis_id", of: .section) { $0.sections.sisID[$1].isEmpty }
  )
}
