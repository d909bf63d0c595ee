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
  /// Those that do not stand among each other as before, by the positions they had; nil if that
  /// was not told.
  var strays: [Int32]?

  init(positions: [Int32]?, strays: [Int32]? = nil) {
    self.positions = positions
    self.strays = strays
  }

  /// Whether the rows stand as before.
  var isAsBefore: Bool { positions == nil }

  /// Whether each row is one of the strays, by the position it had.
  var isStray: [Bool] {
    let count = positions?.count ?? 0
    guard let strays else { return Array(repeating: true, count: count) }
    var isStray = [Bool](repeating: false, count: count)
    for position in strays { isStray[Int(position)] = true }
    return isStray
  }

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
    if strays == nil {
      column.arrange(by: positions)
    } else {
      column.arrange(by: positions, moving: isStray)
    }
  }

  /// Puts a whole column in this order, in place.
  func arrange<Value>(inPlace column: inout [Value]) {
    guard let positions else { return }
    if strays == nil {
      column.arrange(by: positions)
    } else {
      column.arrange(by: positions, moving: isStray)
    }
  }
}
