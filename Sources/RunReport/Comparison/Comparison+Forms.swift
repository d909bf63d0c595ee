internal import Findings
internal import Texts

extension TerminalPage {
  /// What changed since the last run: rows of the bundle, then findings.
  mutating func comparison(_ report: Report) {
    guard ReportSection.comparison.isPresent(in: report) else { return }
    heading(ReportSection.comparison.title(of: report))
    if let changes = report.bundleChanges { bundleChanges(changes) }
    guard let comparison = report.comparison else { return }
    put(
      "  report of \(printable(comparison.issueDate)) in \(printable(comparison.path)): "
        + "\(comparison.words)",
      hanging: 4
    )
    for change in report.codeComparisons {
      put(
        "    \(printable(change.code)): \(grouped(change.new)) new, \(grouped(change.fixed)) fixed, "
          + "\(grouped(change.stillThere)) still there",
        hanging: 6
      )
    }
  }
}

extension MarkupWriter {
  /// What changed since the last run: rows of the bundle, then findings, rule by rule.
  mutating func comparison(_ report: Report, _ rowLimit: Int) {
    if let changes = report.bundleChanges { bundleChanges(changes, rowLimit) }
    guard let comparison = report.comparison else { return }
    element("h3", "The findings")
    lead("\(capitalized(comparison.words)).")
    element("p") { words in
      words.say("Compared with ")
      words.element("code") { $0.path(comparison.path) }
      words.say(" of \(comparison.issueDate), pipeline \(clipped(comparison.pipeline)).")
    }
    let changes = report.codeComparisons
    guard !changes.isEmpty else { return }
    table(
      id: "changes-by-rule",
      caption: counted(changes.count, "rule"),
      columns: [.text("Rule"), .number("New"), .number("Fixed"), .number("Still there")],
      rows: changes,
      limit: rowLimit
    ) { table, change in
      table.element("th", ["scope": "row"]) { $0.element("code", clipped(change.code)) }
      table.cell(change.new)
      table.cell(change.fixed)
      table.cell(change.stillThere)
    }
  }
}
