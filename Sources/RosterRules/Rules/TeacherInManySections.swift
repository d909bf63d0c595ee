import Findings
import FlatTables
import Roster

extension RosterRule {
  /// So many are seldom one person's; the name of an empty post may be on them.
  public static let teacherInManySections = RosterRule(
    "teacher-in-many-sections",
    .note,
    phase: .links,
    title: "a teacher is in more than 30 sections",
    why: "so many are seldom one person's: the name of an empty post would open "
      + "all these classes to anyone who reads its mail",
    effect: "nothing changes: the teacher goes in with all of them",
    help: "nothing, if one person does teach them; else name the teachers in the school's "
      + "records",
    fixer: .recordsClerk,
    source: .bloomzCleverGuide("teachers register with their code, and only then have the classes"),
    example: "teacher '530e5955d50c310f36112bd4' (sis_id '100003') is in 31 sections",
    latitude: .any,
    check: RuleCheck(
      noting: Count.self,
      find: { roster, report in
        let sections = roster.sections
        var counts = [Int32](repeating: 0, count: roster.teachers.count)
        for row in 0..<sections.count where sections.records.isOpen(row) {
          for teacher in sections.teachers[row] { counts[Int(teacher)] += 1 }
        }
        for row in counts.indices where counts[row] > 30 && roster.teachers.records.isOpen(row) {
          report.find(.teacher, row, Count(Int(counts[row])))
        }
      },
      describe: { hit, roster in
        RuleMessage("\(hit.mention(in: roster)) is in \(hit.detail.number) sections")
      }
    )
  )
}
