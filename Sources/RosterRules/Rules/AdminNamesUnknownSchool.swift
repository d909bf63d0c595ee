import Findings
import FlatTables
import Roster

extension RosterRule {
  /// A list of schools may name some that are not shared; they give no right to import them.
  public static let adminNamesUnknownSchool = RosterRule(
    "admin-names-unknown-school",
    .note,
    phase: .links,
    title: "a school admin's list names schools that are not in the export",
    why: "it may be a sign that a school was forgotten when sharing was set up",
    effect: "nothing changes: such a school cannot be imported",
    help: "nothing, if these schools do not use Bloomz; else share them with Bloomz in Clever",
    helpInUpload: "nothing, if these are no schools of this district; else add them to "
      + "schools.csv",
    fixer: .districtAdmin,
    source: .cleverSync("records that are not shared are named by others all the same"),
    example: "school admin '5601b814141fd30001000017' (staff_id '1212') names school "
      + "'530e595026403103360ff9ff', which is not in the export",
    latitude: .any,
    subject: .otherStaff,
    hides: "which schools of staff are not shared",
    trail: .adminsSchools,
    check: .unknownLinks(from: .schoolAdmin, to: .school, field: "schools") {
      $0.schoolAdmins.schools[$1]
    }
  )
}
