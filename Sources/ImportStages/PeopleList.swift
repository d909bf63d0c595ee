import SafeFiles

/// A file that names people: one Clever id or e-mail a line.
enum PeopleList {
  /// The largest file, in bytes.
  private static let byteLimit = 16 << 20

  /// The lines of the file at `path` without the spaces around them. Empty lines and those that
  /// begin with `#` do not count.
  ///
  /// - Throws: ``FileError`` when it cannot be read.
  static func read(_ path: String) throws(FileError) -> Set<String> {
    let text = String(decoding: try readSmallFile(path, limit: byteLimit), as: UTF8.self)
    let lines = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }
    return Set(
      lines.map { String($0).trimmingSpaces }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    )
  }
}

extension String {
  /// The text without the spaces, tabs and byte order marks around it.
  fileprivate var trimmingSpaces: String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
    let scalars = unicodeScalars.drop(while: isSpace)
    return String(String.UnicodeScalarView(scalars.reversed().drop(while: isSpace).reversed()))
  }
}
