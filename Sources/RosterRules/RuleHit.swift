import Findings
import Reachability
public import Roster

/// What a rule found, in 16 bytes: a district can have a million of them. A hit becomes text only
/// when it is shown.
@frozen public struct RuleHit: Sendable, Hashable {
  /// The rule's position in ``RuleCatalogue/all``.
  public let rule: UInt16
  /// The kind of record it is about; nil when it is about no kind that is known.
  public let entity: Entity?
  /// The record's row in its table; -1 when it is about no record of a table.
  public let row: Int32
  /// What else the rule tells of the record, packed; the rule reads it as its own ``HitDetail``.
  let detail: PackedDetail
}

/// Two numbers that a ``HitDetail`` packs itself into.
@usableFromInline @frozen struct PackedDetail: Sendable, Hashable {
  var first: Int32 = 0
  var second: Int32 = 0

  init() {}

  init(_ first: Int, _ second: Int = 0) {
    self.first = Int32(truncatingIfNeeded: first)
    self.second = Int32(truncatingIfNeeded: second)
  }
}

/// A hit as its own rule reads it.
struct Hit<Detail: HitDetail> {
  /// The kind of record it is about.
  let entity: Entity?
  /// The record's row in its table; -1 when it is about no record of a table.
  let row: Int
  /// What else the rule noted.
  let detail: Detail

  init(_ hit: RuleHit) {
    entity = hit.entity
    row = Int(hit.row)
    detail = Detail(hit.detail)
  }

  /// The record as a message names it; empty when the hit is about none.
  func mention(in roster: Roster) -> String {
    guard let entity, row >= 0 else { return "" }
    return roster.mention(entity, row)
  }
}

/// Where a rule puts what it finds, each with a `Detail`.
struct RuleReport<Detail: HitDetail> {
  private let rule: UInt16
  /// Step, staff and day of the run.
  let circumstances: RuleCircumstances
  /// What several rules need and one of them finds out.
  let memory: RuleMemory
  /// What was found so far, in the order it was found.
  private(set) var hits: [RuleHit] = []

  init(rule: Int, _ circumstances: RuleCircumstances, _ memory: RuleMemory) {
    self.rule = UInt16(rule)
    self.circumstances = circumstances
    self.memory = memory
  }

  /// Which step the import is at.
  var step: GuideStep { circumstances.step }
  /// How the contacts can be reached, by row.
  var reach: ContactReach { memory.reach }
  /// Whether staff who do not teach are imported.
  var includesOtherStaff: Bool { circumstances.includesOtherStaff }

  /// Notes a fault of the record in `row`.
  mutating func find(_ entity: Entity, _ row: Int, _ detail: Detail) {
    hits.append(RuleHit(rule: rule, entity: entity, row: Int32(row), detail: detail.packed))
  }

  /// Notes a fault of a file, a page or a whole kind of record.
  mutating func find(of entity: Entity? = nil, _ detail: Detail) {
    hits.append(RuleHit(rule: rule, entity: entity, row: -1, detail: detail.packed))
  }
}

extension RuleReport<NoDetail> {
  /// Notes a fault of the record in `row` that needs no more words.
  mutating func find(_ entity: Entity, _ row: Int) { find(entity, row, NoDetail()) }
}
