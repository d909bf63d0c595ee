internal import Findings
internal import Texts

/// The report as text for a terminal: the verdict first, the next step last.
public enum TerminalReport {
  /// The report as lines of at most `style.columns` columns, each ended by a line feed.
  ///
  /// Holds no control characters but line feeds and, where the style has colours, its own
  /// colour sequences; the same report and style give the same text.
  public static func render(_ report: Report, style: TerminalStyle) -> String {
    var page = TerminalPage(style: style)
    page.verdict(report.verdict)
    page.causesSentence(report)
    page.facts(report.run)
    page.evidence(report)
    page.sharing(report)
    page.causes(report)
    page.comparison(report)
    page.tally(report)
    page.completeness(report)
    page.outputs(report)
    page.findings(report)
    page.ruleChanges(report)
    page.checksNotRun(report)
    page.limits(report)
    page.blank()
    page.put("\(style.paint(.bold, "next:")) \(printable(report.verdict.nextStep))", hanging: 6)
    return page.text
  }
}

extension TerminalPage {
  fileprivate mutating func verdict(_ verdict: Report.Verdict) {
    let (symbol, ink): (String, TerminalStyle.Ink) =
      switch verdict.kind {
      case .ready, .done: ("✔", .green)
      case .refused, .failed: ("✖", .red)
      case .findings: ("▲", .yellow)
      }
    put("\(style.paint(ink, "\(symbol) \(printable(verdict.sentence))"))", hanging: 2)
  }

  fileprivate mutating func facts(_ run: Report.RunFacts) {
    blank()
    put(
      "\(style.paint(.bold, printable(run.pipeline))), \(run.isDryRun ? "dry run, " : "")"
        + "issue date \(printable(run.issueDate)), "
        + "clever-to-bloomz \(printable(run.programVersion))",
      hanging: 2
    )
    columns(
      run.parameters.map { parameter in
        (printable(parameter.name), parameter.value.map(printable) ?? "(not shown)")
      }
    )
  }

  fileprivate mutating func evidence(_ report: Report) {
    guard !report.evidence.isEmpty else { return }
    heading(ReportSection.permission.title(of: report))
    for row in report.evidence {
      let (mark, ink): (String, TerminalStyle.Ink) =
        row.verdict.isPlain ? ("✔", .green) : row.verdict.passes ? ("▲", .yellow) : ("✖", .red)
      put(
        "  \(style.paint(ink, "\(mark) \(row.verdict.words)")): \(printable(row.needed))",
        hanging: 4
      )
      // What is well needs no explanation here; the other forms give it.
      guard !row.verdict.isPlain else { continue }
      let place = row.place.map { " (\(printable($0.description)))" } ?? ""
      put("    \(style.paint(.dim, "found:")) \(printable(row.found))\(place)", hanging: 6)
      guard !row.howToFix.isEmpty else { continue }
      put("    \(style.paint(.dim, "help:")) \(printable(row.howToFix))", hanging: 6)
      put("    \(style.paint(.dim, "who:")) \(row.fixer.words)", hanging: 6)
    }
  }

  fileprivate mutating func tally(_ report: Report) {
    guard !report.tally.isEmpty else { return }
    heading(ReportSection.records.title(of: report))
    let widest = report.tally.map { grouped($0.read).count }.max() ?? 0
    columns(
      report.tally.map { row in
        let read = grouped(row.read)
        let gap = String(repeating: " ", count: widest - read.count)
        let fates = row.fates.total == 0 ? "" : ": \(row.fates.words)"
        return (printable(plural(row.type)), "\(gap)\(read) read\(fates)")
      }
    )
  }

  fileprivate mutating func outputs(_ report: Report) {
    let outputs = report.outputs
    guard !outputs.isEmpty else { return }
    heading(ReportSection.outputs.title(of: report))
    var rows: [(String, String)] = []
    if !outputs.bundle.isEmpty {
      let size = outputs.files.reduce(0) { $0 + $1.byteCount }
      rows.append(
        (
          "bundle",
          "\(printable(outputs.bundle)): \(counted(outputs.files.count, "file")), "
            + "\(counted(size, "byte"))"
        )
      )
      if !outputs.digest.isEmpty { rows.append(("sha256", printable(outputs.digest))) }
    }
    if !outputs.mail.isEmpty {
      rows.append(
        (
          "mail",
          "\(printable(outputs.mail)): \(counted(outputs.mailsWritten, "invitation")), "
            + "\(grouped(outputs.mailsWithheld)) withheld"
        )
      )
    }
    columns(rows)
  }

  fileprivate mutating func findings(_ report: Report) {
    let rules = report.rulesWorstFirst
    guard !rules.isEmpty else { return }
    heading("Findings: \(report.findingCounts.words)")
    for rule in rules {
      blank()
      put(
        "\(style.paint(.init(rule.level), "\(symbol(of: rule.level)) \(rule.level)")): "
          + "\(style.paint(.bold, printable(rule.title))) (\(grouped(rule.total)))",
        hanging: 4
      )
      let shown = rule.findings.prefix(style.findingsPerRule)
      var lastHelp = ""
      for var finding in shown {
        // The same help five times in a row would bury the places.
        let help = finding.help
        if help == lastHelp { finding.help = "" }
        lastHelp = help
        finding.code = printable(finding.code)
        for (index, line) in finding.lines(paint: style.paint).enumerated() {
          put("  \(line)", hanging: index == 0 ? 4 : 6)
        }
      }
      if rule.findings.count > shown.count {
        let rest = grouped(rule.findings.count - shown.count)
        put("  and \(rest) more: see \(printable(report.findingsFile))", hanging: 4)
      }
      if rule.onlyCounted > 0 {
        put("  and \(grouped(rule.onlyCounted)) more that were only counted", hanging: 4)
      }
    }
  }

  fileprivate mutating func ruleChanges(_ report: Report) {
    guard !report.ruleChanges.isEmpty else { return }
    heading(ReportSection.changes.title(of: report))
    for change in report.ruleChanges {
      put("  \(printable(change.code)): \(printable(change.asked))", hanging: 4)
      put("    \(style.paint(.dim, "result:")) \(printable(change.result))", hanging: 6)
    }
  }

  fileprivate mutating func checksNotRun(_ report: Report) {
    guard !report.checksNotRun.isEmpty else { return }
    heading(ReportSection.checks.title(of: report))
    for check in report.checksNotRun {
      put("  \(printable(check.code)): \(printable(check.why))", hanging: 4)
      put("    \(style.paint(.dim, "hides:")) \(printable(check.hides))", hanging: 6)
    }
  }

  fileprivate mutating func limits(_ report: Report) {
    guard !report.limits.isEmpty else { return }
    heading(ReportSection.limits.title(of: report))
    for limit in report.limits { put("  \(printable(limit))", hanging: 4) }
  }

  func symbol(of level: Level) -> String {
    switch level {
    case .blocker: "■"
    case .error: "✖"
    case .warning: "▲"
    case .note: "●"
    }
  }
}
