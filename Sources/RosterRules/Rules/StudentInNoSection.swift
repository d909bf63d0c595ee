import Findings
import FlatTables
import Roster

extension RosterRule {
  /// A child in no class is in the community, but no teacher and no parent meets them there.
  public static let studentInNoSection = RosterRule(
    "student-in-no-section",
    .warning,
    phase: .links,
    title: "a student is in no section that goes in",
    why: "the student is in the school's community, but in no class that teachers and parents see",
    effect: "the student goes in, but into no class",
    help:
      "share the student's sections with Bloomz in Clever, or enrol the student in the school's "
      + "records",
    helpInUpload: "enrol the student in the school's records, so that enrollments.csv "
      + "has the student",
    fixer: .districtAdmin,
    source: .bloomzCleverGuide("all classes of the school are imported with their students"),
    example:
      "student '530e5960049e75a9262cff3c' (sis_id '100095233') is in no section that goes in",
    latitude: .any,
    trail: .studentsSections,
    check: RuleCheck(
      find: { roster, report in
        let sections = roster.sections
        var attends = [Bool](repeating: false, count: roster.students.count)
        for row in 0..<sections.count where sections.records.isOpen(row) {
          for index in sections.students.range(row) {
            attends[Int(sections.students.flat[index])] = true
          }
        }
        for row in attends.indices where !attends[row] && roster.students.records.isOpen(row) {
          report.find(.student, row)
        }
      },
      describe: { hit, roster in
        RuleMessage("\(hit.mention(in: roster)) is in no section that goes in")
      }
    )
  )
}
