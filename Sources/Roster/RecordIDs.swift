public import FlatTables

/// The ids of a table's rows.
///
/// Twelve bytes a row while records are read; half as many afterwards.
public struct RecordIDs: Sendable {
  /// The ids while rows are added; empty once they are packed.
  @usableFromInline private(set) var open: [RecordID] = []
  // The three numbers of each id, once packed. Those of ids that were made one after another are
  // near.
  @usableFromInline private(set) var high = NearNumbers()
  @usableFromInline private(set) var middle = NearNumbers()
  @usableFromInline private(set) var low = NearNumbers()

  init() {}

  mutating func append(_ id: RecordID) { open.append(id) }

  mutating func reserveCapacity(_ count: Int) { open.reserveCapacity(count) }

  /// The first row with `id`, found by a look at every block of them; nil if there is none.
  func firstRow(of id: RecordID) -> Int? {
    guard open.isEmpty else { return open.firstIndex(of: id) }
    // The first of the three numbers is the second that the id was made in, and as records were
    // made one after another, few blocks have it.
    return high.firstRow(of: UInt64(id.high)) { self[$0] == id }
  }

  /// Makes it as small as can be. Nothing is appended afterwards.
  mutating func pack() {
    guard !open.isEmpty else { return }
    let ids = open
    high = NearNumbers(count: ids.count) { UInt64(ids[$0].high) }
    middle = NearNumbers(count: ids.count) { UInt64(ids[$0].middle) }
    low = NearNumbers(count: ids.count) { UInt64(ids[$0].low) }
    open = []
  }
}

extension RecordIDs: RandomAccessCollection {
  /// The first row.
  @inlinable public var startIndex: Int { 0 }
  /// The number of rows.
  @inlinable public var endIndex: Int { open.count + low.count }

  /// The id of `row`.
  @inlinable @inline(__always) public subscript(row: Int) -> RecordID {
    guard open.isEmpty else { return open[row] }
    return RecordID(
      high: UInt32(truncatingIfNeeded: high[row]),
      middle: UInt32(truncatingIfNeeded: middle[row]),
      low: UInt32(truncatingIfNeeded: low[row])
    )
  }
}
