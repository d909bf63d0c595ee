/// Who belongs to whom, as index arrays: for each row of one table the rows of another.
///
/// Stored as one flat array and the range of each row (compressed sparse rows): no array and no
/// object per row. Rows are added in order; each row's targets keep the order they were added in.
public struct Links: Sendable {
  @usableFromInline var flat: [Int32] = []
  @usableFromInline var starts: [Int32] = [0]

  /// No rows yet.
  public init() {}

  /// Rows of which each begins in `flat` at its place in `starts` and ends where the next begins.
  @inlinable init(flat: [Int32], starts: [Int32]) {
    self.flat = flat
    self.starts = starts
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
  /// - Precondition: no more than 2³¹ − 1 links; a trap beyond is a bug of ours, since a roster's
  ///   text is full long before.
  @inlinable public mutating func closeRow() { starts.append(Int32(flat.count)) }

  /// Where the targets of `row` stand in ``targets``.
  @inlinable public func range(_ row: Int) -> Range<Int> {
    Int(starts[row])..<Int(starts[row + 1])
  }

  /// The targets of `row`, in the order they were added.
  @inlinable public subscript(row: Int) -> ArraySlice<Int32> { flat[range(row)] }

  /// Puts the rows in another order, in place.
  ///
  /// - Parameters:
  ///   - positions: for each row the one that is to stand there.
  ///   - isMoved: by row; those that are not moved keep their order among each other.
  public mutating func arrange(by positions: [Int32], moving isMoved: [Bool]) {
    flat.arrangeRuns(starts, by: positions, moving: isMoved)
    // The starts as lengths, put in order, and as starts again.
    for row in 0..<rowCount { starts[row] = starts[row + 1] - starts[row] }
    starts.removeLast()
    starts.arrange(by: positions)
    var start: Int32 = 0
    for row in starts.indices { start += exchange(&starts[row], with: start) }
    starts.append(start)
  }

  /// The links turned round: for each of `count` targets the rows that name it, ascending.
  ///
  /// Cost: one pass to count, one to place.
  public func inverted(count: Int) -> Links {
    var starts = [Int32](repeating: 0, count: count + 1)
    for target in flat { starts[Int(target) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    // Each start moves on to its row's end, which is where the next row begins.
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
