internal import Findings
internal import Texts

/// A group of tests: the gate, a phase of the rules, or what no rule found.
struct JUnitSuite {
  var name: String
  var cases: [JUnitCase]

  /// The gate, then the phases in the order of the catalogue's first card of each, then the rest.
  static func suites(of report: Report) -> [JUnitSuite] {
    var suites: [JUnitSuite] = []
    if !report.evidence.isEmpty {
      suites.append(JUnitSuite(name: "permission", cases: report.evidence.map(JUnitCase.init)))
    }
    let sections = Dictionary(grouping: report.rulesWorstFirst, by: \.code)
    let skipped = Dictionary(report.checksNotRun.map { ($0.code, $0.why) }) { first, _ in first }
    var byPhase: [String: [JUnitCase]] = [:]
    for card in report.cards {
      let found = sections[card.code] ?? []
      // Where the run ended before the rules, nothing is known of them.
      let why = card.hasRun ? nil : skipped[card.code] ?? "the run ended before this rule's turn"
      byPhase[card.phase, default: []].append(JUnitCase(card, found, notRun: why))
    }
    for phase in byPhase.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      suites.append(JUnitSuite(name: "rules.\(phase)", cases: byPhase[phase] ?? []))
    }
    return suites
  }

  /// The attributes that say how many tests there are, and how they went.
  static func counts(
    named name: String,
    _ cases: [JUnitCase]
  ) -> MarkupWriter.Attributes {
    let failed = cases.count { if case .failed = $0.outcome { true } else { false } }
    let skipped = cases.count { if case .skipped = $0.outcome { true } else { false } }
    return [
      "name": name, "tests": String(cases.count), "failures": String(failed), "errors": "0",
      "skipped": String(skipped), "time": "0",
    ]
  }
}

/// One test: a need of the gate, or a rule.
struct JUnitCase {
  enum Outcome {
    case passed
    case skipped(why: String)
    case failed(type: String)
  }

  var name: String
  var outcome: Outcome
  var properties: [(String, String)]
  var message: String
  var lines: [String]

  init(_ row: Report.Evidence) {
    name = "\(row.need): \(row.needed)"
    outcome = row.verdict.passes ? .passed : .failed(type: row.verdict.rawValue)
    properties = [("verdict", row.verdict.rawValue), ("fixer", row.fixer.rawValue)]
    message = row.verdict.words
    let place = row.place.map { ["\($0.description): \(row.found)"] } ?? [row.found]
    lines =
      row.verdict.isPlain
      ? [] : place + (row.howToFix.isEmpty ? [] : ["help: \(row.howToFix)"])
  }

  /// A rule with its sections, gravest first: one for each level its findings have.
  init(_ card: Report.RuleCard, _ sections: [Report.RuleSection], notRun: String?) {
    name = "\(card.code): \(card.title)"
    let total = sections.reduce(0) { $0 + $1.total }
    let level = sections.first?.level ?? card.level
    properties = [
      ("findings", String(total)), ("level", level.description), ("fixer", card.fixer.rawValue),
    ]
    message = "\(counted(total, "finding")): \(card.title)"
    let findings = sections.flatMap(\.findings)
    lines = findings.prefix(JUnitReport.placeLimit).map { finding in
      let place = finding.place.map { "\($0.description): " } ?? ""
      return "\(place)\(finding.level): \(finding.message)"
    }
    let more = total - lines.count
    if more > 0 { lines.append("and \(grouped(more)) more") }
    if total > 0, !card.howToFix.isEmpty { lines.append("help: \(card.howToFix)") }
    if total > 0, level >= .error {
      outcome = .failed(type: level.description)
    } else if let notRun, total == 0 {
      outcome = .skipped(why: notRun)
    } else {
      outcome = .passed
    }
  }
}
