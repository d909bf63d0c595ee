import Findings
import Roster

extension RosterRule {
  /// The course's name stands in where a section has no subject or no name.
  public static let sectionNamesUnknownCourse = RosterRule(
    "section-names-unknown-course",
    .warning,
    phase: .links,
    title: "a section names a course that is not in the export",
    why: "the course's name stands in where a section has no subject or no name of its own",
    effect: "the section goes in without the course's name",
    help: "export '/courses' as well",
    fixer: .importer,
    source: .cleverDefinitions("section 'course', the id of a course from v2.0 on"),
    example: "section '58da8c6b894273be680001fc' (sis_id '116-98') names course "
      + "'58da8c6b894273be68000222', which is not in the export",
    latitude: .noteOrWarning("a class needs no course, so no record is left out for it"),
    check: { roster, report in
      reportUnknown(roster.sections.course, among: .course, roster, &report)
    },
    describe: { hit, roster in
      unknownWords(hit, roster.sections.course, .course, roster)
    }
  )
}

/// Reports the open sections whose `links` lead to a stand-in. Where no record of the kind is in
/// the export at all, one finding says so for all of them; its detail is their number.
func reportUnknown(
  _ links: [Int32],
  among entity: Entity,
  _ roster: Roster,
  _ report: inout RuleReport
) {
  guard let targets = roster.records(of: entity) else { return }
  let sections = roster.sections
  var count = 0
  for row in links.indices
  where links[row] >= 0 && !targets.isRecord(Int(links[row])) && sections.records.isOpen(row) {
    count += 1
    if targets.recordCount > 0 { report.find(.section, row) }
  }
  if targets.recordCount == 0, count > 0 { report.find(of: entity, detail: count) }
}

/// Puts a hit of ``reportUnknown(_:among:_:_:)`` into words.
func unknownWords(_ hit: RuleHit, _ links: [Int32], _ entity: Entity, _ roster: Roster) -> RuleWords
{
  guard hit.row >= 0 else {
    return RuleWords(
      "no \(entity.text) is in the export, but \(counted(Int(hit.detail), "section")) "
        + "\(hit.detail == 1 ? "names" : "name") one"
    )
  }
  let row = Int(hit.row)
  return RuleWords(
    "\(roster.mention(.section, row)) names \(entity.text) \(roster.list([links[row]], of: entity)), "
      + "which is not in the export",
    field: entity == .term ? "term_id" : entity.text
  )
}
