public import Findings

/// The level of each rule in one run: its own, or the one a pipeline file gives it.
public struct RuleLevels: Sendable, Hashable {
  /// By position in ``RuleCatalogue/all``.
  private var levels: [Level]

  /// Every rule's own level.
  public static let standard = RuleLevels(levels: RuleCatalogue.all.map(\.level))

  private init(levels: [Level]) { self.levels = levels }

  /// The levels of a run that gives some rules another than their own.
  ///
  /// - Throws: ``RuleLevelsRefused`` with every level that cannot come true, in order of ids.
  public init(overriding overrides: [String: Level]) throws(RuleLevelsRefused) {
    var levels = RuleCatalogue.all.map(\.level)
    var refusals: [RuleLevelsRefused.Refusal] = []
    let ids = overrides.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for id in ids {
      guard let level = overrides[id] else { continue }
      guard let index = RuleCatalogue.index(of: id) else {
        refusals.append(.init(id: id, level: level, reason: RuleCatalogue.whyUnknown(id)))
        continue
      }
      let latitude = RuleCatalogue.all[index].latitude
      guard latitude.allows(level) else {
        refusals.append(.init(id: id, level: level, reason: latitude.reason))
        continue
      }
      levels[index] = level
    }
    guard refusals.isEmpty else { throw RuleLevelsRefused(refusals: refusals) }
    self.levels = levels
  }

  /// The level of the rule at `index` of ``RuleCatalogue/all``.
  public subscript(index: Int) -> Level { levels[index] }

  /// Gives the rule at `index` a graver level, if `level` is one.
  mutating func raise(_ index: Int, to level: Level) {
    levels[index] = max(levels[index], level)
  }
}

/// Levels that a pipeline file asks for and that cannot come true.
public struct RuleLevelsRefused: Error, Sendable, Hashable {
  /// Each of them, in order of ids.
  public let refusals: [Refusal]

  /// One level, and why it is refused.
  public struct Refusal: Sendable, Hashable {
    /// The rule.
    public let id: String
    /// The level that was asked for.
    public let level: Level
    /// Why not, in lower case without a full stop.
    public let reason: String
  }
}

extension RuleLevelsRefused: CustomStringConvertible {
  /// The refusals in words, one after another.
  public var description: String {
    refusals.map { "'\($0.id)' cannot be \($0.level): \($0.reason)" }.joined(separator: "; ")
  }
}
