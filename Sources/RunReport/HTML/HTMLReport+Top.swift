internal import Findings
internal import Texts

extension MarkupWriter {
  /// What the browser must know before the first word: the policy, the title, the style.
  ///
  /// The policy lets in this very style sheet and this very script, by their hashes, and nothing
  /// else: no address, no other script, no form (Content Security Policy 3).
  mutating func head(_ title: String) {
    let sheet = StyleSheet.text
    empty("meta", ["charset": "utf-8"])
    empty(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src '\(policyHash(of: sheet))'; "
          + "script-src '\(policyHash(of: PageScript.text))'; base-uri 'none'; form-action 'none'",
      ]
    )
    empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    empty("meta", ["name": "referrer", "content": "no-referrer"])
    element("title", title)
    style(sheet)
  }

  mutating func facts(_ run: Report.RunFacts) {
    element("p", ["class": "brand"], "Clever to Bloomz: import report")
    element("div", ["class": "facts"]) { facts in
      facts.element("ul") { list in
        list.element("li", "Pipeline \(run.pipeline)")
        list.element("li", "Issue date \(run.issueDate)")
        list.element("li", run.isDryRun ? "Dry run: nothing is written" : "Real run")
        for parameter in run.parameters {
          list.element("li") { item in
            item.say("\(parameter.name): ")
            if let value = parameter.value {
              item.element("code", clipped(value))
            } else {
              item.say("(not shown)")
            }
          }
        }
      }
    }
  }

  mutating func verdict(_ verdict: Report.Verdict) {
    let (icon, tone): (Icon, Tone) =
      switch verdict.kind {
      case .ready, .done: (.tick, .good)
      case .refused: (.octagon, .bad)
      case .failed: (.cross, .bad)
      case .findings: (.triangle, .warn)
      }
    element(
      "section",
      ["class": "verdict \(tone.rawValue)", "aria-labelledby": "verdict"]
    ) { section in
      section.badge(icon, tone, verdict.kind.words)
      section.element("h1", ["id": "verdict"], verdict.sentence)
      section.element("p", ["class": "next"]) { step in
        step.element("strong", "Next: ")
        step.say(verdict.nextStep)
      }
    }
  }

  /// The four figures that answer "how much".
  mutating func cards(_ report: Report) {
    let read = report.tally.reduce(0) { $0 + $1.read }
    let bundled = report.tally.reduce(0) { $0 + $1.fates[.bundled] }
    let merged = report.tally.reduce(0) { $0 + $1.fates[.mergedInto] }
    let leftOut = report.tally.reduce(0) { $0 + $1.fates.leftOut }
    let files = report.inputs.count
    let isWritten = !report.run.isDryRun && !report.outputs.bundle.isEmpty
    element("dl", ["class": "cards"]) { cards in
      cards.card("Records read", read, files > 0 ? "from \(counted(files, "file"))" : "")
      cards.card(
        isWritten ? "In the bundle" : "Fit for the bundle",
        bundled,
        merged > 0 ? "and \(grouped(merged)) merged into one of these" : ""
      )
      cards.card("Left out", leftOut, leftOut > 0 ? "each with a reason" : "")
      cards.card(
        "Findings",
        report.findingCounts.total,
        report.findingCounts.total > 0 ? report.findingCounts.words : ""
      )
    }
  }

  private mutating func card(_ title: String, _ figure: Int, _ more: String) {
    element("div") { card in
      card.element("dt", title)
      card.element("dd", ["class": "figure"], grouped(figure))
      if !more.isEmpty { card.element("dd", ["class": "more"], more) }
    }
  }

  mutating func contents(_ report: Report) {
    element("nav", ["class": "contents", "aria-label": "On this page"]) { nav in
      nav.element("ul") { list in
        for section in ReportSection.allCases where section.isPresent(in: report) {
          list.element("li") { item in
            item.element("a", ["href": "#\(section.id)"], section.title(of: report))
          }
        }
      }
    }
  }

  mutating func limits(_ limits: [String], _ rowLimit: Int) {
    element("ul", ["class": "plain"]) { list in
      for limit in limits.prefix(rowLimit) {
        list.element("li", capitalized(clipped(limit)))
      }
      if limits.count > rowLimit {
        list.element("li", "and \(grouped(limits.count - rowLimit)) more: see \(ReportWriter.mark)")
      }
    }
  }
}
