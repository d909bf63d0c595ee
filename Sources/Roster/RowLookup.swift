internal import FlatTables

/// Finds the rows of ids in a table as it was at one moment, on any thread.
///
/// Rows stay where they are, so a row that is found is right whatever was added since. An id that
/// is not found may have been added since. The lookup shares the table's ids and index: the next
/// row that is added to the table copies both.
package struct RowLookup: Sendable {
  private let index: HashIndex
  private let ids: [RecordID]

  init(_ index: HashIndex, _ ids: [RecordID]) {
    self.index = index
    self.ids = ids
  }

  /// How many rows the table had.
  package var count: Int { ids.count }

  /// Appends the row of each of `wanted` to `rows`, -1 for an id that the table did not have.
  ///
  /// The classes of a school have the same students, so an id that was wanted a short time ago is
  /// often wanted again. It is looked up once, because a look-up waits for memory.
  package func appendRows(of wanted: Span<RecordID>, to rows: inout [Int32]) {
    var distinct: [RecordID] = []
    distinct.reserveCapacity(wanted.count)
    var numbers: [Int32] = []
    numbers.reserveCapacity(wanted.count)
    // For each value of some bits of the hash, the number of the last id that has them.
    var latest = [Int32](repeating: 0, count: 1 << 12)
    for position in wanted.indices {
      let id = wanted[position]
      let place = Int(truncatingIfNeeded: id.indexHash & UInt64(latest.count &- 1))
      let number = Int(latest[place])
      if number < distinct.count, distinct[number] == id {
        numbers.append(Int32(truncatingIfNeeded: number))
      } else {
        latest[place] = Int32(truncatingIfNeeded: distinct.count)
        numbers.append(Int32(truncatingIfNeeded: distinct.count))
        distinct.append(id)
      }
    }
    var found: [Int32] = []
    found.reserveCapacity(distinct.count)
    let (ids, sought) = (ids.span, distinct.span)
    index.appendNumbers(
      of: sought.count,
      hash: { sought[$0].indexHash },
      { ids[$1] == sought[$0] },
      to: &found
    )
    rows.reserveCapacity(rows.count + numbers.count)
    for number in numbers { rows.append(found[Int(number)]) }
  }
}
