internal import FlatTables

/// The rows of one of the export's tables that go into the bundle, in its order.
struct PlacedRows {
  /// Rows of the export's table.
  var rows: [Int32]
  /// Their keys.
  var keys: [TextRef]
  /// How they stood before.
  var order: RowOrder
  /// Whether they are the whole table as it stands, so that its columns can be shared.
  var isWholeTable: Bool

  /// What `column`, by row of the export's table, holds for the rows; it is empty afterwards.
  func gather<Value>(taking column: inout [Value]) -> [Value] {
    let values = exchange(&column, with: [])
    return isWholeTable ? values : RowOrder(positions: rows).arrange(values)
  }
}

extension PlacedRows {
  /// The same for names.
  func gather(taking column: inout NameColumn) -> NameColumn {
    let names = exchange(&column, with: [])
    return isWholeTable ? names : names.arranged(rows)
  }
}

/// How rows stand that were put in order: for each the position it had before.
struct RowOrder {
  /// The positions; nil if the rows stand as before.
  var positions: [Int32]?
  /// Whether each row is one of the few that do not stand among the others as before, by the
  /// position it had; nil if that was not told.
  var isStray: [Bool]?

  init(positions: [Int32]?, isStray: [Bool]? = nil) {
    self.positions = positions
    self.isStray = isStray
  }

  /// Whether the rows stand as before.
  var isAsBefore: Bool { positions == nil }

  /// `column` in this order; the same array if nothing moved.
  func arrange<Value>(_ column: [Value]) -> [Value] {
    guard let positions else { return column }
    var values: [Value] = []
    values.reserveCapacity(positions.count)
    for position in positions { values.append(column[Int(position)]) }
    return values
  }

  /// Puts a whole column of names in this order, in place.
  func arrange(inPlace column: inout NameColumn) {
    guard let positions else { return }
    if let isStray {
      column.arrange(by: positions, moving: isStray)
    } else {
      column.arrange(by: positions)
    }
  }

  /// Puts a whole column in this order, in place.
  func arrange<Value>(inPlace column: inout [Value]) {
    guard let positions else { return }
    if let isStray {
      column.arrange(by: positions, moving: isStray)
    } else {
      column.arrange(by: positions)
    }
  }
}
