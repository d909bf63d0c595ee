internal import Findings
internal import Texts

extension TerminalPage {
  /// How many causes are told with their evidence and help; the files tell them all.
  private static var causesShown: Int { 5 }

  /// What fixing the first few comes to, right below the verdict.
  mutating func causesSentence(_ report: Report) {
    guard let sentence = report.causesSentence else { return }
    put("  \(style.paint(.bold, sentence))", hanging: 2)
  }

  /// The causes, the one to fix first at the start.
  mutating func causes(_ report: Report) {
    let causes = report.causesToFix
    guard !causes.isEmpty else { return }
    heading(ReportSection.causes.title(of: report))
    for (index, cause) in causes.prefix(TerminalPage.causesShown).enumerated() {
      let ink = cause.level.map { TerminalStyle.Ink($0) } ?? .yellow
      let number = style.paint(ink, "\(index + 1).")
      put("  \(number) \(style.paint(.bold, printable(cause.what)))", hanging: 5)
      if !cause.evidence.isEmpty {
        put("     \(style.paint(.dim, "shown by:")) \(printable(cause.evidence))", hanging: 7)
      }
      put("     \(style.paint(.dim, "holds up:")) \(cause.blocked)", hanging: 7)
      put("     \(style.paint(.dim, "help:")) \(printable(cause.howToFix))", hanging: 7)
      put("     \(style.paint(.dim, "who:")) \(cause.fixer.words)", hanging: 7)
      if !cause.afterFixing.isEmpty {
        put("     \(style.paint(.dim, "then:")) \(cause.afterFixing)", hanging: 7)
      }
    }
    let rest = causes.count - TerminalPage.causesShown
    if rest > 0 {
      put("  and \(counted(rest, "more cause")): see \(ReportWriter.mark)", hanging: 4)
    }
  }
}
