import Findings
import FlatTables
import Roster

extension RosterRule {
  /// So large a class is most often a whole grade or a holding place, not a class.
  public static let classIsLarge = RosterRule(
    "class-is-large",
    .warning,
    phase: .links,
    title: "a class has more than 50 students",
    why: "so large a class is most often a whole grade or a holding place; its parents see "
      + "each other as those of a class do",
    effect: "the class goes in as it is",
    help: "nothing, if it is a class; else leave the section out of sharing in Clever",
    helpInUpload: "nothing, if it is a class; else take the section out of the "
      + "district's files",
    fixer: .districtAdmin,
    source: .cleverQuirks("a class may have any number of students"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') has 51 students",
    latitude: .any,
    check: RuleCheck(
      noting: Count.self,
      find: { roster, report in
        let isOpen = roster.students.records.openFlags()
        let sections = roster.sections
        for row in 0..<sections.count
        where sections.students.count(of: row) > 50 && sections.records.isOpen(row) {
          let count = sections.students[row].count { isOpen[Int($0)] }
          if count > 50 { report.find(.section, row, Count(count)) }
        }
      },
      describe: { hit, roster in
        RuleMessage(
          "\(hit.mention(in: roster)) has \(hit.detail.number) students",
          field: "students"
        )
      }
    )
  )
}
