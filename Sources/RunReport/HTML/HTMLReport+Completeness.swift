internal import Findings
internal import Texts

extension MarkupWriter {
  /// Whether the export holds every record of each type, and how that is known.
  mutating func completeness(_ rows: [Completeness], _ rowLimit: Int) {
    lead(
      "Where a type is proved complete, a record that is not here is gone. Everywhere else it may "
        + "only not have been saved, so no one is to be removed for it."
    )
    table(
      id: "completeness",
      caption: "\(rows.count { $0.verdict == .proved }) of \(counted(rows.count, "type")) proved",
      columns: [.text("Type"), .number("Records"), .text("Verdict"), .text("How it is known")],
      rows: rows,
      limit: rowLimit
    ) { table, row in
      table.rowHead(capitalized(plural(row.type)))
      table.cell(row.records)
      table.element("td") { cell in
        switch row.verdict {
        case .proved: cell.badge(.tick, .good, row.verdict.words)
        case .notProved: cell.badge(.ring, .warn, row.verdict.words)
        case .incomplete: cell.badge(.octagon, .bad, row.verdict.words)
        }
      }
      table.cell(capitalized(clipped(row.reasons.map(\.words).joined(separator: "; "))))
    }
  }
}
