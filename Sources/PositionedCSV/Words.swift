// Eight bytes at a time, in one register, as in `PositionedJSON`; rooms of one floor share nothing.

/// The same byte eight times.
@inline(__always) func eight(_ byte: UInt8) -> UInt64 {
  0x0101_0101_0101_0101 &* UInt64(byte)
}

/// The highest bit of each byte.
@inline(__always) var highBits: UInt64 { 0x8080_8080_8080_8080 }

/// Marks (highest bit) each byte of `word` that is 0; exact, for no borrow can cross.
@inline(__always) func zeroMarks(_ word: UInt64) -> UInt64 {
  ~(((word & ~highBits) &+ ~highBits) | word) & highBits
}

/// Marks (highest bit) where a field may end or a quote stands: comma, quote, CR and LF.
@inline(__always) func fieldMarks(_ word: UInt64) -> UInt64 {
  zeroMarks(word ^ eight(Byte.comma)) | zeroMarks(word ^ eight(Byte.quote))
    | zeroMarks(word ^ eight(Byte.lineFeed)) | zeroMarks(word ^ eight(Byte.carriageReturn))
}

extension Span where Element == UInt8 {
  /// The eight bytes from `offset` on, the first one lowest.
  @inline(__always) func word(at offset: Int) -> UInt64 {
    // Checks its bounds; called unsafe only because not every type may have every bit pattern.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The bytes from `offset` on, fewer than eight, with spaces behind them.
  func lastWord(at offset: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<8 {
      let byte = offset + index < count ? self[offset + index] : 0x20
      word |= UInt64(byte) << UInt64(8 * index)
    }
    return word
  }
}

/// The characters that CSV is made of.
enum Byte {
  static var quote: UInt8 { 0x22 }
  static var comma: UInt8 { 0x2C }
  static var lineFeed: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
}
