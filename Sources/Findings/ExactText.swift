/// A text that is equal to another only byte for byte.
///
/// `String` takes two spellings of one character for the same (`é` as one code point, and as `e`
/// with an accent after it); two files may have names that differ in no more.
package struct ExactText: Sendable, Hashable {
  /// The text.
  package var text: String

  /// `text`, byte for byte.
  package init(_ text: String) { self.text = text }

  /// Whether both have the same bytes of UTF-8.
  package static func == (left: ExactText, right: ExactText) -> Bool {
    let (one, other) = (left.text.utf8.span, right.text.utf8.span)
    guard one.count == other.count else { return false }
    // Without an early end the compiler compares many bytes at a time.
    var difference: UInt8 = 0
    for index in one.indices { difference |= one[index] ^ other[index] }
    return difference == 0
  }

  /// Hashes the text.
  package func hash(into hasher: inout Hasher) {
    // Equal bytes are equal texts, which have equal hashes.
    hasher.combine(text)
  }
}
