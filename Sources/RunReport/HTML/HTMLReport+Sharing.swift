internal import Findings
internal import Texts

extension MarkupWriter {
  /// What is needed and what is shared, with the screen where it is changed.
  mutating func sharing(_ rows: [Report.Sharing], _ rowLimit: Int) {
    guard !rows.isEmpty else { return }
    element("details") { details in
      let changes = rows.count { $0.needsChange }
      details.element(
        "summary",
        "What is shared, field by field"
          + (changes == 0 ? "" : ": \(counted(changes, "row")) to change")
      )
      details.table(
        id: "sharing",
        caption: "Needed and shared, by record type and fields",
        columns: [
          .text("Records"), .text("Fields"), .text("Needed"), .text("In the export"),
          .text("Verdict"), .text("Where it is changed"), .text("Who can"),
        ],
        rows: rows,
        limit: rowLimit
      ) { table, row in
        table.element("th", ["scope": "row"], capitalized(plural(row.type)))
        table.cell(row.group)
        table.cell(capitalized(row.needWords))
        table.cell(clipped(row.shared))
        table.cell(capitalized(row.verdict.words))
        table.cell(row.needsChange ? row.screen : "–")
        table.cell(row.needsChange ? capitalized(row.fixer.words) : "–")
      }
    }
  }
}
