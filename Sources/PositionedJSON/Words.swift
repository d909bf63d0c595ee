// Eight bytes at a time, in one register ("SWAR"). Swift's own SIMD vectors have no way to turn a
// comparison into a bit mask, and are 25 times slower at this.

/// The same byte eight times.
@inlinable @inline(__always) func eight(_ byte: UInt8) -> UInt64 {
  0x0101_0101_0101_0101 &* UInt64(byte)
}

/// The highest bit of each byte.
@inlinable @inline(__always) var highBits: UInt64 { 0x8080_8080_8080_8080 }

/// Marks (highest bit of the byte) where plain text of a string ends: a quote, a backslash or a
/// control character. The lowest mark is right; ones above it may be false.
@inlinable @inline(__always) func stringMarks(_ word: UInt64) -> UInt64 {
  // Flipping bit 1 swaps the quote (0x22) with the space, and keeps 0...0x1F among themselves.
  let quoteOrControl = (word ^ eight(0x02)) &- eight(0x21)
  let backslash = (word ^ eight(0x5C)) &- eight(0x01)
  return (quoteOrControl | backslash) & ~word & highBits
}

/// Marks (highest bit of the byte) where the plain ASCII text of a string ends, at any byte of 0x80
/// or above too. The lowest mark is right; ones above it may be false.
@inlinable @inline(__always) func plainMarks(_ word: UInt64) -> UInt64 {
  // As in ``stringMarks(_:)``.
  let quoteOrControl = (word ^ eight(0x02)) &- eight(0x21)
  let backslash = (word ^ eight(0x5C)) &- eight(0x01)
  return (quoteOrControl | backslash | word) & highBits
}

/// Marks (highest bit of the byte) bytes below 0x0E, tab and line ends among them; ones above the
/// lowest mark may be false.
@inline(__always) func controlMarks(_ word: UInt64) -> UInt64 {
  (word &- eight(0x0E)) & ~word
}

extension Span where Element == UInt8 {
  /// The eight bytes from `offset` on, the first one lowest.
  @inlinable @inline(__always) func word(at offset: Int) -> UInt64 {
    // Checks its bounds; called unsafe only because not every type may have every bit pattern.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The 32 bytes from `place` on; nil if there are no so many.
  @inlinable @inline(__always) @_lifetime(copy self) func block(at place: Int) -> JSONBlock? {
    guard place >= 0, place <= count &- 32 else { return nil }
    return JSONBlock(self, from: place)
  }
}

/// 32 bytes of a span, to look at its four words after one check of bounds.
@frozen @usableFromInline struct JSONBlock: ~Escapable {
  @usableFromInline let span: Span<UInt8>
  @usableFromInline let start: Int

  /// - Precondition: 32 bytes stand in `span` from `start` on.
  @inlinable @inline(__always) @_lifetime(copy span)
  init(_ span: Span<UInt8>, from start: Int) {
    self.span = span
    self.start = start
  }

  /// The eight bytes from 0, 8, 16 or 24 on, the first one lowest.
  @inlinable @inline(__always) subscript(offset: Int) -> UInt64 {
    // In bounds: whoever made this has checked that 32 bytes stand there.
    UInt64(
      littleEndian: unsafe span.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start &+ (offset & 24),
        as: UInt64.self
      )
    )
  }
}

/// The characters JSON is made of.
@frozen @usableFromInline enum Byte {
  @inlinable static var quote: UInt8 { 0x22 }
  @inlinable static var comma: UInt8 { 0x2C }
  @inlinable static var colon: UInt8 { 0x3A }
  @inlinable static var backslash: UInt8 { 0x5C }
  @inlinable static var openBracket: UInt8 { 0x5B }
  @inlinable static var closeBracket: UInt8 { 0x5D }
  @inlinable static var openBrace: UInt8 { 0x7B }
  @inlinable static var closeBrace: UInt8 { 0x7D }
  @inlinable static var space: UInt8 { 0x20 }
}
