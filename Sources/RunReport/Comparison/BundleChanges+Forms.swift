internal import Findings
internal import Texts

extension TerminalPage {
  /// What differs from the earlier bundle, table by table.
  mutating func bundleChanges(_ changes: Report.BundleChanges) {
    let tables = changes.tables.filter { $0.differing > 0 }
    put(
      "  bundle of \(printable(changes.issueDate)) in \(printable(changes.path))"
        + (tables.isEmpty ? ": \(changes.sentence)" : ""),
      hanging: 4
    )
    columns(tables.map { ("  \(printable($0.name))", $0.words) })
    for line in changes.explanations { put("    \(line)", hanging: 6) }
  }
}

extension MarkupWriter {
  /// What differs from the earlier bundle: numbers for all tables, then keys, folded.
  mutating func bundleChanges(_ changes: Report.BundleChanges, _ rowLimit: Int) {
    element("h3", "The bundle")
    lead("\(capitalized(changes.sentence)).")
    element("p") { words in
      words.say("Compared with ")
      words.element("code") { $0.path(changes.path) }
      words.say(" of \(changes.issueDate), SHA-256 ")
      words.element("code", clipped(changes.digest))
      words.say(".")
    }
    for line in changes.explanations { element("p", line) }
    table(
      id: "bundle-changes",
      caption: "Rows, compared with the earlier bundle",
      columns: [.text("File")]
        + Report.BundleChanges.Kind.allCases.map { .number(capitalized($0.words)) }
        + [.number("The same")],
      rows: changes.tables,
      limit: rowLimit
    ) { row, table in
      row.rowHead(capitalized(table.name))
      for kind in Report.BundleChanges.Kind.allCases { row.cell(table[kind].count) }
      row.cell(table.same)
    }
    for table in changes.tables where table.differing > 0 {
      element("details") { details in
        details.element("summary", "\(capitalized(table.name)): \(table.words)")
        for kind in Report.BundleChanges.Kind.allCases where table[kind].count > 0 {
          let rows = table[kind]
          details.element("p") { words in
            words.element("strong", "\(capitalized(kind.words)): ")
            for (index, key) in rows.shown.prefix(rowLimit).enumerated() {
              if index > 0 { words.say(", ") }
              words.element("code", clipped(key))
            }
            let more = rows.count - min(rows.shown.count, rowLimit)
            if more > 0 { words.say(" and \(grouped(more)) more") }
          }
        }
      }
    }
  }
}
