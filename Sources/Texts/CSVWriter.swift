/// Writes CSV (RFC 4180): commas, CRLF, quotes only around cells that need them.
public struct CSVWriter {
  /// Who reads the file.
  public enum Reader: Sendable {
    /// A program: values as they are, UTF-8 without a byte order mark.
    case program
    /// A person with a spreadsheet: a byte order mark, without which Excel guesses another
    /// encoding, and no cell that would be run (``FormulaGuard``).
    case person
  }

  /// What was written since the last ``drain(_:)``.
  public private(set) var bytes: [UInt8] = []
  private let reader: Reader
  private let columnCount: Int
  /// Whether the next cell is the first one of its line.
  private var isAtStart = true

  /// A writer of a file that begins with the line `head`.
  public init(for reader: Reader, head: [String]) {
    self.reader = reader
    columnCount = head.count
    if reader == .person { bytes += [0xEF, 0xBB, 0xBF] }
    put(line: head)
  }

  /// Adds a whole line.
  public mutating func put(line cells: [String]) {
    for cell in cells { put(cell) }
    endLine()
  }

  /// Adds a cell to the line.
  public mutating func put(_ cell: String) { put(cell.utf8.span) }

  /// Adds a cell, in UTF-8, to the line.
  public mutating func put(_ cell: Span<UInt8>) {
    if !isAtStart { bytes.append(UInt8(ascii: ",")) }
    isAtStart = false
    if cell.isEmpty, columnCount == 1 {
      // A line of one empty cell would be an empty line, which readers skip.
      bytes += "\"\"".utf8
    } else {
      CSVWriter.append(cell, for: reader, to: &bytes)
    }
  }

  /// Appends a cell, in UTF-8, as `reader` needs it; without a comma.
  public static func append(
    _ cell: Span<UInt8>,
    for reader: Reader,
    to bytes: inout [UInt8]
  ) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = needsQuotes(cell)
    if needsQuotes { bytes.append(quote) }
    if reader == .person, FormulaGuard.isNeeded(for: cell) { bytes.append(UInt8(ascii: "'")) }
    for index in cell.indices {
      if cell[index] == quote { bytes.append(quote) }
      bytes.append(cell[index])
    }
    if needsQuotes { bytes.append(quote) }
  }

  /// Ends the line.
  public mutating func endLine() {
    bytes += [0x0D, 0x0A]
    isAtStart = true
  }

  /// Hands on what was written since the last call.
  public mutating func drain(_ emit: (Span<UInt8>) -> Void) {
    emit(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }

  /// RFC 4180, section 2, rules 6 and 7.
  private static func needsQuotes(_ cell: Span<UInt8>) -> Bool {
    for index in cell.indices {
      switch cell[index] {
      case UInt8(ascii: "\""), UInt8(ascii: ","), 0x0A, 0x0D: return true
      default: break
      }
    }
    return false
  }
}
