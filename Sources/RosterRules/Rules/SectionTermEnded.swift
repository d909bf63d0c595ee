import Findings
import Roster

extension RosterRule {
  /// A school that exports before its new year is in Clever would import last year's classes.
  public static let sectionTermEnded = RosterRule(
    "section-term-ended",
    .warning,
    phase: .links,
    title: "a section's term is over",
    why: "last year's classes would be in Bloomz beside or instead of this year's, and "
      + "their teachers and parents would be invited to them",
    effect: "the class goes in all the same",
    help: "export again once the new school year is in Clever; if the class still runs, "
      + "correct the term's end in the school's records",
    fixer: .recordsClerk,
    source: .cleverQuirks("terms are built from section text and may lack a name or dates"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98'): its term ended on "
      + "2013-06-01, and the run counts from 2026-08-20",
    latitude: .any,
    hides: "whether classes of a term that is over are imported",
    cannotRun: { roster, circumstances in
      guard circumstances.day != nil else { return "no day is given that the run counts from" }
      return roster.hasTermEnd ? nil : "no section has a term with an end date"
    },
    check: RuleCheck(
      noting: TwoDays.self,
      find: { roster, report in
        guard let day = report.circumstances.day else { return }
        let sections = roster.sections
        for row in 0..<sections.count where sections.records.isOpen(row) {
          if let end = roster.termDays(ofSection: row).end, end < day {
            report.find(.section, row, TwoDays(end, day))
          }
        }
      },
      describe: { hit, roster in
        RuleMessage(
          "\(hit.mention(in: roster)): its term ended on \(hit.detail.first), and "
            + "the run counts from \(hit.detail.second)",
          field: roster.termField(ofSection: hit.row)
        )
      }
    )
  )
}
