public import Findings
import FlatTables

/// What every table has: ids, the place each record was read at, and its fate.
///
/// A row is made when an id is first met, in its record or in a reference to it. So a reference is
/// a position from the start, whatever the order of the files. A row whose record never came is a
/// *stand-in*: the records that refer to it name someone who is not in the export, usually because
/// Clever does not share that record.
public struct RecordColumns: Sendable {
  /// The id of each row; each id once.
  public private(set) var ids: [RecordID] = []
  /// Where the record was read; ``RecordPlace/none`` for a stand-in.
  public private(set) var places: [RecordPlace] = []
  /// The line that the record begins on, from 1; 0 if lines were not counted.
  public private(set) var lines: [UInt32] = []
  /// Whether the row has a place. A column of its own, because every loop asks.
  @usableFromInline private(set) var isRead: [Bool] = []
  /// What became of the record; ``Fate/undecided`` until a stage or rule decides.
  public var fates: [Fate] = []
  /// How many rows are records, not stand-ins.
  public private(set) var recordCount = 0
  /// Finds the row of an id.
  private var index = HashIndex()

  /// No rows.
  public init() {}

  /// The number of rows, stand-ins included.
  public var count: Int { ids.count }

  /// Whether `row` is a record that was read.
  @inlinable public func isRecord(_ row: Int) -> Bool { isRead[row] }

  /// The row of `id`, or nil if it was never met.
  public func row(of id: RecordID) -> Int32? {
    let row = index.find(id.indexHash) { ids[$0] == id }.number
    return row < 0 ? nil : row
  }

  /// The row of each of `wanted`, -1 for an id that was never met.
  public func rows(of wanted: [RecordID]) -> [Int32] {
    var rows: [Int32] = []
    appendRows(of: wanted.span, to: &rows)
    return rows
  }

  /// Appends the row of each of `wanted` to `rows`, -1 for an id that was never met.
  ///
  /// Faster than one look-up after another: see ``FlatTables/HashIndex/appendNumbers(of:hash:_:to:)``.
  package func appendRows(of wanted: Span<RecordID>, to rows: inout [Int32]) {
    index.appendRows(of: wanted, in: ids.span, to: &rows)
  }

  /// Finds rows as they are now, on any thread.
  package var lookup: RowLookup { RowLookup(index, ids) }

  /// Makes room for `count` rows.
  public mutating func reserve(_ count: Int) {
    index.reserve(count)
    ids.reserveCapacity(count)
    places.reserveCapacity(count)
    lines.reserveCapacity(count)
    isRead.reserveCapacity(count)
    fates.reserveCapacity(count)
  }

  /// The row of `id`, made as a stand-in if it was never met.
  ///
  /// - Returns: the row, and whether it is new, so that the table adds its empty columns.
  mutating func rowMakingStandIn(_ id: RecordID) -> (row: Int32, isNew: Bool) {
    let hash = id.indexHash
    let (slot, known) = index.find(hash) { ids[$0] == id }
    guard known < 0 else { return (known, false) }
    let row = Int32(ids.count)
    ids.append(id)
    places.append(.none)
    lines.append(0)
    isRead.append(false)
    fates.append(.undecided)
    index.add(hash, at: slot) { ids[$0].indexHash }
    return (row, true)
  }

  /// Notes that the record of `row` is at `place`.
  mutating func setPlace(_ place: RecordPlace, line: UInt32, of row: Int32) {
    let isKnown = place.isKnown
    if isKnown != isRead[Int(row)] { recordCount += isKnown ? 1 : -1 }
    isRead[Int(row)] = isKnown
    places[Int(row)] = place
    lines[Int(row)] = line
  }

  /// Makes the record of `row` a stand-in again, as if it had never been read.
  mutating func removePlace(of row: Int32) {
    setPlace(.none, line: 0, of: row)
    fates[Int(row)] = .undecided
  }
}

/// A table of one kind of record.
public protocol RosterTable: Sendable {
  /// Ids, places and fates.
  var records: RecordColumns { get set }
  /// Adds a row with nothing in it to every column but ``records``.
  mutating func appendEmptyRow()
}

extension RosterTable {
  /// The number of rows, stand-ins included.
  public var count: Int { records.count }

  /// The row of `id`; a stand-in is made if the id was never met.
  public mutating func row(naming id: RecordID) -> Int32 {
    let (row, isNew) = records.rowMakingStandIn(id)
    if isNew { appendEmptyRow() }
    return row
  }

  /// Appends the row of each of `ids` to `rows`, as ``row(naming:)`` gives it; faster for a long list
  /// than one call after another.
  public mutating func appendRows(naming ids: Span<RecordID>, to rows: inout [Int32]) {
    let first = rows.count
    records.appendRows(of: ids, to: &rows)
    for index in ids.indices where rows[first + index] < 0 {
      rows[first + index] = row(naming: ids[index])
    }
  }

  /// Appends the row of each of `ids` to `rows`. `known` has the rows that a ``RowLookup`` found, and
  /// -1 for the other ids.
  package mutating func appendRows(
    naming ids: Span<RecordID>,
    known: Span<Int32>,
    to rows: inout [Int32]
  ) {
    for index in ids.indices {
      rows.append(known[index] < 0 ? row(naming: ids[index]) : known[index])
    }
  }

  /// Notes that the record of `row` was read at `place`; the stand-in becomes a record.
  ///
  /// `line` is the line it begins on, 0 if lines were not counted.
  public mutating func setPlace(_ place: RecordPlace, line: UInt32 = 0, of row: Int32) {
    records.setPlace(place, line: line, of: row)
  }

  /// Makes the record of `row` a stand-in again: it was read, and is no longer part of the roster.
  /// The other columns are not changed; the caller empties them.
  public mutating func removePlace(of row: Int32) {
    records.removePlace(of: row)
  }

  /// The rows whose records are in scope and not withheld: what rules judge and transforms take.
  public var openRows: some Sequence<Int> {
    // Read once, because each access to the property retains every column.
    let records = records
    return (0..<records.count).lazy.filter { records.isOpen($0) }
  }

  /// The rows that are records, in the order their ids were first met.
  public var recordRows: some Sequence<Int> {
    // As for `openRows`.
    let records = records
    return (0..<records.count).lazy.filter { records.isRecord($0) }
  }
}
