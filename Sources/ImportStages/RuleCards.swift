import RosterRules
import RunReport

extension RuleCatalogue {
  /// The catalogue as the report shows it, in order of ids.
  ///
  /// - Parameter outcome: what the rules found; nil when the run ended before they were asked.
  /// - Returns: a card a rule.
  static func cards(_ outcome: RuleOutcome?) -> [Report.RuleCard] {
    let notRun = Set((outcome?.notRun ?? []).map(\.id))
    return all.map { rule in
      Report.RuleCard(
        rule.id,
        rule.level,
        phase: "\(rule.phase)",
        title: rule.title,
        why: rule.why,
        effect: rule.effect,
        howToFix: rule.help,
        fixer: rule.fixer,
        source: rule.source.text,
        hasRun: outcome != nil && !notRun.contains(rule.id)
      )
    }
  }
}
