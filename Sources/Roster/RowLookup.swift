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
  package func appendRows(of wanted: Span<RecordID>, to rows: inout [Int32]) {
    index.appendRows(of: wanted, in: ids, to: &rows)
  }
}
