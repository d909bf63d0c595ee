/// Links between two tables: for each row of one table, the rows of another.
///
/// All targets are in one flat array, and each row has a range of it (compressed sparse rows), so
/// a row needs no array of its own. Rows are added in order; each row's targets keep the order
/// they were added in.
public struct Links: Sendable {
  @usableFromInline var flat: [Int32] = []
  @usableFromInline var starts: [Int32] = [0]

  /// No rows yet.
  public init() {}

  /// For each of `count` groups, the indices of `groups` that hold its number, ascending.
  public init(grouping groups: [Int32], count: Int) {
    var links = Links()
    links.flat = groups
    links.starts = (0...Int32(groups.count)).map { $0 }
    self = links.inverted(count: count)
  }

  /// The number of closed rows.
  @inlinable public var rowCount: Int { starts.count - 1 }

  /// The targets of all rows, one after another.
  @inlinable public var targets: [Int32] { flat }

  /// Makes room for `rows` rows with `links` targets in all.
  public mutating func reserve(rows: Int, links: Int) {
    starts.reserveCapacity(rows + 1)
    flat.reserveCapacity(links)
  }

  /// Adds a target to the row that is open.
  @inlinable public mutating func append(_ target: Int32) { flat.append(target) }

  /// Closes the open row; the next ``append(_:)`` belongs to the row after it.
  ///
  /// - Precondition: there are at most 2³¹ − 1 links. A roster's text passes its limit long before.
  @inlinable public mutating func closeRow() { starts.append(Int32(flat.count)) }

  /// Where the targets of `row` are in ``targets``.
  @inlinable public func range(_ row: Int) -> Range<Int> {
    Int(starts[row])..<Int(starts[row + 1])
  }

  /// The targets of `row`, in the order they were added.
  @inlinable public subscript(row: Int) -> ArraySlice<Int32> { flat[range(row)] }

  /// The rows in another order; `positions` are for each place the index of its row.
  public func reordered(by positions: [Int32]) -> Links {
    var links = Links()
    links.flat = reordered(column: flat, by: positions)
    links.starts.reserveCapacity(positions.count + 1)
    var end: Int32 = 0
    for position in positions {
      end += starts[Int(position) + 1] - starts[Int(position)]
      links.starts.append(end)
    }
    return links
  }

  /// A column with one value for each of ``targets``, in the order that ``reordered(by:)`` gives
  /// the targets.
  @inlinable public func reordered<Value>(column: [Value], by positions: [Int32]) -> [Value] {
    var result: [Value] = []
    result.reserveCapacity(column.count)
    for position in positions {
      for index in range(Int(position)) { result.append(column[index]) }
    }
    return result
  }

  /// The links in the other direction: for each of `count` targets the rows that name it,
  /// ascending.
  ///
  /// Cost: one pass to count, one to place.
  public func inverted(count: Int) -> Links {
    var starts = [Int32](repeating: 0, count: count + 1)
    for target in flat { starts[Int(target) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    // While rows are placed, `starts[target]` is the next free index of its range; at the end it
    // is the end of the range, which is where the next one begins.
    var inverse = [Int32](repeating: 0, count: flat.count)
    for row in 0..<rowCount {
      for index in range(row) {
        let target = Int(flat[index])
        inverse[Int(starts[target])] = Int32(row)
        starts[target] += 1
      }
    }
    for index in (0..<count).reversed() { starts[index + 1] = starts[index] }
    starts[0] = 0
    var links = Links()
    links.flat = inverse
    links.starts = starts
    return links
  }
}
