import Findings
import FlatTables
import Roster

extension RosterRule {
  /// A class belongs to a community; without its school there is none to put it into.
  public static let sectionNamesUnknownSchool = RosterRule(
    "section-names-unknown-school",
    .error,
    phase: .links,
    title: "a section names a school that is not in the export",
    why: "a class belongs to a school's community; without the school its students and teachers "
      + "have no such class",
    effect: "this section is left out",
    help:
      "share the school with Bloomz in Clever: a school that is not shared is not in the export",
    helpInUpload: "add the school to schools.csv, or take the rows out that name it",
    fixer: .districtAdmin,
    source: .bloomzV2Guide("classes.csv: 'school_id' must exist in schools.csv"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') names school "
      + "'530e595026403103360ff9ff', which is not in the export",
    latitude: .errorOrGraver("Bloomz's class file needs the school"),
    trail: .namedSchool,
    check: RuleCheck(
      noting: SchoolRow.self,
      find: { roster, report in
        let sections = roster.sections
        let isSchool = (0..<roster.schools.count).map { roster.schools.records.isRecord($0) }
        let isStudent = roster.students.records.openFlags()
        for row in 0..<sections.count where sections.records.isRecord(row) {
          let school = Int(sections.school[row])
          guard school < 0 || !isSchool[school] else { continue }
          // Such a section is in no school's scope; it matters where it concerns a student who is.
          if sections.records.isOpen(row)
            || sections.students[row].contains(where: { isStudent[Int($0)] })
          {
            report.find(.section, row, SchoolRow(school))
          }
        }
      },
      describe: { hit, roster in
        let section = hit.mention(in: roster)
        guard hit.detail.row >= 0 else { return RuleMessage("\(section) names no school") }
        return RuleMessage(
          "\(section) names school \(roster.list([Int32(hit.detail.row)], of: .school)), which is not in the "
            + "export",
          field: "school"
        )
      }
    )
  )
}
