internal import Findings

extension TerminalPage {
  /// What changed since the earlier report.
  mutating func comparison(_ report: Report) {
    guard let comparison = report.comparison else { return }
    heading("\(ReportSection.comparison.title(of: report)): \(comparison.words)")
    put("  \(printable(comparison.path)) of \(printable(comparison.issueDate))", hanging: 4)
    for change in report.codeComparisons {
      put(
        "  \(printable(change.code)): \(grouped(change.new)) new, \(grouped(change.fixed)) fixed, "
          + "\(grouped(change.stillThere)) still there",
        hanging: 4
      )
    }
  }
}

extension HTMLWriter {
  /// What changed since the earlier report, rule by rule.
  mutating func comparison(_ report: Report, _ rowLimit: Int) {
    guard let comparison = report.comparison else { return }
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

extension JSONWriter {
  /// The comparison as a member; null without one.
  mutating func comparison(_ comparison: Report.Comparison?) {
    guard let comparison else { return null("comparison") }
    object("comparison") { json in
      json.member("path", comparison.path)
      json.member("sha256", comparison.sha256)
      json.member("pipeline", comparison.pipeline)
      json.member("issueDate", comparison.issueDate)
      json.member("new", comparison.new)
      json.member("stillThere", comparison.stillThere)
      json.array("fixed") { json in
        for item in comparison.fixed {
          json.object { json in
            json.member("code", item.code)
            json.member("level", item.level.description)
            json.member("entity", item.entity)
            json.member("record", item.record)
            json.member("field", item.field)
            json.member("message", item.message)
          }
        }
      }
    }
  }
}
