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
  package func appendRows(of wanted: Span<RecordID>, to rows: inout [Int32]) {
    index.appendRows(of: wanted, in: ids.span, to: &rows)
  }
}

extension HashIndex {
  /// Appends the row of each of `wanted` to `rows`, -1 for an id that is not among `ids`, those of
  /// the rows.
  func appendRows(of wanted: Span<RecordID>, in ids: Span<RecordID>, to rows: inout [Int32]) {
    appendNumbers(
      of: wanted.count,
      hash: { wanted[$0].indexHash },
      { ids[$1] == wanted[$0] },
      to: &rows
    )
  }
}
