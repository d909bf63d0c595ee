/// The byte order mark of UTF-8, with which some programs begin a text file.
///
/// It says nothing in UTF-8, but without it Excel takes a CSV file for another encoding. RFC 8259
/// (section 8.1) lets a reader of JSON pass over it.
public enum ByteOrderMark {
  /// The three bytes: U+FEFF in UTF-8.
  public static let bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// How many bytes of mark `text` begins with: 3 or 0.
  public static func length(in text: Span<UInt8>) -> Int {
    text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0
  }
}
