import Findings
import Roster

extension RosterRule {
  /// The course's name is used where a section has no subject or no name.
  public static let sectionNamesUnknownCourse = RosterRule(
    "section-names-unknown-course",
    .warning,
    phase: .links,
    title: "a section names a course that is not in the export",
    why: "the course's name is used where a section has no subject or no name of its own",
    effect: "the section goes in without the course's name",
    help: "export '/courses' as well",
    fixer: .importer,
    source: .cleverDefinitions("section 'course', the id of a course from v2.0 on"),
    example: "section '58da8c6b894273be680001fc' (sis_id '116-98') names course "
      + "'58da8c6b894273be68000222', which is not in the export",
    latitude: .noteOrWarning("a class needs no course, so no record is left out for it"),
    check: .unknownOfSection(.course, field: "course") { $0.sections.course }
  )
}
