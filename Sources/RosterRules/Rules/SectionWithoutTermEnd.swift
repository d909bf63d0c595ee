import Findings
import Roster

extension RosterRule {
  /// Without a date it is not known whether the class is one of last year's.
  public static let sectionWithoutTermEnd = RosterRule(
    "section-without-term-end",
    .note,
    phase: .links,
    title: "a section has no end date, though others have",
    why: "whether the class is over cannot be told, so one of last year's may go in unnoticed",
    effect: "nothing changes: the class goes in",
    help: "add the term with its dates to the section in the school's records",
    fixer: .recordsClerk,
    source: .cleverQuirks("terms are built from section text and may lack a name or dates"),
    example: "section '530e597a049e75a9262d0b05' (sis_id '116-98') has no term with an end date",
    latitude: .any,
    hides: "whether classes of a term that is over are imported",
    cannotRun: { roster, _ in
      roster.hasTermEnd ? nil : "no section has a term with an end date"
    },
    check: RuleCheck(
      find: { roster, report in
        let sections = roster.sections
        for row in 0..<sections.count where sections.records.isOpen(row) {
          let term = Int(sections.term[row])
          // A term that is not in the export is another rule's business.
          if term >= 0, !roster.terms.records.isRecord(term) { continue }
          // So is a date that cannot be read.
          if case .none = roster.termReadings(ofSection: row).end { report.find(.section, row) }
        }
      },
      describe: { hit, roster in
        RuleMessage("\(hit.mention(in: roster)) has no term with an end date")
      }
    )
  )
}
