import ConcurrentWork
import Findings
import Roster

/// The count of records by fate, over all tables, taken before and after each stage.
struct FateCount {
  /// Records of each kind of entity with each kind of fate.
  private(set) var counts: [Entity: FateCounts] = [:]

  /// Counts every record of `roster`: one fate for each, in any table or list; tables are
  /// counted concurrently.
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
        counts[entity, default: FateCounts()][kind] = kinds[Int(kind.rawValue)]
      }
    }
    for other in roster.others {
      counts[other.entity, default: FateCounts()][other.fate.kind] += 1
    }
    for copy in roster.source.copies {
      counts[copy.entity, default: FateCounts()][.mergedInto] += 1
    }
    for record in roster.source.unreadable {
      counts[record.entity ?? .user, default: FateCounts()][.unreadable] += 1
    }
  }

  /// How many of the records that `counts` have each kind of fate, by its raw value.
  private static func kinds(
    of records: RecordColumns,
    where counts: (Int) -> Bool
  ) -> [Int] {
    var kinds = [Int](repeating: 0, count: FateKind.allCases.count)
    // Most records have the fate of the one before. They are counted as a run in a register, since
    // an addition in memory must wait for the addition before it.
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
    counts.values.reduce(0) { $0 + $1[kind] }
  }

  /// The records that have a fate, by its kind.
  var decided: FateCounts {
    FateKind.decided.reduce(into: FateCounts()) { $0[$1] = total($1) }
  }

  /// All records.
  var total: Int {
    counts.values.reduce(0) { $0 + $1.total }
  }

  /// The book of a stage that found this count and left `after`.
  ///
  /// - Throws: ``BooksOpen`` when records came or went.
  func close(_ stage: String, _ after: FateCount) throws(BooksOpen) -> StageBook {
    guard total == after.total else {
      throw BooksOpen(stage: stage, before: total, after: after.total)
    }
    var fates = FateCounts()
    for kind in FateKind.decided { fates[kind] = after.total(kind) - total(kind) }
    return StageBook(
      stage,
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
