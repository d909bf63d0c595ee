/// Links whose rows come in any order, and may come again: each row has a run in one flat array.
///
/// A row that is set twice keeps its newer run; the older one stays behind unused. That happens
/// only where an export holds a record twice.
public struct LinkRuns: Sendable {
  /// All runs, one after another.
  public var flat: [Int32] = []
  @usableFromInline var start: [Int32] = []
  @usableFromInline var length: [Int32] = []

  /// No rows.
  public init() {}

  /// The number of rows.
  @inlinable public var rowCount: Int { start.count }

  /// Makes room for `rows` rows with `links` links in all.
  public mutating func reserve(rows: Int, links: Int) {
    start.reserveCapacity(rows)
    length.reserveCapacity(rows)
    flat.reserveCapacity(links)
  }

  /// Adds a row without links.
  @inlinable public mutating func appendEmptyRow() {
    start.append(0)
    length.append(0)
  }

  /// Gives `row` what stands in ``flat`` from `first` to its end.
  @inlinable public mutating func setRun(of row: Int, from first: Int) {
    start[row] = Int32(first)
    length[row] = Int32(flat.count - first)
  }

  /// Where the links of `row` stand in ``flat``.
  @inlinable public func range(_ row: Int) -> Range<Int> {
    Int(start[row])..<Int(start[row] + length[row])
  }

  /// How many links `row` has.
  @inlinable public func count(of row: Int) -> Int { Int(length[row]) }

  /// The links of `row`, in the order they were given.
  @inlinable public subscript(row: Int) -> ArraySlice<Int32> { flat[range(row)] }
}
