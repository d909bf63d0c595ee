import Findings
import FlatTables
import Roster

extension RosterRule {
  /// A shared section may list students that are not shared: one finding a section, not one each.
  public static let sectionNamesUnknownStudent = RosterRule(
    "section-names-unknown-student",
    .warning,
    phase: .links,
    title: "a section names students who are not in the export",
    why: "these students are missing from the class, and so will be their parents",
    effect: "the section goes in without these students",
    help: "share the students with Bloomz in Clever, if they should be in the class",
    helpInUpload: "add the students to students.csv, or take their rows out of "
      + "enrollments.csv",
    fixer: .districtAdmin,
    source: .cleverSync("records that are not shared are named by others all the same"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') names 2 students who are not in "
      + "the export: '530e5960049e75a9262cff3c', '530e5960049e75a9262cff3d'",
    latitude: .warningOrGraver,
    trail: .namedStudents,
    check: .unknownLinks(from: .section, to: .student, field: "students") {
      $0.sections.students[$1]
    }
  )
}
