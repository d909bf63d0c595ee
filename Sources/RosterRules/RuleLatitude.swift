public import Findings

/// Which levels a pipeline file may give a rule.
///
/// A level states what happens to the record, so a rule may only take levels that come true: a
/// record that has no place in a Bloomz file cannot be lowered to "goes in".
public struct RuleLatitude: Sendable, Hashable {
  /// The mildest level that comes true.
  public let lowest: Level
  /// The gravest.
  public let highest: Level
  /// Why not milder or graver, in lower case without a full stop; empty when any level will do.
  public let reason: String

  private init(_ lowest: Level, _ highest: Level, _ reason: String) {
    self.lowest = lowest
    self.highest = highest
    self.reason = reason
  }

  /// Whether the rule may have `level`.
  public func allows(_ level: Level) -> Bool { lowest <= level && level <= highest }

  /// The levels in words, for the rule's page.
  public var words: String {
    let levels = Level.allCases.filter { allows($0) }.map { "\($0)" }
    return levels.count == 1 ? "always \(levels[0])" : levels.joined(separator: ", ")
  }

  /// Any level: nothing in the bundle depends on it.
  static let any = RuleLatitude(.note, .blocker, "")

  /// `warning` or graver: the record goes in, but a value of it does not.
  static let warningOrGraver = RuleLatitude(
    .warning,
    .blocker,
    "a value is changed or dropped, so it cannot be a note"
  )

  /// `error` or graver.
  static func errorOrGraver(_ reason: String) -> RuleLatitude {
    RuleLatitude(.error, .blocker, reason)
  }

  /// `note` or `warning`: the finding is not about a record that could be withheld.
  static func noteOrWarning(_ reason: String) -> RuleLatitude {
    RuleLatitude(.note, .warning, reason)
  }

  /// `warning` or `blocker`: the finding is not about a record that could be withheld.
  static func warningToBlocker(_ reason: String) -> RuleLatitude {
    RuleLatitude(.warning, .blocker, reason)
  }

  /// `blocker` alone.
  static func alwaysBlocker(_ reason: String) -> RuleLatitude {
    RuleLatitude(.blocker, .blocker, reason)
  }
}
