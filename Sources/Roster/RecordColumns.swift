public import Findings
import FlatTables

/// What every table has: ids, the place each record was read at, and its fate.
///
/// A row is made when an id is first met, be it by its record or by a reference to it. A row
/// whose record never came stays a stand-in: a reference to it dangles (an unshared record, as a
/// rule). So references are positions from the start, in whatever order files come.
public struct RecordColumns: Sendable {
  /// The id of each row; each id once.
  public private(set) var ids = RecordIDs()
  /// Where the record was read; ``RecordPlace/none`` for a stand-in.
  public private(set) var places = PackableColumn<RecordPlace>()
  /// The line the record begins on, from 1; 0 where nobody counted.
  public private(set) var lines = PackableColumn<UInt32>()
  /// Whether the row has a place: what every loop asks.
  @usableFromInline private(set) var isRead: [Bool] = []
  /// What became of the record; ``Fate/undecided`` until a stage or rule decides.
  public var fates: [Fate] = []
  /// How many rows are records, not stand-ins.
  public private(set) var recordCount = 0
  /// Finds the rows of ids while records are read; afterwards few are asked for.
  private var index = RowIndex()
  private var hasIndex = true
  /// Whether rows are added ahead of the ids, which is so once room was made for many.
  private var isAhead = false

  /// No rows.
  public init() {}

  /// The number of rows, stand-ins included.
  public var count: Int { ids.count }

  /// Whether `row` is a record that was read.
  @inlinable public func isRecord(_ row: Int) -> Bool { isRead[row] }

  /// The row of `id`, or nil if it was never met.
  ///
  /// Cost: constant; one look at each row after ``endReading()``.
  public func row(of id: RecordID) -> Int32? {
    guard hasIndex else { return ids.firstRow(of: id).map { Int32($0) } }
    let row = index.find(id, in: ids.open).row
    return row < 0 ? nil : row
  }

  /// The row of each of `wanted`, -1 for an id that was never met.
  ///
  /// Cost: linear in `wanted`; after ``endReading()`` also one look at each row, however many ids
  /// are wanted.
  public func rows(of wanted: [RecordID]) -> [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(wanted.count)
    guard !hasIndex else {
      appendRows(of: wanted.span, to: &rows)
      return rows
    }
    // The few are indexed and the many looked through.
    var few = RowIndex()
    few.reserve(wanted.count)
    var distinct: [RecordID] = []
    for id in wanted {
      let (slot, number) = few.find(id, in: distinct)
      rows.append(number < 0 ? Int32(distinct.count) : number)
      guard number < 0 else { continue }
      distinct.append(id)
      few.add(Int32(distinct.count - 1), at: slot, in: distinct)
    }
    var found = [Int32](repeating: -1, count: distinct.count)
    var sieve = HashSieve(bits: 8 * distinct.count)
    for id in distinct { sieve.insert(id.mixed) }
    for row in ids.indices {
      let id = ids[row]
      guard sieve.mayContain(id.mixed) else { continue }
      let number = few.find(id, in: distinct).row
      if number >= 0 { found[Int(number)] = Int32(row) }
    }
    for index in rows.indices { rows[index] = found[Int(rows[index])] }
    return rows
  }

  /// Lets go of the index that finds a row by its id, and packs ids, places and lines: once all
  /// records are there few ask for these, and they are half of what a record takes. No row may be
  /// added or removed afterwards.
  public mutating func endReading() {
    dropIndex()
    pack()
  }

  /// Lets go of the index.
  mutating func dropIndex() {
    index = RowIndex()
    hasIndex = false
  }

  /// Adds empty rows to every column but the ids, some of them ahead if there are to be many: to add
  /// to five columns one row at a time is as much work as to look up its id.
  private mutating func addRows() {
    let room = fates.capacity - fates.count
    let count = isAhead && room > 0 ? min(room, 1024) : 1
    places.append(repeating: .none, count: count)
    lines.append(repeating: 0, count: count)
    isRead.append(contentsOf: repeatElement(false, count: count))
    fates.append(contentsOf: repeatElement(.undecided, count: count))
  }

  /// Packs ids, places and lines, unless they are, and takes the rows away that were added ahead.
  mutating func pack() {
    let ahead = fates.count - ids.count
    if ahead > 0 {
      places.removeLast(ahead)
      lines.removeLast(ahead)
      isRead.removeLast(ahead)
      fates.removeLast(ahead)
    }
    ids.pack()
    places.pack()
    lines.pack()
  }

  /// Makes room for `count` rows.
  ///
  /// From now on until ``endReading()`` there may be more fates than rows.
  public mutating func reserve(_ count: Int) {
    isAhead = isAhead || count > 0
    if ids.isEmpty { index.reserve(count) }
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
    precondition(hasIndex, "rows are added while records are read")
    let (slot, known) = index.find(id, in: ids.open)
    guard known < 0 else { return (known, false) }
    let row = Int32(ids.count)
    ids.append(id)
    if fates.count < ids.count { addRows() }
    index.add(row, at: slot, in: ids.open)
    return (row, true)
  }

  /// Notes that the record of `row` stands at `place`.
  mutating func setPlace(_ place: RecordPlace, line: UInt32, of row: Int32) {
    let isKnown = place.isKnown
    if isKnown != isRead[Int(row)] { recordCount += isKnown ? 1 : -1 }
    isRead[Int(row)] = isKnown
    places.set(place, Int(row))
    lines.set(line, Int(row))
  }

  /// Finds rows as they are now, until ``endReading()``; nil afterwards.
  package var lookup: RowLookup? { hasIndex ? RowLookup(index, ids.open) : nil }

  /// Appends the row of each of `wanted` to `rows`, -1 for an id that was never met.
  package func appendRows(of wanted: Span<RecordID>, to rows: inout [Int32]) {
    index.appendRows(of: wanted, in: ids.open, to: &rows)
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

  /// The row of `id`; a stand-in is made where the id was never met.
  public mutating func row(naming id: RecordID) -> Int32 {
    let (row, isNew) = records.rowMakingStandIn(id)
    if isNew { appendEmptyRow() }
    return row
  }

  /// Appends the row of each of `ids` to `rows`, as ``row(naming:)`` gives it; of a long list that
  /// is faster than one after another.
  public mutating func appendRows(naming ids: Span<RecordID>, to rows: inout [Int32]) {
    let first = rows.count
    records.appendRows(of: ids, to: &rows)
    for index in ids.indices where rows[first + index] < 0 {
      rows[first + index] = row(naming: ids[index])
    }
  }

  /// Appends the row of each of `ids` to `rows`, where `known` has those that were found by a
  /// ``RowLookup``, and -1 for the others.
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
  /// `line` is the line it begins on, 0 where nobody counted.
  public mutating func setPlace(_ place: RecordPlace, line: UInt32 = 0, of row: Int32) {
    records.setPlace(place, line: line, of: row)
  }

  /// Makes the record of `row` a stand-in again: it was read, and is no longer part of the roster.
  /// What the other columns hold stays; who calls this empties them.
  public mutating func removePlace(of row: Int32) {
    records.removePlace(of: row)
  }

  /// The rows whose records are in scope and not withheld: what rules judge and transforms take.
  public var openRows: some Sequence<Int> {
    // Fetched once: to each look-up in a table's columns belongs a copy of them.
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

extension RecordPlace: PackableValue {
  /// File and offset in one.
  @inlinable public var number: UInt64 { packed }
  /// The place that ``packed`` is.
  @inlinable public init(number: UInt64) {
    self = .none
    packed = number
  }
}
