import Findings
import FlatTables
import Roster

extension RosterRule {
  /// Such data come from a teacher's own library in Clever, not from the district's sharing.
  public static let lastNamesAreInitials = RosterRule(
    "last-names-are-initials",
    .warning,
    phase: .values,
    title: "students' last names are initials",
    why: "such data come from a teacher's own library in Clever, which has no contacts, no "
      + "terms and no school admins, not from the district",
    effect: "every student goes in with an initial for a last name",
    help: "export with the token of an application that the district shares with, not a teacher",
    helpInUpload: "export the files again with whole last names",
    fixer: .importer,
    source: .cleverLibrary("of students only the first name and the last initial are given"),
    example: "students whose last name is one letter: 5 of 5",
    latitude: .warningToBlocker("the finding is about the export, not about a student"),
    check: RuleCheck(
      noting: Share.self,
      find: { roster, report in
        let students = roster.students
        var initials = 0
        var judged = 0
        for row in students.lastName.indices where students.records.isOpen(row) {
          judged += 1
          let name = students.lastName[row]
          if name.length <= 2, TextForms.isInitial(roster.text.span(name)) { initials += 1 }
        }
        if initials >= 5, initials * 10 >= judged * 9 {
          report.find(of: .student, Share(initials, of: judged))
        }
      },
      describe: { hit, _ in
        RuleMessage(
          "students whose last name is one letter: \(hit.detail.part) of \(hit.detail.whole)"
        )
      }
    )
  )
}
