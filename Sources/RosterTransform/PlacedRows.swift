internal import FlatTables

/// The rows of one of the export's tables that go into the bundle, in the bundle's order.
struct PlacedRows {
  /// Rows of the export's table.
  var rows: [Int32]
  /// The key of each of ``rows``.
  var keys: [TextRef]
  /// For each of ``rows`` the position it had before they were put in order; nil if they were in
  /// order already.
  var positions: [Int32]?
  /// Whether ``rows`` are the whole table as it is, so that its columns can be shared.
  var isWholeTable: Bool

  /// What `column`, which has a value for each row of the export's table, holds for ``rows``.
  func gather<Value>(_ column: [Value]) -> [Value] {
    isWholeTable ? column : column.reordered(by: rows)
  }

  /// As ``gather(_:)``, for a column of names.
  func gather(_ column: DictionaryColumn) -> DictionaryColumn {
    isWholeTable ? column : column.reordered(by: rows)
  }
}
