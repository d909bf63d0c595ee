import Findings
import Roster

extension RosterRule {
  /// Clever makes section names, and they repeat; in a list of classes they cannot be told apart.
  public static let classNamesRepeat = RosterRule(
    "class-names-repeat",
    .warning,
    phase: .values,
    title: "two sections of a school have the same name",
    why: "in Bloomz's list of classes a teacher or parent could not tell them apart",
    effect: "the class goes in under a name with its period, number or term added",
    help:
      "nothing, if the added words tell the classes apart; else name them apart in the school's "
      + "records",
    fixer: .recordsClerk,
    source: .cleverDefinitions("section 'name' is made by Clever and not unique"),
    example: "section '530e597a049e75a9262d0b06' (sis_id '116-99') has the same name as section "
      + "'530e597a049e75a9262d0b05'",
    latitude: .warningOrGraver,
    check: .sameText(
      "name",
      field: "name",
      of: .section,
      in: { OpenTexts($0.sections.name, $0.sections.records) },
      groups: { $0.sections.school }
    )
  )
}
