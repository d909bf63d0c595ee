import Findings
import Roster

extension RosterRule {
  /// Invitations say which school they are from, by its name.
  public static let schoolNamesRepeat = RosterRule(
    "school-names-repeat",
    .warning,
    phase: .values,
    title: "two schools that are imported have the same name",
    why: "people who are invited, or look for the community, cannot tell the two apart",
    effect: "the school goes in under the name it has",
    help: "name the schools apart in the school's records; if they are one school, import one "
      + "of the two",
    fixer: .districtAdmin,
    source: .bloomzV2Guide("schools.csv: 'name' is what a school is called"),
    example: "school '530e595026403103360ff9fe' has the same name as school "
      + "'530e595026403103360ff9fd'",
    latitude: .any,
    check: .sameText(
      "name",
      field: "name",
      of: .school,
      ignoringCase: true,
      in: { OpenTexts($0.schools.name, $0.schools.records) }
    )
  )
}
