internal import Findings
internal import Texts

extension MarkupWriter {
  /// The causes of the findings, ranked by the number of people they hold up.
  mutating func causes(_ report: Report, _ rowLimit: Int) {
    if let sentence = report.causesSentence { lead(sentence) }
    let causes = report.causesToFix
    table(
      id: "causes-ranked",
      caption: counted(causes.count, "cause"),
      columns: [
        .text("Cause"), .text("Holds up"), .number("Findings"), .text("What to do"),
        .text("Who can"),
      ],
      rows: causes,
      limit: rowLimit
    ) { table, cause in
      table.element("th", ["scope": "row", "class": "found"]) { cell in
        cell.say(capitalized(clipped(cause.what)))
        cell.small(clipped(cause.evidence))
      }
      table.cell(capitalized(cause.blocked))
      table.cell(cause.findings)
      table.cell(capitalized(clipped(cause.howToFix)))
      table.cell(capitalized(cause.fixer.words))
    }
  }
}
