import Findings
import Roster

extension RosterRule {
  /// Clever makes section names, and they repeat; in a list of classes nobody can tell them apart.
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
    check: { roster, report in
      let sections = roster.sections
      let pairs = RepeatedTexts.find(
        OpenTexts(sections.name, sections.records),
        groups: sections.school,
        in: roster.text
      )
      .naming { roster.precedes($0, $1, in: sections.records) }
      for pair in pairs where roster.precedes(pair.other, pair.row, in: sections.records) {
        report.find(.section, pair.row, detail: pair.other)
      }
    },
    describe: { hit, roster in
      let records = roster.sections.records
      let other = Int(hit.detail)
      return RuleWords(
        "\(roster.mention(.section, Int(hit.row))) has the same name as section "
          + "'\(roster.idText(records.ids[other]))'",
        field: "name",
        notes: [FindingText.Note("the other section", at: records.places[other])]
      )
    }
  )
}
