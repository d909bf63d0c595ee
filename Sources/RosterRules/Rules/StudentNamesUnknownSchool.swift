import Findings
import Roster

extension RosterRule {
  /// A student's primary school is computed by Clever and may be one that is not shared.
  public static let studentNamesUnknownSchool = RosterRule(
    "student-names-unknown-school",
    .warning,
    phase: .links,
    title: "a student's primary school is not in the export",
    why: "the student appears in the school of their section, which may not be theirs",
    effect: "the student goes in with the schools of their sections",
    help: "nothing, if the student only visits; else share the school with Bloomz in Clever",
    helpInUpload: "nothing, if the student only visits; else add the school to "
      + "schools.csv",
    fixer: .districtAdmin,
    source: .cleverSync("records that are not shared are named by others all the same"),
    example: "student '530e5960049e75a9262cff3c' (sis_id '100095233') names school "
      + "'530e595026403103360ff9ff', which is not in the export",
    latitude: .any,
    trail: .namedSchool,
    check: .unknownSchool(of: .student) { $0.students.school }
  )
}
