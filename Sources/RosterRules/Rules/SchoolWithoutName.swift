import FlatTables
import Findings
import Roster

extension RosterRule {
  /// The community is known by the school's name; Bloomz's file asks for it.
  public static let schoolWithoutName = RosterRule(
    "school-without-name",
    .error,
    phase: .records,
    title: "a school has no name",
    why: "Bloomz's school file needs one, and every invitation says which school it is from",
    effect: "this school is left out",
    help: "add the name in the school's records, or share the field with Bloomz in Clever",
    fixer: .districtAdmin,
    source: .bloomzV2Guide("schools.csv: 'name' is required"),
    example: "school '530e595026403103360ff9fd' (sis_id '02M800') has no name",
    latitude: .errorOrGraver("Bloomz's school file needs a name"),
    check: { roster, report in
      let schools = roster.schools
      for row in schools.name.indices
      where schools.name[row].isEmpty && schools.records.isOpen(row) {
        report.find(.school, row)
      }
    },
    describe: { hit, roster in
      RuleWords("\(roster.mention(.school, Int(hit.row))) has no name")
    }
  )
}
