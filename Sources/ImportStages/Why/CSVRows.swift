import Bytes
import PositionedCSV
import SafeFiles

/// The rows of a CSV file with a header, as texts.
struct CSVRows {
  /// The names of the columns.
  private(set) var header: [String] = []
  /// The rows after it, each as wide as the header.
  private(set) var rows: [[String]] = []

  /// Reads `bytes`, after a byte order mark if there is one.
  ///
  /// - Throws: ``FileError`` (`failed`) where a row cannot be read, or has more or fewer fields than
  ///   the header.
  init(parsing bytes: [UInt8], path: String) throws(FileError) {
    func fault(_ answer: String, at offset: Int) -> FileError {
      let line = lineAndColumn(of: offset, in: bytes.span).line
      return FileError(.failed, tried: "read", path: "\(path):\(line)", answer: answer)
    }
    var fields = [CSVField](repeating: .empty, count: 64)
    let start = ByteOrderMark.length(in: bytes.span)
    var cursor = CSVCursor(bytes.span, at: start, isFinal: true)
    while true {
      let found: CSVRow?
      do {
        found = try cursor.nextRow(into: &fields)
      } catch {
        throw fault("there is \(error.words)", at: error.offset)
      }
      guard let row = found else { return }
      if let wrong = row.fault { throw fault("there is \(wrong.words)", at: wrong.offset) }
      let width = header.isEmpty ? min(row.fieldCount, fields.count) : header.count
      guard row.fieldCount == width else {
        throw fault("the row has \(row.fieldCount) fields, the header \(width)", at: row.start)
      }
      var cells: [String] = []
      for index in 0..<width {
        var cell: [UInt8] = []
        cursor.decode(fields[index], into: &cell)
        cells.append(String(decoding: cell, as: UTF8.self))
      }
      if header.isEmpty { header = cells } else { rows.append(cells) }
    }
  }
}
