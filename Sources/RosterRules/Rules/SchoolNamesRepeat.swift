import Findings
import Roster

extension RosterRule {
  /// Invitations say which school they are from, by its name.
  public static let schoolNamesRepeat = RosterRule(
    "school-names-repeat",
    .warning,
    phase: .values,
    title: "two schools that are imported have the same name",
    why: "whoever is invited, or looks for the community, could not tell the two apart",
    effect: "the school goes in under the name it has",
    help: "name the schools apart in the school's records; if they are one school, import one "
      + "of the two",
    fixer: .districtAdmin,
    source: .bloomzV2Guide("schools.csv: 'name' is what a school is called"),
    example: "school '530e595026403103360ff9fe' has the same name as school "
      + "'530e595026403103360ff9fd'",
    latitude: .any,
    check: { roster, report in
      let schools = roster.schools
      let pairs = RepeatedTexts.find(
        OpenTexts(schools.name, schools.records),
        in: roster.text,
        ignoringCase: true
      )
      .naming { roster.precedes($0, $1, in: schools.records) }
      for pair in pairs where roster.precedes(pair.other, pair.row, in: schools.records) {
        report.find(.school, pair.row, detail: pair.other)
      }
    },
    describe: { hit, roster in
      let records = roster.schools.records
      let other = Int(hit.detail)
      return RuleWords(
        "\(roster.mention(.school, Int(hit.row))) has the same name as school "
          + "'\(roster.idText(records.ids[other]))'",
        field: "name",
        notes: [FindingText.Note("the other school", at: records.places[other])]
      )
    }
  )
}
