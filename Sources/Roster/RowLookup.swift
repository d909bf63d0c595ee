/// Finds the rows of ids as a table had them at one moment, on whatever thread asks.
///
/// Rows stay where they are, so a row that is found is right whatever was added since; one that is
/// not found may be there by now. Holds the table's ids and index as they were: whoever adds a row
/// meanwhile makes a copy of both.
package struct RowLookup: Sendable {
  private let index: RowIndex
  private let ids: [RecordID]

  init(_ index: RowIndex, _ ids: [RecordID]) {
    self.index = index
    self.ids = ids
  }

  /// How many rows the table had.
  package var count: Int { ids.count }

  /// Appends the row of each of `wanted` to `rows`, -1 where there was none.
  ///
  /// Who is wanted often comes again soon: the classes of a school have the same students. They are
  /// looked up once, for that is a wait for memory, and known again by what was wanted lately.
  package func appendRows(of wanted: Span<RecordID>, to rows: inout [Int32]) {
    var distinct: [RecordID] = []
    distinct.reserveCapacity(wanted.count)
    var numbers: [Int32] = []
    numbers.reserveCapacity(wanted.count)
    // By some bits of an id's hash the number of the last one that has them.
    var latest = [Int32](repeating: 0, count: 1 << 12)
    for position in wanted.indices {
      let id = wanted[position]
      let place = Int(truncatingIfNeeded: id.mixed & UInt64(latest.count &- 1))
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
    index.appendRows(of: distinct.span, in: ids, to: &found)
    rows.reserveCapacity(rows.count + numbers.count)
    for number in numbers { rows.append(found[Int(number)]) }
  }
}
