import Findings
import FlatTables
import Roster
import Texts

extension RosterRule {
  /// A date that is taken for none hides a class of last year: it must be told that it was not read.
  public static let termDateUnreadable = RosterRule(
    "term-date-unreadable",
    .warning,
    phase: .links,
    title: "a date of a section's term cannot be read",
    why: "whether the class is over cannot be told, so one of last year's may go in unnoticed",
    effect: "the class goes in; its term's dates are to be checked",
    help: "write the dates of terms as MM/DD/YYYY (08/24/2026) or as YYYY-MM-DD and export again; "
      + "if they are right, check that the class is one of this school year",
    fixer: .recordsClerk,
    source: .cleverUpload("'Term_start' and 'Term_end' are written MM/DD/YYYY"),
    example: "section 'SEC-1': the end of its term, '13/32/2026', is no date",
    latitude: .any,
    hides: "whether classes of a term that is over are imported",
    check: RuleCheck(
      find: { roster, report in
        let sections = roster.sections
        for row in 0..<sections.count where sections.records.isOpen(row) {
          let term = roster.termReadings(ofSection: row)
          if term.end.isUnread || term.start.isUnread { report.find(.section, row) }
        }
      },
      describe: { hit, roster in
        let term = roster.termReadings(ofSection: hit.row)
        let text = roster.termText(ofSection: hit.row)
        let isEnd = term.end.isUnread
        let value = roster.text.string(isEnd ? text.end : text.start)
        let why =
          switch isEnd ? term.end : term.start {
          case .eitherWay:
            "may be one of two dates: another date of the file has the day in front of the month"
          case .dayFirst: "has the day in front of the month"
          default: "is no date"
          }
        // A cell of another column may have slipped in here; a date has a digit.
        let isShown = value.utf8.contains { (0x30...0x39).contains($0) }
        let shown = isShown ? ", '\(printable(value))'," : ""
        let isRecord = roster.sections.term[hit.row] >= 0
        return RuleMessage(
          "\(hit.mention(in: roster)): the \(isEnd ? "end" : "start") of its term\(shown) \(why)",
          field: isRecord ? "term_id" : isEnd ? "term.end_date" : "term.start_date"
        )
      }
    )
  )
}
