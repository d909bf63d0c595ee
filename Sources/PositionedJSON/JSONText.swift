/// Where the text of a string, or the literal of a number, is in the bytes; not a copy of it.
///
/// Only good with the cursor that gave it, or another one over the same bytes. Eight bytes, since
/// a record is held as a few dozen of these: the place in one word, the length and what the bytes
/// hold in the other.
@frozen public struct JSONText: Sendable, Hashable {
  @usableFromInline let first: UInt32
  /// The length, above two bits for what the bytes hold.
  @usableFromInline let lengthAndMarks: UInt32

  /// A text whose bytes begin at `start` and end before `end`.
  ///
  /// - Precondition: `end` is below 4 GiB, as everything in a cursor's bytes is, and the text is
  ///   shorter than 1 GiB.
  @inlinable @inline(__always)
  init(from start: Int, to end: Int, hasEscapes: Bool, hasNonASCII: Bool) {
    first = UInt32(truncatingIfNeeded: start)
    lengthAndMarks =
      UInt32(truncatingIfNeeded: (end &- start) &<< 2)
      | (hasEscapes ? 1 : 0) | (hasNonASCII ? 2 : 0)
  }

  /// The first byte: bytes from the start of the span. For a string, the one after the quote.
  @inlinable public var start: Int { Int(first) }
  /// Raw bytes: between the quotes of a string, escapes as they are written.
  @inlinable public var length: Int { Int(lengthAndMarks >> 2) }
  /// Whether there is an escape, so that the raw bytes are not the text yet.
  @inlinable public var hasEscapes: Bool { lengthAndMarks & 1 != 0 }
  /// Whether there is a raw byte of 0x80 or above. The characters that escapes mean do not count.
  @inlinable public var hasNonASCII: Bool { lengthAndMarks & 2 != 0 }

  /// Whether there is no text at all.
  @inlinable public var isEmpty: Bool { length == 0 }

  /// The first byte after the text: for a string, the closing quote.
  @inlinable var end: Int { start &+ length }
}
