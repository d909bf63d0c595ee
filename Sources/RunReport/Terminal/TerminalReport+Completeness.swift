internal import Findings
internal import Texts

extension TerminalPage {
  /// Which types are proved complete, and why others are not: a line a reason.
  mutating func completeness(_ report: Report) {
    guard !report.completeness.isEmpty else { return }
    heading(ReportSection.completeness.title(of: report))
    for verdict in Completeness.Verdict.allCases {
      let (mark, ink): (String, TerminalStyle.Ink) =
        switch verdict {
        case .proved: ("✔", .green)
        case .notProved: ("▲", .yellow)
        case .incomplete: ("✖", .red)
        }
      var groups: [(reasons: [Completeness.Reason], types: [String])] = []
      for row in report.completeness where row.verdict == verdict {
        // What proves it differs in numbers only.
        let reasons = verdict == .proved ? [] : row.reasons
        if let index = groups.firstIndex(where: { $0.reasons == reasons }) {
          groups[index].types.append(row.type)
        } else {
          groups.append((reasons, [row.type]))
        }
      }
      for (reasons, types) in groups {
        let names = types.map { printable(plural($0)) }.joined(separator: ", ")
        put("  \(style.paint(ink, "\(mark) \(verdict.words)")): \(names)", hanging: 4)
        guard !reasons.isEmpty else { continue }
        let why = reasons.map(\.words).joined(separator: "; ")
        put("    \(style.paint(.dim, "why:")) \(why)", hanging: 6)
      }
    }
  }
}
