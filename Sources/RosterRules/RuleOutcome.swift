public import Findings
public import Roster

/// What the rules found in one roster.
public struct RuleOutcome: Sendable {
  /// All hits: rule by rule in running order, each rule's in the order of its tables' rows.
  public internal(set) var hits: [RuleHit] = []
  /// The level of each rule in this run.
  public let levels: RuleLevels
  /// How many hits each rule has, by position in ``RuleCatalogue/all``.
  public internal(set) var counts: [Int]
  /// The rules that did not run, in order of ids.
  public internal(set) var notRun: [RuleNotRun] = []

  init(levels: RuleLevels) {
    self.levels = levels
    counts = Array(repeating: 0, count: RuleCatalogue.all.count)
  }

  /// How many hits have `level`.
  public func count(of level: Level) -> Int {
    counts.indices.reduce(0) { $0 + (levels[$1] == level ? counts[$1] : 0) }
  }

  /// Whether something was found that stops the run: nothing may be written.
  public var hasBlocker: Bool { count(of: .blocker) > 0 }

  /// The hits of the rule with `id`, in the order they were found; none for an unknown id.
  public func hits(of id: String) -> ArraySlice<RuleHit> {
    guard let index = RuleCatalogue.index(of: id), counts[index] > 0,
      let first = hits.firstIndex(where: { Int($0.rule) == index })
    else { return [] }
    return hits[first..<first + counts[index]]
  }

  /// The words of `hit`.
  ///
  /// - Parameter roster: the roster that the rules ran on.
  public func text(of hit: RuleHit, in roster: Roster) -> FindingText {
    let rule = RuleCatalogue.all[Int(hit.rule)]
    let words = rule.describe(hit, roster)
    let records = hit.row < 0 ? nil : hit.entity.flatMap { roster.records(of: $0) }
    return FindingText(
      code: rule.id,
      level: levels[Int(hit.rule)],
      message: words.message,
      help: words.help ?? rule.help,
      fixer: rule.fixer,
      place: words.place ?? records.map { $0.places[Int(hit.row)] },
      field: words.field,
      entity: hit.entity?.text ?? "",
      record: records.map { roster.idText($0.ids[Int(hit.row)]) } ?? "",
      notes: words.notes
    )
  }
}

/// A rule that did not run, and what that may hide.
public struct RuleNotRun: Sendable, Hashable {
  /// The rule.
  public let id: String
  /// Why it did not run, in lower case without a full stop.
  public let why: String
  /// What may be wrong without anybody noticing.
  public let hides: String
}
