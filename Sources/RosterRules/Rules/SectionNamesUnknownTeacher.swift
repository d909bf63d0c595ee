import Findings
import FlatTables
import Roster

extension RosterRule {
  /// An unshared teacher gets no invitation, so the class may have no one to run it.
  public static let sectionNamesUnknownTeacher = RosterRule(
    "section-names-unknown-teacher",
    .warning,
    phase: .links,
    title: "a section names a teacher who is not in the export",
    why: "this teacher gets no invitation and cannot reach the class",
    effect: "the section goes in without this teacher",
    help: "share the teacher with Bloomz in Clever, or take them off the section in the school's "
      + "records",
    helpInUpload: "add the teacher to teachers.csv, or take them off the section in "
      + "the school's records",
    fixer: .districtAdmin,
    source: .cleverSync("records that are not shared are named by others all the same"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') names teacher "
      + "'530e5955d50c310f36112bd4', who is not in the export",
    latitude: .warningOrGraver,
    trail: .namedTeachers,
    check: .unknownLinks(from: .section, to: .teacher, field: "teachers") {
      $0.sections.teachers[$1]
    }
  )
}
