import Bytes
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

  /// Whether a field holds a word for "nothing".
  func hasWordForNothing(_ bytes: Span<UInt8>) -> Bool {
    for (field, isName) in header.kept where !fields[field].isEmpty {
      if isWordForNothing(bytes.text(fields[field]), isName: isName) { return true }
    }
    return false
  }

  /// Empties the fields that hold a word for "nothing": `NULL`, `N/A`, `-`.
  mutating func dropWordsForNothing(_ bytes: Span<UInt8>) {
    for (field, isName) in header.kept where !fields[field].isEmpty {
      if isWordForNothing(bytes.text(fields[field]), isName: isName) { fields[field] = .empty }
    }
  }

  /// Takes the white space off the ends of the cells that have a place.
  @inline(__always)
  mutating func trim(_ bytes: Span<UInt8>) {
    for (index, _) in header.kept {
      let field = fields[index]
      guard !field.isEmpty else { continue }
      let end = field.start + field.length
      // A visible character of ASCII at both ends, as nearly every cell has.
      if bytes[field.start] &- 0x21 < 0x5E, bytes[end - 1] &- 0x21 < 0x5E { continue }
      fields[index] = field.narrowed(to: bytes.withoutOuterSpace(in: field.start..<end))
    }
  }
}

/// Whether `text` is what a database or a spreadsheet writes where it has no value.
///
///     NULL  (null)  \N  N/A  #N/A  -  none  nan
///
/// A person may be called Null or Na, so of names only the signs that no name has count, and `NULL`
/// in capitals.
func isWordForNothing(_ text: Span<UInt8>, isName: Bool = false) -> Bool {
  guard (1...9).contains(text.count) else { return false }
  // Most cells end here: what follows is asked of few first letters.
  switch text[0] | 0x20 {
  case UInt8(ascii: "n"), UInt8(ascii: "#") | 0x20, UInt8(ascii: "-") | 0x20,
    UInt8(ascii: "(") | 0x20, UInt8(ascii: "\\") | 0x20, UInt8(ascii: "<") | 0x20,
    UInt8(ascii: "u"), UInt8(ascii: ".") | 0x20:
    break
  default: return false
  }
  if (text.indices).allSatisfy({ text[$0] == UInt8(ascii: "-") }) { return true }
  if isName {
    return text.hasPrefix("null") && text.count == 4 && text[0] == UInt8(ascii: "N")
      && text[1] == UInt8(ascii: "U") || text.isSameWord("(null)") || text.isSameWord("<null>")
      || text.isSameWord("#n/a") || text.isSameWord("n/a") || text.isSameWord("\\n")
  }
  for word in wordsForNothing where text.isSameWord(word) { return true }
  return false
}

private let wordsForNothing: [StaticString] = [
  "null", "n/a", "na", "none", "nil", "nan", "#n/a", "#null!", "#ref!", "#value!", "(null)",
  "<null>", "\\n", "undefined", ".",
]
