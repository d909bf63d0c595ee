/// The subjects of sections in Clever's API, and how districts spell them.
///
/// Source: Clever's API definitions, section `subject`; Clever, SFTP instructions v2.1.1, `Subject`:
/// the same words with a capital.
public enum CleverSubject {
  /// The subject of homerooms.
  public static let homeroom = "homeroom/advisory"

  /// The API's spellings.
  static let all = [
    "english/language arts", "math", "science", "social studies", "language", homeroom,
    "interventions/online learning", "technology and engineering", "PE and health",
    "arts and music", "other",
  ]

  private static let spellings = all.map { (spelling: $0, folded: folded(Array($0.utf8).span)) }

  /// The API's spelling of `text`; nil if it is none of Clever's subjects.
  ///
  ///     Homeroom/advisory   HOMEROOM / ADVISORY   Homeroom   PE & Health
  ///
  /// Neither capitals count nor blanks.
  public static func spelling(of text: borrowing Span<UInt8>) -> String? {
    // Longer than the longest with a few blanks it is none.
    guard !text.isEmpty, text.count <= 40 else { return nil }
    let word = folded(text)
    if word == Array("homeroom".utf8) || word == Array("advisory".utf8) { return homeroom }
    return spellings.first { $0.folded == word }?.spelling
  }

  private static func folded(_ text: borrowing Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for index in text.indices {
      switch text[index] {
      case 0x20, 0x09, UInt8(ascii: "_"), UInt8(ascii: "-"): continue
      case UInt8(ascii: "&"): bytes += "and".utf8
      case let byte where (0x41...0x5A).contains(byte): bytes.append(byte | 0x20)
      case let byte: bytes.append(byte)
      }
    }
    return bytes
  }
}
