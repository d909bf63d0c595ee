// The only loads and stores of several bytes at once. They are marked `unsafe`, because not every
// type may have every bit pattern; a number may. Eight bytes put together by shifts are not always
// compiled to one load.

extension Span where Element == UInt8 {
  /// The eight bytes at `offset` as one machine word, the first byte lowest:
  /// `"abcdefgh"` → `0x6867_6665_6463_6261`.
  ///
  /// - Precondition: there are eight bytes from `offset` on.
  @inlinable @inline(__always) public func word(at offset: Int) -> UInt64 {
    // The load checks its bounds.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The eight bytes at `offset` as one machine word, with spaces for those after the end:
  /// `"abc"` at 1 → `0x2020_2020_2020_6362`.
  @inlinable public func wordFilledWithSpaces(at offset: Int) -> UInt64 {
    var word = everyByte(0x20)
    for index in offset..<min(offset + 8, count) {
      let shift = UInt64(8 * (index - offset))
      word ^= UInt64(self[index] ^ 0x20) << shift
    }
    return word
  }

  /// The four bytes at `offset` as one number, the first byte lowest.
  @inlinable @inline(__always) func halfWord(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= count &- 4, "there are four bytes")
    let four = extracting(offset..<offset &+ 4)
    precondition(four.count == 4)
    return UInt64(four[0]) | UInt64(four[1]) << 8 | UInt64(four[2]) << 16 | UInt64(four[3]) << 24
  }

  /// A text of one to seven bytes as one machine word that holds each of its bytes at least once;
  /// for comparing texts of the same length, and for looking at all bytes together.
  ///
  /// Up to three bytes: the first, the middle one and the last, then letters `a`:
  /// `"xy"` → `x y y`, five times `a`. From four on: the first four and the last four:
  /// `"abcde"` → `a b c d b c d e`. The first byte is lowest.
  ///
  /// - Precondition: there are one to seven bytes.
  @inlinable @inline(__always) public var paddedWord: UInt64 {
    if count >= 4 { return halfWord(at: 0) | halfWord(at: count &- 4) << 32 }
    return UInt64(self[0]) | UInt64(self[count >> 1]) << 8 | UInt64(self[count &- 1]) << 16
      | 0x6161_6161_6100_0000
  }

  /// The 32 bytes at `offset`, to be copied as a whole.
  ///
  /// - Precondition: there are 32 bytes from `offset` on.
  @inlinable @inline(__always) public func block(at offset: Int) -> SIMD32<UInt8> {
    // The load checks its bounds.
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD32<UInt8>.self)
  }

  /// The 32 bytes at `offset`, to be looked at as four machine words; nil if there are not so many.
  @inlinable @inline(__always) @_lifetime(copy self)
  public func fourWords(at offset: Int) -> FourWords? {
    guard offset >= 0, offset <= count &- 32 else { return nil }
    return FourWords(self, from: offset)
  }
}

/// 32 bytes of a span as four machine words: one check of bounds serves all four loads.
@frozen public struct FourWords: ~Escapable {
  @usableFromInline let span: Span<UInt8>
  @usableFromInline let start: Int

  /// - Precondition: there are 32 bytes in `span` from `start` on.
  @inlinable @inline(__always) @_lifetime(copy span)
  init(_ span: Span<UInt8>, from start: Int) {
    self.span = span
    self.start = start
  }

  /// The eight bytes at 0, 8, 16 or 24 as one machine word, the first byte lowest.
  @inlinable @inline(__always) public subscript(offset: Int) -> UInt64 {
    // `Span.fourWords(at:)`, which alone makes these, has checked that there are 32 bytes.
    UInt64(
      littleEndian: unsafe span.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start &+ (offset & 24),
        as: UInt64.self
      )
    )
  }
}

extension MutableSpan where Element == UInt8 {
  /// Stores a machine word in the eight bytes at `offset`, its lowest byte first.
  ///
  /// - Precondition: there are eight bytes from `offset` on.
  @inlinable @inline(__always) public mutating func setWord(_ word: UInt64, at offset: Int) {
    // The store checks its bounds. Bytes may be written as any type that is no more than its bits.
    var bytes = unsafe mutableBytes
    bytes.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
  }

  /// Stores 32 bytes at `offset`.
  ///
  /// - Precondition: there are 32 bytes from `offset` on.
  @inlinable @inline(__always) public mutating func setBlock(_ block: SIMD32<UInt8>, at offset: Int)
  {
    var bytes = unsafe mutableBytes
    bytes.storeBytes(of: block, toByteOffset: offset, as: SIMD32<UInt8>.self)
  }
}

extension StaticString {
  /// The byte at `index` of the literal's UTF-8. A release build computes it at compile time.
  ///
  /// - Precondition: the literal has a byte there.
  @inlinable @inline(__always) public func byte(at index: Int) -> UInt8 {
    precondition(index >= 0 && index < utf8CodeUnitCount, "the literal has a byte there")
    return unsafe utf8Start[index]
  }
}
