/// Links whose rows come in any order, and may come again: each row has a run in one flat array.
///
/// A row that is set twice keeps its newer run; the older one stays behind unused. That happens
/// only where an export holds a record twice.
///
/// As a rule each row is set right after it was added, so its run ends where the next one's begins
/// and no lengths are kept; they are, for all rows, from the first one that is not.
public struct LinkRuns: Sendable {
  /// All runs, one after another.
  public var flat: [Int32] = []
  @usableFromInline var start: [Int32] = []
  /// The lengths, once rows did not come one after another; else empty.
  @usableFromInline var length: [Int32] = []

  /// No rows.
  public init() {}

  /// The number of rows.
  @inlinable public var rowCount: Int { start.count }

  /// Makes room for `rows` rows with `links` links in all.
  public mutating func reserve(rows: Int, links: Int) {
    start.reserveCapacity(rows)
    flat.reserveCapacity(links)
  }

  /// Adds a row without links.
  @inlinable public mutating func appendEmptyRow() {
    start.append(Int32(flat.count))
    if !length.isEmpty { length.append(0) }
  }

  /// Gives `row` what stands in ``flat`` from `first` to its end.
  @inlinable public mutating func setRun(of row: Int, from first: Int) {
    if length.isEmpty {
      if row == start.count - 1, Int(start[row]) == first { return }
      keepLengths(upTo: first)
    }
    start[row] = Int32(first)
    length[row] = Int32(flat.count - first)
  }

  /// Keeps a length a row from now on; nobody's run reaches beyond `end`.
  @usableFromInline mutating func keepLengths(upTo end: Int) {
    length = start.indices.map { row in
      let next = row + 1 < start.count ? Int(start[row + 1]) : end
      return Int32(max(0, min(next, end) - Int(start[row])))
    }
  }

  /// Where the links of `row` stand in ``flat``.
  @inlinable public func range(_ row: Int) -> Range<Int> {
    let first = Int(start[row])
    if !length.isEmpty { return first..<first + Int(length[row]) }
    return first..<(row + 1 < start.count ? Int(start[row + 1]) : flat.count)
  }

  /// How many links `row` has.
  @inlinable public func count(of row: Int) -> Int { range(row).count }

  /// The same rows, of which only those that `isKept` tells by row have links.
  public func keeping(_ isKept: [Bool]) -> LinkRuns {
    var kept = LinkRuns()
    kept.start.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      kept.appendEmptyRow()
      if isKept[row] { kept.flat += self[row] }
    }
    return kept
  }

  /// The links of `row`, in the order they were given.
  @inlinable public subscript(row: Int) -> ArraySlice<Int32> { flat[range(row)] }
}
