internal import Bytes
import SafeFiles

/// Rows of a CSV file (RFC 4180): commas, CRLF, quotes where needed.
struct Sheet {
  /// Who reads the file.
  enum Reader {
    /// A program: values as they are, UTF-8 without a mark.
    case importer
    /// A person with a spreadsheet: a byte order mark, and no cell that would be run.
    case person
  }

  private let reader: Reader
  private var row: [UInt8] = []

  /// A sheet that begins with `header`.
  init(for reader: Reader, header: [String], to file: inout OutputFile) {
    self.reader = reader
    if reader == .person { file.put(ByteOrderMark.bytes) }
    for name in header { put(name) }
    end(to: &file)
  }

  /// Adds a cell to the row.
  mutating func put(_ text: String) {
    put(Array(text.utf8).span)
  }

  /// Adds a cell to the row.
  mutating func put(_ text: Span<UInt8>) {
    if !row.isEmpty { row.append(UInt8(ascii: ",")) }
    let guardMark = reader == .person && isFormulaLike(text)
    var needsQuotes = text.count == 0 && row.isEmpty
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "\""), UInt8(ascii: ","), 0x0A, 0x0D: needsQuotes = true
      default: break
      }
    }
    if needsQuotes { row.append(UInt8(ascii: "\"")) }
    if guardMark { row.append(UInt8(ascii: "'")) }
    for index in text.indices {
      if text[index] == UInt8(ascii: "\"") { row.append(UInt8(ascii: "\"")) }
      row.append(text[index])
    }
    if needsQuotes { row.append(UInt8(ascii: "\"")) }
  }

  /// Writes the row.
  mutating func end(to file: inout OutputFile) {
    row.append(0x0D)
    row.append(0x0A)
    file.put(row)
    row.removeAll(keepingCapacity: true)
  }

  /// Whether a spreadsheet might run the cell: its first visible character is one of
  /// `= + - @ | %`, a full-width form of these, a control character, or the apostrophe that marks
  /// guarded cells.
  private func isFormulaLike(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count, text[index] == 0x20 { index += 1 }
    guard index < text.count else { return false }
    switch text[index] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "|"), UInt8(ascii: "%"), UInt8(ascii: "'"), 0x09, 0x0A, 0x0D:
      return true
    case 0xEF where index + 2 < text.count:
      // U+FF01…FF5E, the full-width forms: EF BC 81 … EF BD 9E.
      let scalar = UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F) | 0xF000
      return [0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 0xFF5C, 0xFF05, 0xFF07].contains(scalar)
    default: return false
    }
  }
}
