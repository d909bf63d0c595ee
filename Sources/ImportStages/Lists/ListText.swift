import Bytes

/// A list that a person gives, such as the teachers who joined: text in lines, as a mail program, an
/// editor or a spreadsheet saves it.
///
/// UTF-8 and UTF-16 are read, with or without a byte order mark. Of another encoding the ASCII
/// letters are read; ids, addresses and codes have no others.
struct ListText {
  /// A line with something in it.
  struct Line {
    /// From 1.
    var number: Int
    /// Without its end.
    var text: String
  }

  /// A file that is no text, as what it is.
  struct NotText: Error {
    /// With its article: `an Excel workbook`.
    var kind: String
    /// What to do.
    var help: String
  }

  /// The lines that are not empty, in order.
  let lines: [Line]

  /// Takes the text apart.
  ///
  /// - Parameter bytes: the file.
  /// - Throws: ``NotText`` for a workbook, a PDF file, a web page and the like.
  init(_ bytes: [UInt8]) throws(NotText) {
    if let kind = ListText.kind(of: bytes) { throw kind }
    guard let text = ListText.decode(bytes) else {
      throw NotText(kind: "no text: it holds zero bytes", help: ListText.saveAsCSV)
    }
    // Web pages are found after decoding: they come in UTF-16, too.
    let start = text.drop { $0.isWhitespace }.prefix(14).lowercased()
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
      throw NotText(kind: "a web page", help: ListText.saveAsCSV)
    }
    if start.hasPrefix("{\\rtf") {
      throw NotText(kind: "a text with formats (RTF)", help: "save it as plain text")
    }
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.enumerated()
      .map { Line(number: $0.offset + 1, text: String($0.element)) }
      .filter { !$0.text.unicodeScalars.allSatisfy { isBlank($0) } }
  }

  private static let saveAsCSV = "save the list as 'CSV UTF-8', or copy it into a text file"

  /// What a file is that begins with known bytes: `PK\u{3}\u{4}` for a workbook of Excel's.
  private static func kind(of bytes: [UInt8]) -> NotText? {
    let kinds: [(start: [UInt8], kind: String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "a workbook (Excel, Numbers or LibreOffice) or another archive"),
      ([0x50, 0x4B, 0x05, 0x06], "an empty archive"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel or Word file"),
      (Array("%PDF".utf8), "a PDF file"),
      ([0x1F, 0x8B], "a packed file (gzip)"),
      ([0x89, 0x50, 0x4E, 0x47], "a picture"),
      ([0xFF, 0xD8, 0xFF], "a picture"),
    ]
    return kinds.first { bytes.starts(with: $0.start) }
      .map { NotText(kind: $0.kind, help: saveAsCSV) }
  }

  /// The text; nil where zero bytes show that it is none.
  private static func decode(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), highFirst: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), highFirst: true) }
    guard bytes.contains(0) else { return String(decoding: bytes, as: UTF8.self) }
    // Of ASCII in UTF-16 every second byte is zero.
    let highFirst = bytes.first == 0
    let isZero = stride(from: highFirst ? 0 : 1, to: bytes.count, by: 2).count { bytes[$0] == 0 }
    return isZero * 4 > bytes.count ? utf16(bytes[...], highFirst: highFirst) : nil
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, highFirst: Bool) -> String? {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return highFirst ? first << 8 | second : second << 8 | first
    }
    return units.contains(0) ? nil : String(decoding: units, as: UTF16.self)
  }
}

/// The cells of a line between `separator`s, outer blanks and quotes taken off.
///
/// A separator in quotes divides nothing: `"Lindqvist, Sam",sam@oak.us` has two cells.
func cells(of line: String, _ isSeparator: (Unicode.Scalar) -> Bool) -> [String] {
  var cells: [String] = []
  var cell = String.UnicodeScalarView()
  var isQuoted = false
  for scalar in line.unicodeScalars {
    if scalar == "\"" {
      // A quote in a quoted cell is written twice; it is not needed in what is looked for.
      isQuoted.toggle()
    } else if isSeparator(scalar), !isQuoted {
      cells.append(trimmed(cell))
      cell = String.UnicodeScalarView()
    } else {
      cell.append(scalar)
    }
  }
  return cells + [trimmed(cell)]
}

extension String {
  /// The text without blanks of any kind around it, and without marks that cannot be seen: a script
  /// that was saved on Windows leaves a carriage return at the end of a value.
  var trimmed: String { ImportStages.trimmed(unicodeScalars) }
}

/// `text` without blanks of any kind around it, and without marks that cannot be seen.
private func trimmed(_ text: String.UnicodeScalarView) -> String {
  let rest = text.drop { isBlank($0) }.reversed().drop { isBlank($0) }.reversed()
  return String(String.UnicodeScalarView(rest))
}

/// Whether a scalar is a blank, or takes no room: U+00A0, U+FEFF and the like.
func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00AD, 0x200B...0x200F, 0x2060, 0xFEFF: true
  default: scalar.properties.isWhitespace
  }
}
