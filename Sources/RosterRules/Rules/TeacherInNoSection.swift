import Findings
import FlatTables
import Roster

extension RosterRule {
  /// A teacher is imported where they teach. At their own school that may surprise.
  public static let teacherInNoSection = RosterRule(
    "teacher-in-no-section",
    .note,
    phase: .links,
    title: "a teacher of this school teaches no section that goes in",
    why: "they are not imported and get no invitation, though the school counts them as its own",
    effect: "nothing changes: a teacher is imported where they teach",
    help: "nothing, if they teach no class; else share their sections with Bloomz in Clever",
    helpInUpload: "nothing, if they teach no class; else add their sections to "
      + "sections.csv",
    fixer: .districtAdmin,
    source: .bloomzCleverGuide("all classes of the school are imported with their teachers"),
    example: "teacher '530e5955d50c310f36112bd4' (sis_id '100003') teaches no section that goes in",
    latitude: .noteOrWarning("the teacher is not imported anyway"),
    trail: .teachersSections,
    check: RuleCheck(
      find: { roster, report in
        let sections = roster.sections
        let teachers = roster.teachers
        var teaches = [Bool](repeating: false, count: teachers.count)
        for row in 0..<sections.count where sections.records.isOpen(row) {
          for teacher in sections.teachers[row] { teaches[Int(teacher)] = true }
        }
        for row in teaches.indices where !teaches[row] && teachers.records.isRecord(row) {
          let school = Int(teachers.school[row])
          let fate = teachers.records.fates[row].kind
          if school >= 0, roster.schools.records.isOpen(school),
            fate == .undecided || fate == .outOfScope
          {
            report.find(.teacher, row)
          }
        }
      },
      describe: { hit, roster in
        RuleMessage("\(hit.mention(in: roster)) teaches no section that goes in")
      }
    )
  )
}
