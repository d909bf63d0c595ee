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
    helpInUpload: "fill 'School_name' in schools.csv",
    fixer: .districtAdmin,
    source: .bloomzV2Guide("schools.csv: 'name' is required"),
    example: "school '530e595026403103360ff9fd' (sis_id '02M800') has no name",
    latitude: .errorOrGraver("Bloomz's school file needs a name"),
    check: .records(of: .school, "has no name") { roster, row in
      roster.schools.name[row].isEmpty
    }
  )
}
