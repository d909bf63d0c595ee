/// Where the text of a string, or the literal of a number, stands in the bytes; not a copy of it.
///
/// Only good with the cursor that gave it, or another one over the same bytes.
@frozen public struct JSONText: Sendable, Hashable {
  /// The first byte: bytes from the start of the span. For a string, the one after the quote.
  public var start: Int
  /// Raw bytes: between the quotes of a string, escapes as they are written.
  public var length: Int
  /// Whether there is an escape, so that the raw bytes are not the text yet.
  public var hasEscapes: Bool
  /// Whether there is a raw byte of 0x80 or above. What escapes stand for does not count.
  public var hasNonASCII: Bool

  @inlinable @inline(__always)
  init(from start: Int, to end: Int, hasEscapes: Bool, hasNonASCII: Bool) {
    self.start = start
    self.length = end &- start
    self.hasEscapes = hasEscapes
    self.hasNonASCII = hasNonASCII
  }

  /// Whether there is no text at all.
  @inlinable public var isEmpty: Bool { length == 0 }

  /// The first byte behind the text: for a string, the closing quote.
  @inlinable var end: Int { start &+ length }
}
