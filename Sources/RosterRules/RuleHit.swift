import Findings
import Reachability
public import Roster

/// What a rule found, in 16 bytes: a district can have a million of them, text only when shown.
@frozen public struct RuleHit: Sendable, Hashable {
  /// The rule's position in ``RuleCatalogue/all``.
  public let rule: UInt16
  /// The kind of record it is about; nil when it is about no kind that is known.
  public let entity: Entity?
  /// The record's row in its table; -1 when it is about no record of a table.
  public let row: Int32
  /// What else the rule needs to tell of it: another row, a number, a column. Each rule says which.
  public let detail: Int32
  /// A further such number.
  public let second: Int32
}

/// Where a rule puts what it finds.
public struct RuleReport: Sendable {
  private let rule: UInt16
  /// Step, staff and day of the run.
  let circumstances: RuleCircumstances
  /// What several rules need and one of them finds out.
  let memory: RuleMemory
  /// What was found so far, in the order it was found.
  package private(set) var hits: [RuleHit] = []

  init(rule: Int, _ circumstances: RuleCircumstances, _ memory: RuleMemory) {
    self.rule = UInt16(rule)
    self.circumstances = circumstances
    self.memory = memory
  }

  /// Which step the import is at.
  var step: GuideStep { circumstances.step }
  /// How the contacts can be reached, by row.
  var reach: ContactReach { memory.reach }
  /// Whether staff who do not teach come along.
  var includesOtherStaff: Bool { circumstances.includesOtherStaff }

  /// Notes a fault of the record in `row`.
  mutating func find(_ entity: Entity, _ row: Int, detail: Int = 0, second: Int = 0) {
    hits.append(
      RuleHit(
        rule: rule,
        entity: entity,
        row: Int32(row),
        detail: Int32(truncatingIfNeeded: detail),
        second: Int32(truncatingIfNeeded: second)
      )
    )
  }

  /// Notes a fault that is no record's: of a file, a page, a whole kind of record.
  mutating func find(of entity: Entity? = nil, detail: Int, second: Int = 0) {
    hits.append(
      RuleHit(
        rule: rule,
        entity: entity,
        row: -1,
        detail: Int32(truncatingIfNeeded: detail),
        second: Int32(truncatingIfNeeded: second)
      )
    )
  }
}
