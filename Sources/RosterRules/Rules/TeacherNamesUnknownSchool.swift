import Findings
import Roster

extension RosterRule {
  /// A teacher is imported where they teach; the primary school decides nothing.
  public static let teacherNamesUnknownSchool = RosterRule(
    "teacher-names-unknown-school",
    .note,
    phase: .links,
    title: "a teacher's primary school is not in the export",
    why: "it may be a sign that a school was forgotten when sharing was set up",
    effect: "nothing changes: a teacher is imported where they teach",
    help: "nothing, if the teacher only visits; else share the school with Bloomz in Clever",
    helpInUpload: "nothing, if the teacher only visits; else add the school to "
      + "schools.csv",
    fixer: .districtAdmin,
    source: .cleverSync("records that are not shared are named by others all the same"),
    example: "teacher '530e5955d50c310f36112bd4' (sis_id '100003') names school "
      + "'530e595026403103360ff9ff', which is not in the export",
    latitude: .any,
    trail: .namedSchool,
    check: .unknownSchool(of: .teacher) { $0.teachers.school }
  )
}
