import PositionedCSV

/// The fields of the row at hand, by column; where they are in the bytes that go with it.
struct UploadRow {
  /// Which file it is of.
  let header: UploadHeader
  /// All fields of the row, in the file's order.
  var fields: [CSVField]

  init(_ header: UploadHeader) {
    self.header = header
    fields = [CSVField](repeating: .empty, count: header.columnCount)
  }

  /// The field of a column; empty where the file has no such column.
  @inline(__always)
  subscript(column: UploadColumn) -> CSVField {
    let field = header.field(column)
    return field < 0 ? .empty : fields[field]
  }
}
