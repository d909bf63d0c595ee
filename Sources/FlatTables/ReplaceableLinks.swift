/// Links between tables while an export is read: rows are filled in any order, and may be filled
/// again.
///
/// All targets are in one flat array; each row has a start and a length there. A row that is
/// filled again gets a new range at the end, and its old range stays unused. That happens only if
/// an export holds a record twice.
public struct ReplaceableLinks: Sendable {
  /// The targets of all rows, in the order they were added.
  public var flat: [Int32] = []
  @usableFromInline var starts: [Int32] = []
  @usableFromInline var lengths: [Int32] = []

  /// No rows.
  public init() {}

  /// The number of rows.
  @inlinable public var rowCount: Int { starts.count }

  /// Makes room for `rows` rows with `links` links in all.
  public mutating func reserve(rows: Int, links: Int) {
    starts.reserveCapacity(rows)
    lengths.reserveCapacity(rows)
    flat.reserveCapacity(links)
  }

  /// Adds a row without links.
  @inlinable public mutating func appendEmptyRow() {
    starts.append(Int32(flat.count))
    lengths.append(0)
  }

  /// Gives `row` the targets in ``flat`` from `first` to its end, in place of those it had.
  @inlinable public mutating func setTargets(of row: Int, from first: Int) {
    starts[row] = Int32(first)
    lengths[row] = Int32(flat.count - first)
  }

  /// Where the targets of `row` are in ``flat``.
  @inlinable public func range(_ row: Int) -> Range<Int> {
    let first = Int(starts[row])
    return first..<first + Int(lengths[row])
  }

  /// How many links `row` has.
  @inlinable public func count(of row: Int) -> Int { Int(lengths[row]) }

  /// The targets of `row`, in the order they were added.
  @inlinable public subscript(row: Int) -> ArraySlice<Int32> { flat[range(row)] }

  /// Makes the links of `rows` rows of their own, in the order of `rows`. Each target is replaced
  /// by what `change` makes of it.
  ///
  /// - Parameters:
  ///   - rows: some of the rows.
  ///   - change: gives the new target, or a number below 0 if the link is dropped. It is called
  ///     once for every link of `rows`.
  /// - Returns: the links; the targets of a row ascend, each once.
  ///
  /// Cost: one pass over the links of `rows`, and a sort of each row that does not ascend.
  @inlinable public func links(of rows: [Int32], _ change: (Int32) -> Int32) -> Links {
    var links = Links()
    links.reserve(rows: rows.count, links: flat.count)
    var targets: [Int32] = []
    for row in rows {
      targets.removeAll(keepingCapacity: true)
      for index in range(Int(row)) {
        let target = change(flat[index])
        if target >= 0 { targets.append(target) }
      }
      targets.sortUnique()
      for target in targets { links.append(target) }
      links.closeRow()
    }
    return links
  }
}
