import ConcurrentWork
public import Findings
import Roster

/// What one stage did with the records: came in = went on + fates given.
///
/// Every stage closes its books; a difference is a fault of the program, and nothing is published.
public struct StageBook: Sendable, Hashable {
  /// The stage.
  public var stage: String
  /// Records without a fate before the stage.
  public var cameIn: Int
  /// Records without a fate after it.
  public var wentOn: Int
  /// Fates given, by kind.
  public var fates: [FateKind: Int]
}

/// The count of records by fate, over all tables, taken before and after each stage.
struct FateCount {
  /// Records of each kind of entity with each kind of fate.
  private(set) var counts: [Entity: [FateKind: Int]] = [:]

  /// Counts every record of `roster`: one fate for each, whatever table or list holds it; the
  /// tables side by side.
  init(of roster: Roster) {
    let kindsOfTables = concurrentMap(Entity.allCases.count) { number -> [Int] in
      let entity = Entity.allCases[number]
      guard let records = roster.records(of: entity) else { return [] }
      return FateCount.kinds(of: records) { row in
        !entity.mayShareRecords || !roster.sharesRecord(entity, row)
      }
    }
    for (entity, kinds) in zip(Entity.allCases, kindsOfTables) {
      guard !kinds.isEmpty else { continue }
      for kind in FateKind.allCases where kinds[Int(kind.rawValue)] > 0 {
        counts[entity, default: [:]][kind] = kinds[Int(kind.rawValue)]
      }
    }
    for other in roster.others {
      counts[other.entity, default: [:]][other.fate.kind, default: 0] += 1
    }
    for copy in roster.source.copies {
      counts[copy.entity, default: [:]][.mergedInto, default: 0] += 1
    }
    for record in roster.source.unreadable {
      counts[record.entity ?? .user, default: [:]][.unreadable, default: 0] += 1
    }
  }

  /// How many of the records that `counts` have each kind of fate, by its raw value.
  private static func kinds(
    of records: RecordColumns,
    where counts: (Int) -> Bool
  ) -> [Int] {
    var kinds = [Int](repeating: 0, count: FateKind.allCases.count)
    // Most have the fate of the one before, and are counted with it: to count each in memory is to
    // wait for the count before.
    var last = Fate.undecided
    var run = 0
    for row in 0..<records.count where records.isRecord(row) && counts(row) {
      let fate = records.fates[row]
      if fate != last {
        kinds[Int(last.kind.rawValue)] += run
        last = fate
        run = 0
      }
      run += 1
    }
    kinds[Int(last.kind.rawValue)] += run
    return kinds
  }

  /// Records with this fate.
  func total(_ kind: FateKind) -> Int {
    counts.values.reduce(0) { $0 + ($1[kind] ?? 0) }
  }

  /// All records.
  var total: Int {
    counts.values.reduce(0) { $0 + $1.values.reduce(0, +) }
  }

  /// The book of a stage that found this count and left `after`.
  ///
  /// - Throws: ``BooksOpen`` when records came or went.
  func close(_ stage: String, _ after: FateCount) throws(BooksOpen) -> StageBook {
    guard total == after.total else {
      throw BooksOpen(stage: stage, before: total, after: after.total)
    }
    var fates: [FateKind: Int] = [:]
    for kind in FateKind.allCases where kind != .undecided {
      let given = after.total(kind) - total(kind)
      if given != 0 { fates[kind] = given }
    }
    return StageBook(
      stage: stage,
      cameIn: total(.undecided),
      wentOn: after.total(.undecided),
      fates: fates
    )
  }
}

/// The books of a stage do not close: a fault of the program.
struct BooksOpen: Error, CustomStringConvertible {
  var stage: String
  var before: Int
  var after: Int

  var description: String {
    "the books of stage '\(stage)' do not close: \(before) records came in, \(after) have a place"
      + " after it; nothing was written"
  }
}

extension Entity {
  /// Whether another table may account for a record of the kind; see ``Roster/sharesRecord(_:_:)``.
  var mayShareRecords: Bool { self == .schoolAdmin || self == .districtAdmin }
}

extension Roster {
  /// Whether the row is a second face of a record that another table accounts for: a v3 user with
  /// several roles is one record with one fate.
  func sharesRecord(_ entity: Entity, _ row: Int) -> Bool {
    switch entity {
    case .schoolAdmin: schoolAdmins.teacher[row] >= 0
    case .districtAdmin: districtAdmins.isAlsoEmployee[row]
    default: false
    }
  }
}
