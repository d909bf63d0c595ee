import Bytes
import PositionedCSV

/// Rows with more or fewer cells than the header has.
///
/// A spreadsheet may leave out the commas of empty cells at the end of a row, or write more of them
/// than the header has. A comma that is missing or too many elsewhere moves the cells behind it into
/// wrong columns. So such a row is taken only where its cells prove that they are not moved.
extension UploadRow {
  /// Gives the row of `span` as many cells as the header has.
  ///
  /// - Parameters:
  ///   - span: the row, whose first cells are in ``fields``.
  ///   - isCut: whether the file ends with the row and no line end, so that a cell may be cut.
  ///   - bytes: what the row's cells point into.
  /// - Returns: why that cannot be done; nil if it was, or if it has as many.
  mutating func setWidth(of span: CSVRow, isCut: Bool, in bytes: Span<UInt8>) -> String? {
    let count = span.fieldCount
    if count == header.columnCount { return nil }
    let words =
      "it has \(count) field\(count == 1 ? "" : "s"), and the header \(header.columnCount)"
    if count < header.columnCount {
      for index in count..<header.columnCount { fields[index] = .empty }
      trim(bytes)
      return !isCut && lacksLastCells(from: count, bytes) ? nil : words
    }
    let last = fields[header.columnCount - 1]
    trim(bytes)
    let isSurplusEmpty = UploadRow.isBlank(bytes, last.start + last.length..<span.end)
    return isSurplusEmpty && isInPlace(bytes) ? nil : words
  }

  /// Whether `range` of a file holds no text: separators, quotes and white space alone.
  static func isBlank(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case ASCII.comma, UInt8(ascii: ";"), UInt8(ascii: "|"), ASCII.quote, 0x09...0x0D, 0x20:
        index += 1
      case 0xC2, 0xE2, 0xEF:
        let next = bytes.withoutOuterSpace(in: index..<range.upperBound).lowerBound
        if next == index { return false }
        index = next
      default: return false
      }
    }
    return true
  }

  /// Whether no cell looks as if it belonged to another column.
  private func isInPlace(_ bytes: Span<UInt8>) -> Bool {
    for column in header.form.required where self[column].isEmpty { return false }
    var blanks = 0
    var texts = 0
    for index in fields.indices where !fields[index].isEmpty {
      let cell = bytes.text(fields[index])
      if header.kinds[index] != .text, !isWordForNothing(cell), !header.kinds[index].matches(cell) {
        return false
      }
      // 'Farrow, Jr' without quotes is two cells, of which the second begins with a blank. Where
      // every cell does, the blanks are the file's way of writing.
      guard index > 0 else { continue }
      texts += 1
      if fields[index].start > 0, bytes[fields[index].start - 1] == ASCII.space { blanks += 1 }
    }
    return blanks == 0 || blanks == texts
  }

  /// Whether the cells that the row lacks, of which the first is `count`, are its last ones.
  ///
  /// If one were missing before a cell, this cell would be one of a later column.
  private func lacksLastCells(from count: Int, _ bytes: Span<UInt8>) -> Bool {
    guard isInPlace(bytes) else { return false }
    if header.form == .enrollments {
      // Ids that are in wrong columns name nothing, and rules find them.
      return header.kept.allSatisfy { $0.field < count }
    }
    let missing = header.columnCount - count
    for index in (0..<count).reversed() where !fields[index].isEmpty {
      let kind = header.kinds[index]
      // A cell of its column's kind, which the column has not that it else belonged to.
      if kind != .text, header.kinds[index + missing] != kind { return true }
      let columns = [index, index + missing]
      if header.kept.contains(where: { columns.contains($0.field) }) { return false }
    }
    return false
  }
}
