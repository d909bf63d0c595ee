import FlatTables
import Roster

/// The texts of a table's open records, one a row, and those of further tables after them; where
/// a record is not open there is no text. Nothing is copied.
struct OpenTexts: Sendable {
  private struct Part {
    var start: Int
    var texts: [TextRef]
    /// Nil where all texts count.
    var records: RecordColumns?

    func text(_ row: Int) -> TextRef {
      guard let records else { return texts[row] }
      return records.isOpen(row) ? texts[row] : .empty
    }
  }

  private var parts: [Part]

  /// The texts of those of `records` that are open.
  init(_ texts: [TextRef], _ records: RecordColumns) {
    parts = [Part(start: 0, texts: texts, records: records)]
  }

  /// Texts that all count.
  init(_ texts: [TextRef]) {
    parts = [Part(start: 0, texts: texts)]
  }

  /// The rows of `left`, and those of `right` after them.
  static func + (left: OpenTexts, right: OpenTexts) -> OpenTexts {
    var both = left
    for var part in right.parts {
      part.start += left.count
      both.parts.append(part)
    }
    return both
  }

  /// The number of rows.
  var count: Int { parts.last.map { $0.start + $0.texts.count } ?? 0 }

  /// The text of `row`; empty where its record is not open.
  subscript(row: Int) -> TextRef {
    for part in parts.dropLast() where row - part.start < part.texts.count {
      return part.text(row - part.start)
    }
    guard let last = parts.last else { return .empty }
    return last.text(row - last.start)
  }

  /// Shows every row with a text to `look`, ascending.
  @inline(__always)
  func visit(_ look: (Int, TextRef) -> Void) {
    for part in parts {
      let (start, texts) = (part.start, part.texts)
      let isCounted = part.records?.openFlags()
      for row in texts.indices where !texts[row].isEmpty && isCounted?[row] ?? true {
        look(start + row, texts[row])
      }
    }
  }
}
