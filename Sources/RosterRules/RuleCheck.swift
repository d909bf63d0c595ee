import Roster

/// How a rule finds its faults, and what it says of each.
///
/// Rules that differ only in a table and a column share a maker, in `RuleCheck+Records.swift` and
/// its neighbours.
struct RuleCheck: Sendable {
  /// Looks at every row and notes the faults.
  let run: @Sendable (Roster, Int, RuleCircumstances, RuleMemory) -> [RuleHit]
  /// Puts one hit into words.
  let describe: @Sendable (RuleHit, Roster) -> RuleMessage

  /// A check whose hits have a detail.
  ///
  /// - Parameters:
  ///   - detail: what is noted with each hit.
  ///   - find: looks at every row and notes the faults.
  ///   - describe: puts one hit into words.
  init<Detail: HitDetail>(
    noting detail: Detail.Type,
    find: @escaping @Sendable (Roster, inout RuleReport<Detail>) -> Void,
    describe: @escaping @Sendable (Hit<Detail>, Roster) -> RuleMessage
  ) {
    run = { roster, rule, circumstances, memory in
      var report = RuleReport<Detail>(rule: rule, circumstances, memory)
      find(roster, &report)
      return report.hits
    }
    self.describe = { hit, roster in describe(Hit(hit), roster) }
  }

  /// A check whose hits are told by their record alone.
  init(
    find: @escaping @Sendable (Roster, inout RuleReport<NoDetail>) -> Void,
    describe: @escaping @Sendable (Hit<NoDetail>, Roster) -> RuleMessage
  ) {
    self.init(noting: NoDetail.self, find: find, describe: describe)
  }
}
