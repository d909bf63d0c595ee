import Bytes

/// What a header row says: which form the file has, and where its columns are.
struct UploadHeader {
  /// More columns than any file of Clever's has, extension columns included.
  static let columnLimit = 1024

  /// Which file it is.
  let form: UploadForm
  /// How many fields each row must have.
  let columnCount: Int
  /// The names of columns that have no place, as they are spelled.
  private(set) var unused: [String] = []
  /// The fields that have a place, and whether what they hold is a person's name.
  private(set) var kept: [(field: Int, isName: Bool)] = []
  /// For each field what its column's name says of its cells.
  let kinds: [CellKind]
  /// For each of ``UploadColumn`` the field that holds it, -1 if none does.
  private var fields = [Int32](repeating: -1, count: UploadColumn.allCases.count)

  /// Why the rows below a header cannot be taken, and at which of its fields that shows.
  struct Fault: Error {
    var field: Int
    var words: String
  }

  /// The header whose fields bear `names`.
  ///
  /// - Throws: ``Fault``: a name comes twice, a column is missing, or it is none of Clever's.
  init(_ names: [[UInt8]]) throws(Fault) {
    columnCount = names.count
    kinds = names.map { CellKind(ofColumn: UploadColumn.folded($0)) }
    var found: [UploadColumn: Int] = [:]
    var seen: Set<[UInt8]> = []
    for (field, name) in names.enumerated() {
      let folded = UploadColumn.folded(name)
      guard !folded.isEmpty else { continue }
      guard seen.insert(folded).inserted else {
        throw Fault(field: field, words: "the header names the column '\(shown(name))' twice")
      }
      if let column = UploadColumn.byFoldedName[folded] { found[column] = field }
    }
    guard let form = UploadForm(Set(found.keys)) else {
      throw Fault(field: 0, words: "the header names none of Clever's columns")
    }
    self.form = form
    let missing = form.required.filter { found[$0] == nil }.map { "'\($0.rawValue)'" }
    guard missing.isEmpty else {
      let words = "the header lacks the column\(missing.count == 1 ? "" : "s") "
      throw Fault(field: 0, words: words + missing.joined(separator: ", "))
    }
    for (column, field) in found where form.kept.contains(column) {
      fields[column.number] = Int32(field)
      kept.append((field, column == .firstName || column == .lastName))
    }
    kept.sort { $0.field < $1.field }
    let placed = Set(fields)
    unused = names.indices.filter { !placed.contains(Int32($0)) }.map { shown(names[$0]) }
  }

  /// Which field of a row holds `column`; -1 if none does.
  func field(_ column: UploadColumn) -> Int { Int(fields[column.number]) }
}

/// Whether a file that begins with `head` is one of those that a district uploads to Clever.
///
/// A text in UTF-16 is taken for one until it is decoded.
func isUpload(head: Span<UInt8>) -> Bool {
  guard head.count >= 2 else { return false }
  if TextEncoding.utf16(at: head) != nil { return true }
  switch head[0] {
  // What every answer of the API begins with, and every web page.
  case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<"): return false
  default: return UploadDialect(head: head) != nil
  }
}

/// A column's name for messages and counts: no control characters, not too long.
private func shown(_ name: [UInt8]) -> String {
  let text = String(decoding: name, as: UTF8.self).unicodeScalars.prefix(60)
    .filter { $0.value >= 0x20 && $0.value != 0x7F }
  let name = String(String.UnicodeScalarView(text))
  return name.isEmpty ? "(without a name)" : name
}
