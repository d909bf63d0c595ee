internal import Findings
internal import Texts

extension MarkupWriter {
  /// Longer lists than this are folded.
  private static var foldAbove: Int { 10 }

  /// Each rule with what it means, what to do, and where it strikes; worst first.
  mutating func rules(_ report: Report, _ rowLimit: Int) {
    let onlyCounted = report.rules.reduce(0) { $0 + $1.onlyCounted }
    lead(
      "\(report.findingCounts.words). "
        + (onlyCounted == 0
          ? "All of them are in \(report.findingsFile)."
          : "All but \(grouped(onlyCounted)), which were only counted, are in "
            + "\(report.findingsFile).")
    )
    glance(report.rulesWorstFirst, rowLimit)
    for (index, rule) in report.rulesWorstFirst.enumerated() {
      section(of: rule, id: "rule-\(index + 1)", report, rowLimit)
    }
  }

  /// All rules in one table, with bars that compare them; pointless for a single one.
  private mutating func glance(_ rules: [Report.RuleSection], _ rowLimit: Int) {
    guard rules.count > 1 else { return }
    let most = rules.map(\.total).max() ?? 0
    table(
      id: "glance",
      caption: "\(counted(rules.count, "rule")) with findings",
      columns: [
        .text("Rule"), .text("Level"), .number("Findings"), .fixed("In proportion"),
        .text("Who can"),
      ],
      rows: Array(rules.enumerated()),
      limit: rowLimit
    ) { table, entry in
      let (index, rule) = entry
      table.element("th", ["scope": "row"]) { cell in
        cell.element("a", ["href": "#rule-\(index + 1)"], rule.heading)
        cell.small(clipped(rule.code))
      }
      table.levelCell(rule.level)
      table.cell(rule.total)
      table.element("td") { $0.bar(of: rule, most: most) }
      table.cell(capitalized(rule.fixer.words))
    }
  }

  /// A level, which is sorted by how grave it is.
  private mutating func levelCell(_ level: Level) {
    element("td", ["data-key": String(level.rawValue)]) { $0.badge(level, level.description) }
  }

  /// How many findings a rule has, next to the rule that has most; its height tells its level.
  private mutating func bar(of rule: Report.RuleSection, most: Int) {
    let (look, height): (StaticString, Int) =
      switch rule.level {
      case .blocker: ("stop", 14)
      case .error: ("stop", 11)
      case .warning: ("out", 8)
      case .note: ("same", 4)
      }
    let length = widths([rule.total, max(most - rule.total, 0)], of: 144)[0]
    element("svg", ["class": "bar", "viewBox": "0 0 144 16", "role": "img"]) { svg in
      svg.element(
        "title",
        "\(counted(rule.total, "finding")); the most that a rule here has is \(grouped(most))"
      )
      svg.part(look, x: 0, width: length, height: height)
    }
  }

  /// What was looked at and found in order.
  mutating func rulesPassed(_ cards: [Report.RuleCard], _ rowLimit: Int) {
    lead("These rules looked at the records of this run, and none of them had anything to say.")
    element("details") { details in
      details.element("summary", "Show \(counted(cards.count, "check"))")
      details.table(
        id: "passed",
        caption: "\(counted(cards.count, "check")) that found nothing",
        columns: [.text("Check"), .text("What it would find"), .text("Its level")],
        rows: cards,
        limit: rowLimit
      ) { table, card in
        table.element("th", ["scope": "row"]) { $0.element("code", clipped(card.code)) }
        table.cell(capitalized(clipped(card.title)))
        table.levelCell(card.level)
      }
    }
  }

  private mutating func section(
    of rule: Report.RuleSection,
    id: String,
    _ report: Report,
    _ rowLimit: Int
  ) {
    element(
      "article",
      [
        "class": "rule", "aria-labelledby": id, "data-level": rule.level.description,
        "data-fixer": rule.fixer.words,
      ]
    ) { article in
      article.element("p", ["class": "head"]) { head in
        head.badge(rule.level, rule.level.description)
        head.element("span", counted(rule.total, "finding"))
        head.element("code", rule.code)
      }
      article.element("h3", ["id": id], rule.heading)
      if !rule.why.isEmpty {
        article.element("p", ["class": "why"], capitalized(clipped(rule.why)))
      }
      article.element("dl", ["class": "pairs"]) { list in
        list.pair("Effect", rule.effect)
        list.pair("What to do", rule.howToFix)
        list.pair("Who can", rule.fixer.words)
        list.pair("Asked for by", rule.source)
      }
      guard !rule.findings.isEmpty else { return }
      let shown = min(rule.findings.count, rowLimit)
      if rule.findings.count <= MarkupWriter.foldAbove && rowLimit >= rule.findings.count {
        article.places(of: rule, id: id, report, rowLimit)
      } else {
        article.element("details") { details in
          let all = shown == rule.total ? "all" : "the first"
          let count =
            shown == rule.total ? grouped(shown) : "\(grouped(shown)) of \(grouped(rule.total))"
          details.element("summary", "Show \(all) \(count) places")
          details.places(of: rule, id: id, report, rowLimit)
        }
      }
    }
  }

  private mutating func places(
    of rule: Report.RuleSection,
    id: String,
    _ report: Report,
    _ rowLimit: Int
  ) {
    // Where all say the same, the rule's own head has said it.
    let helps = Set(rule.findings.prefix(rowLimit).map(\.help))
    let showsHelp = helps.count > 1 || !helps.isSubset(of: ["", rule.howToFix])
    table(
      id: id,
      caption: "\(counted(rule.total, "finding")) of \(rule.code)"
        + (rule.onlyCounted > 0 ? ", \(grouped(rule.onlyCounted)) only counted" : ""),
      columns: [.text("What was found"), .text("Where"), .text("Record")]
        + (showsHelp ? [.text("What to do")] : []),
      rows: rule.findings,
      limit: rowLimit,
      allIn: report.findingsFile
    ) { table, finding in
      table.element("th", ["scope": "row", "class": "found"]) { cell in
        cell.say(clipped(finding.message))
        for note in finding.notes.prefix(5) {
          let place = note.place.map { "\($0.description): " } ?? ""
          cell.element("span", ["class": "small"], "note: \(place)\(clipped(note.message))")
        }
      }
      if let place = finding.place {
        table.element("td", ["class": "where"]) {
          $0.element("code") { $0.path(place.description) }
        }
      } else {
        table.emptyCell()
      }
      if finding.record.isEmpty && finding.entity.isEmpty {
        table.emptyCell()
      } else {
        table.element("td", ["class": "record"]) { cell in
          cell.say(finding.record.isEmpty ? "–" : clipped(finding.record))
          cell.small(clipped(finding.entity))
        }
      }
      if showsHelp { table.cell(capitalized(clipped(finding.help))) }
    }
  }

  /// What the pipeline file changes about rules, and the findings that it puts aside.
  mutating func ruleChanges(_ report: Report, _ rowLimit: Int) {
    lead(
      "What a rule does to records is what its level in this run says, also where its findings are "
        + "put aside."
    )
    table(
      id: "rule-changes",
      caption: counted(report.ruleChanges.count, "rule"),
      columns: [
        .text("Rule"), .text("Its own level"), .text("Level in this run"),
        .text("What the pipeline file asks"), .text("What came of it"),
      ],
      rows: report.ruleChanges,
      limit: rowLimit
    ) { table, change in
      table.element("th", ["scope": "row"]) { $0.element("code", clipped(change.code)) }
      table.cell(capitalized(change.from.description))
      table.cell(capitalized(change.to.description))
      table.cell(capitalized(clipped(change.asked)))
      table.cell(capitalized(clipped(change.result)))
    }
    for (index, change) in report.ruleChanges.enumerated() where !change.suppressed.isEmpty {
      element("details") { details in
        let count = counted(change.suppressed.count, "finding")
        details.element("summary", "Show \(count) put aside of \(clipped(change.code))")
        let section = Report.RuleSection(
          change.code,
          change.to,
          title: "",
          howToFix: "",
          findings: change.suppressed
        )
        details.places(of: section, id: "change-\(index + 1)", report, rowLimit)
      }
    }
  }

  /// Checks that could not be made, and what may be wrong unseen.
  mutating func checksNotRun(_ checks: [Report.CheckNotRun], _ rowLimit: Int) {
    lead("The export does not have what these checks need, so their silence means nothing.")
    table(
      id: "checks",
      caption: counted(checks.count, "check"),
      columns: [.text("Check"), .text("Why it could not run"), .text("What that hides")],
      rows: checks,
      limit: rowLimit
    ) { table, check in
      table.element("th", ["scope": "row"]) { $0.element("code", clipped(check.code)) }
      table.cell(capitalized(clipped(check.why)))
      table.cell(capitalized(clipped(check.hides)))
    }
  }

  /// A name and what belongs to it; nothing when there is nothing to tell.
  mutating func pair(_ name: String, _ words: String) {
    guard !words.isEmpty else { return }
    element("dt", name)
    element("dd", capitalized(clipped(words)))
  }
}

extension Report.RuleSection {
  /// The title as a heading, which must not be empty.
  var heading: String {
    let words = title.isEmpty ? code : title
    return words.isEmpty ? "–" : capitalized(clipped(words))
  }
}
