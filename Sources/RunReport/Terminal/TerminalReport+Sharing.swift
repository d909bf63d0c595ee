internal import Findings
internal import Texts

extension TerminalPage {
  /// What should be shared otherwise: one line for each kind of record and verdict.
  mutating func sharing(_ report: Report) {
    let changes = report.sharing.filter(\.needsChange)
    for verdict in Report.Sharing.Verdict.allCases {
      var types: [String] = []
      for row in changes where row.verdict == verdict && !types.contains(row.type) {
        types.append(row.type)
      }
      for type in types {
        let rows = changes.filter { $0.verdict == verdict && $0.type == type }
        let groups = rows.map(\.group).joined(separator: ", ")
        let words = style.paint(.yellow, "▲ \(verdict.words)")
        put("  \(words): \(printable(plural(type))): \(printable(groups))", hanging: 4)
        guard let first = rows.first else { continue }
        put("    \(style.paint(.dim, "where:")) \(printable(first.screen))", hanging: 6)
        put("    \(style.paint(.dim, "who:")) \(first.fixer.words)", hanging: 6)
      }
    }
  }
}
