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
    fixer: .districtAdmin,
    source: .cleverSync("records that are not shared are named by others all the same"),
    example: "school admin '5601b814141fd30001000017' (staff_id '1212') names school "
      + "'530e595026403103360ff9ff', which is not in the export",
    latitude: .any,
    subject: .otherStaff,
    hides: "which schools of staff are not shared",
    trail: .adminsSchools,
    check: { roster, report in
      let admins = roster.schoolAdmins
      for row in 0..<admins.count where admins.records.isOpen(row) {
        let unknown = admins.schools[row].count { !roster.schools.records.isRecord(Int($0)) }
        if unknown > 0 { report.find(.schoolAdmin, row, detail: unknown) }
      }
    },
    describe: { hit, roster in
      let row = Int(hit.row)
      let unknown = roster.schoolAdmins.schools[row].filter {
        !roster.schools.records.isRecord(Int($0))
      }
      let list = roster.list(unknown, of: .school)
      return RuleWords(
        unknown.count == 1
          ? "\(roster.mention(.schoolAdmin, row)) names school \(list), which is not in the export"
          : "\(roster.mention(.schoolAdmin, row)) names \(unknown.count) schools that are not in the "
            + "export: \(list)",
        field: "schools"
      )
    }
  )
}
