import Bytes
import PositionedCSV

/// How a district's CSV file is written, as its beginning tells: what separates the cells, and what
/// is above the header.
///
/// A program that reads the file needs the header as its first row and commas between its cells.
/// Spreadsheets write semicolons, tabs or vertical bars as well, a line `sep=;`, and rows with a
/// title.
struct UploadDialect {
  /// What separates cells, and how quotes are written.
  var csv = CSVDialect.standard
  /// Where the header begins: bytes from the start of the file, after a byte order mark.
  var headerStart: Int
  /// How many rows are above the header, a line `sep=;` not counted.
  var titleRows = 0
  /// How many names of the header are Clever's.
  private var known = 0

  /// How much of a file's beginning decides.
  static let headLimit = 64 << 10
  /// How many rows may be above the header.
  private static let titleLimit = 20
  private static let separators: [UInt8] =
    [ASCII.comma, UInt8(ascii: ";"), ASCII.tab, UInt8(ascii: "|")]

  /// The dialect of a file that begins with `head`; nil if no row of it names Clever's columns.
  ///
  /// A first row is a header if its names are Clever's. A later one is if nothing is missing as well
  /// that a file of Clever's needs, so that a text about such files is not taken for one.
  init?(head: Span<UInt8>) {
    var start = ByteOrderMark.length(in: head)
    var separators = UploadDialect.separators
    if let line = UploadDialect.separatorLine(of: head, at: start) {
      start = line.end
      separators = [line.separator] + separators.filter { $0 != line.separator }
    }
    var best: (dialect: UploadDialect, row: Int)?
    for separator in separators {
      let csv = CSVDialect(separator: separator)
      guard
        let found = UploadDialect.header(in: head, from: start, csv, before: best?.row ?? .max)
      else { continue }
      if let best, found.row == best.row, found.dialect.known <= best.dialect.known { continue }
      best = found
    }
    guard let best else { return nil }
    self = best.dialect
  }

  /// A file as RFC 4180 has it, whose header begins at `headerStart`.
  init(standardFrom headerStart: Int) { self.headerStart = headerStart }

  /// A header with its first byte and how many of its names are Clever's.
  private init(_ csv: CSVDialect, at headerStart: Int, titleRows: Int, known: Int) {
    self.csv = csv
    self.headerStart = headerStart
    self.titleRows = titleRows
    self.known = known
  }

  /// The first row that is a header, and its number from 0; nil if there is none up to `limit`.
  private static func header(
    in head: Span<UInt8>,
    from start: Int,
    _ csv: CSVDialect,
    before limit: Int
  ) -> (dialect: UploadDialect, row: Int)? {
    var fields = [CSVField](repeating: .empty, count: UploadHeader.columnLimit)
    var cursor = CSVCursor(head, at: start, isFinal: true, dialect: csv)
    var number = 0
    while number <= min(titleLimit, limit), let row = try? cursor.nextRow(into: &fields) {
      let names = fields.prefix(row.fieldCount).map { field in
        var name: [UInt8] = []
        cursor.decode(field, into: &name)
        return name
      }
      let known = Set(
        names.compactMap { UploadColumn.byFoldedName[UploadColumn.folded($0)] }
      )
      let isHeader =
        UploadForm.isTold(by: known)
        && (number == 0 || row.fault == nil && (try? UploadHeader(names)) != nil)
      if isHeader {
        return (UploadDialect(csv, at: row.start, titleRows: number, known: known.count), number)
      }
      number += 1
    }
    return nil
  }

  /// The separator that a first line `sep=;` names, with or without quotes, and where the line ends.
  private static func separatorLine(
    of head: Span<UInt8>,
    at start: Int
  ) -> (separator: UInt8, end: Int)? {
    let hasQuotes = start < head.count && head[start] == ASCII.quote
    let word = Array("sep=".utf8)
    let first = start + (hasQuotes ? 1 : 0)
    let sign = first + word.count
    guard sign < head.count else { return nil }
    for index in word.indices where head[first + index] | 0x20 != word[index] | 0x20 { return nil }
    guard separators.contains(head[sign]) else { return nil }
    var end = sign + 1 + (hasQuotes ? 1 : 0)
    // Saved again by a spreadsheet, the line has as many cells as the others.
    while end < head.count, head[end] != ASCII.lineFeed, head[end] != ASCII.carriageReturn {
      guard separators.contains(head[end]) || head[end] == ASCII.space else { return nil }
      end += 1
    }
    return (head[sign], end)
  }
}
