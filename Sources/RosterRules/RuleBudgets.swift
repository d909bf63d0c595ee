public import Findings
import Roster

/// How many findings make a rule weigh more than its level says.
public struct RuleBudgets: Sendable, Hashable {
  /// By position in ``RuleCatalogue/all``.
  private var budgets: [Int: [Step]] = [:]

  /// No budgets.
  public static let none = RuleBudgets()

  /// A level, and what must be passed for it.
  private struct Step: Sendable, Hashable {
    var level: Level
    var threshold: RuleThreshold
  }

  /// No budgets yet.
  public init() {}

  /// Makes the rule with `id` weigh `level` where its findings pass `threshold`.
  ///
  /// - Precondition: there is such a rule; ``complaint(about:_:_:atLeast:)`` has none.
  public mutating func add(_ id: String, _ level: Level, over threshold: RuleThreshold) {
    guard let index = RuleCatalogue.index(of: id) else {
      preconditionFailure("a budget was given to a rule that there is not")
    }
    budgets[index, default: []].append(Step(level: level, threshold: threshold))
  }

  /// Why the rule with `id`, whose level is `own` in this run, cannot weigh `level` over
  /// `threshold`; nil when it can.
  public static func complaint(
    about id: String,
    _ level: Level,
    over threshold: RuleThreshold,
    from own: Level
  ) -> String? {
    guard let rule = RuleCatalogue.rule(id) else { return RuleCatalogue.whyUnknown(id) }
    if level <= own { return "it is \(own) whatever their number" }
    if !rule.latitude.allows(level) { return rule.latitude.reason }
    if threshold.hasShare, rule.phase == .files {
      return "its findings are about files, not records, so they have no share; give a number"
    }
    return nil
  }

  /// Whether the rule at this position in ``RuleCatalogue/all`` has a budget.
  func has(_ rule: Int) -> Bool { budgets[rule] != nil }

  /// What a rule found, compared with its budget.
  public struct Verdict: Sendable, Hashable {
    /// The rule's position in ``RuleCatalogue/all``.
    public let rule: Int
    /// Its findings.
    public let findings: Int
    /// The records that they name, each once.
    public let records: Int
    /// The records in scope of the kinds that the findings are about: what a share is of.
    public let judged: Int
    /// The rule's level in this run: its own, or that of the gravest threshold that was passed.
    public let level: Level
    /// What was passed; nil where nothing was.
    public let passed: RuleThreshold?
  }

  /// `hits` compared with the rule's budget; nil where it has none.
  ///
  /// Asked before the hits decide any fate, so that the records they name count as judged.
  func verdict(on hits: [RuleHit], of rule: Int, _ own: Level, _ roster: Roster) -> Verdict? {
    guard let steps = budgets[rule] else { return nil }
    let kinds = Set(hits.compactMap(\.entity))
    var judged = 0
    for kind in kinds {
      guard let records = roster.records(of: kind) else { continue }
      for row in 0..<records.count where records.isOpen(row) { judged += 1 }
    }
    let named = Set(
      hits.lazy.filter { $0.row >= 0 }.map { Named(entity: $0.entity, row: $0.row) }
    )
    let passed = steps.sorted { $0.level > $1.level }.first {
      $0.threshold.isPassed(findings: hits.count, records: named.count, of: judged)
    }
    return Verdict(
      rule: rule,
      findings: hits.count,
      records: named.count,
      judged: judged,
      level: passed?.level ?? own,
      passed: passed?.threshold
    )
  }

  private struct Named: Hashable {
    var entity: Entity?
    var row: Int32
  }
}
