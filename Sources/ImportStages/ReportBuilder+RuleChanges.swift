import Findings
import RosterRules
import RunReport

extension Report.RuleChange {
  /// What the pipeline file of a run changes about rules, in order of their ids.
  static func all(of record: RunRecord, on day: String) -> [Report.RuleChange] {
    guard let outcome = record.rules else { return [] }
    let holding = record.requests.suppressions(on: day)
    return record.requests.requests.compactMap { request in
      guard let index = RuleCatalogue.index(of: request.id) else { return nil }
      let suppression = holding[request.id]
      let findings = (record.suppressed[request.id] ?? []).sorted()
      return Report.RuleChange(
        request.id,
        from: RuleCatalogue.all[index].level,
        to: outcome.levels[index],
        asked: asked(request),
        result: result(request, outcome, index, suppression, findings.count),
        reason: suppression?.reason ?? "",
        until: suppression?.until ?? "",
        suppressed: findings
      )
    }
  }

  /// What the file asks: `level 'warning'; 'error' if > 2 %; suppressed until 2026-12-31: reason`.
  private static func asked(_ request: RuleRequests.Request) -> String {
    var parts: [String] = []
    if let level = request.level { parts.append("level '\(level)'") }
    parts += request.budget.map { "'\($0.level)' if \($0.threshold)" }
    if let suppression = request.suppression {
      parts.append("suppressed until \(suppression.until): \(suppression.reason)")
    }
    return parts.joined(separator: "; ")
  }

  /// What came of it, in the same order.
  private static func result(
    _ request: RuleRequests.Request,
    _ outcome: RuleOutcome,
    _ index: Int,
    _ suppression: RuleRequests.Suppression?,
    _ putAside: Int
  ) -> String {
    if let missed = outcome.notRun.first(where: { $0.id == request.id }) {
      return "the rule did not run: \(missed.why)"
    }
    let own = RuleCatalogue.all[index].level
    var parts: [String] = []
    if let level = request.level {
      parts.append(level == own ? "it is '\(own)' by itself" : "'\(level)' in place of '\(own)'")
    }
    if let verdict = outcome.budgets.first(where: { $0.rule == index }) {
      parts.append("\(words(verdict)): \(standing(verdict))")
    }
    if request.suppression != nil {
      let number = "\(putAside) finding\(putAside == 1 ? "" : "s")"
      parts.append(
        suppression == nil
          ? "the suppression is over, so its findings count again" : "\(number) put aside"
      )
    }
    return parts.joined(separator: "; ")
  }

  /// `12 findings about 11 of 400 records judged (2.75 %)`.
  private static func words(_ verdict: RuleBudgets.Verdict) -> String {
    let findings = "\(verdict.findings) finding\(verdict.findings == 1 ? "" : "s")"
    guard verdict.judged > 0 else { return findings }
    let share = RuleThreshold.perCent(verdict.records, of: verdict.judged)
    return "\(findings) about \(verdict.records) of \(verdict.judged) records judged (\(share) %)"
  }

  private static func standing(_ verdict: RuleBudgets.Verdict) -> String {
    verdict.passed.map { "\($0) is passed, so it weighs '\(verdict.level)'" }
      ?? "within the budget"
  }
}
