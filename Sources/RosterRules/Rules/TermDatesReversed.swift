import Findings
import Roster

extension RosterRule {
  /// One of the two dates is wrong, so nothing that rests on them can be trusted.
  public static let termDatesReversed = RosterRule(
    "term-dates-reversed",
    .warning,
    phase: .links,
    title: "a section's term ends before it starts",
    why: "one of the two dates is wrong, so it is not known whether the class is over",
    effect: "the class goes in; its term's dates are to be checked",
    help: "correct the term's dates in the school's records",
    fixer: .recordsClerk,
    source: .cleverDefinitions("term 'start_date' and 'end_date'"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98'): its term starts on "
      + "2026-08-17 and ends on 2025-12-18",
    latitude: .any,
    check: RuleCheck(
      noting: TwoDays.self,
      find: { roster, report in
        let sections = roster.sections
        for row in 0..<sections.count where sections.records.isOpen(row) {
          let days = roster.termDays(ofSection: row)
          if let start = days.start, let end = days.end, end < start {
            report.find(.section, row, TwoDays(start, end))
          }
        }
      },
      describe: { hit, roster in
        RuleMessage(
          "\(hit.mention(in: roster)): its term starts on \(hit.detail.first) and "
            + "ends on \(hit.detail.second)",
          field: roster.termField(ofSection: hit.row)
        )
      }
    )
  )
}
