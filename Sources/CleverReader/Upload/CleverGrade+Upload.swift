import Roster

extension CleverGrade {
  /// The grade that `text` spells in a district's file: `PK`, `KG`, `1` or `01`, or the API's word.
  ///
  /// Source: Clever, "SFTP Syncs: How do I format my CSV files?", the short forms of grades.
  init(ofUpload text: Span<UInt8>) {
    self = CleverGrade(parsing: text)
    guard self == .unknown else { return }
    if text.count == 2, text[0] == UInt8(ascii: "0") {
      self = CleverGrade(parsing: text.extracting(1..<2))
      return
    }
    for (word, grade) in CleverGrade.shortWords where isSameWord(text, word) {
      self = grade
      return
    }
  }

  private static let shortWords: [([UInt8], CleverGrade)] = [
    ("pk", preKindergarten), ("tk", transitionalKindergarten), ("kg", kindergarten),
    ("k", kindergarten),
  ].map { (Array(String($0.0).utf8), $0.1) }
}

/// Whether `text` is `word`, which is in lower case; the case of ASCII letters does not count.
func isSameWord(_ text: Span<UInt8>, _ word: [UInt8]) -> Bool {
  guard text.count == word.count else { return false }
  for index in text.indices {
    let byte = text[index]
    let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    guard (isUpper ? byte | 0x20 : byte) == word[index] else { return false }
  }
  return true
}
