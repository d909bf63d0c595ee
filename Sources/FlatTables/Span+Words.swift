extension Span where Element == UInt8 {
  /// The eight bytes from `offset` on as one number, the first byte lowest.
  @inlinable @inline(__always) public func word(at offset: Int) -> UInt64 {
    // Checks its bounds; called unsafe only because not every type may have every bit pattern.
    // Eight bytes put together by shifts are not always made one load of.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The 32 bytes from `offset` on.
  @inlinable @inline(__always) public func block(at offset: Int) -> SIMD32<UInt8> {
    // Checks its bounds, likewise.
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD32<UInt8>.self)
  }

  /// The four bytes from `offset` on as one number, the first byte lowest.
  @inlinable @inline(__always) func halfWord(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= count &- 4, "four bytes stand there")
    let bytes = extracting(offset..<offset &+ 4)
    precondition(bytes.count == 4)
    return UInt64(bytes[0]) | UInt64(bytes[1]) << 8 | UInt64(bytes[2]) << 16
      | UInt64(bytes[3]) << 24
  }

  /// All bytes of a text of one to seven, some of them twice, above them what is no text's end:
  /// letters, so that nobody looks twice.
  @inlinable @inline(__always) public var paddedWord: UInt64 {
    if count >= 4 { return halfWord(at: 0) | halfWord(at: count &- 4) << 32 }
    return UInt64(self[0]) | UInt64(self[count >> 1]) << 8 | UInt64(self[count &- 1]) << 16
      | 0x6161_6161_6100_0000
  }
}

extension MutableSpan where Element == UInt8 {
  /// Puts a number into the eight bytes from `offset` on, its lowest byte first.
  @inlinable @inline(__always) public mutating func setWord(_ word: UInt64, at offset: Int) {
    // Checks its bounds; bytes are fit to be written as whatever has no meaning beyond its bits.
    var bytes = unsafe mutableBytes
    bytes.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
  }

  /// Puts 32 bytes in place of those from `offset` on.
  @inlinable @inline(__always) public mutating func setBlock(_ block: SIMD32<UInt8>, at offset: Int)
  {
    var bytes = unsafe mutableBytes
    bytes.storeBytes(of: block, toByteOffset: offset, as: SIMD32<UInt8>.self)
  }
}

/// The same byte eight times.
@inlinable @inline(__always) func eight(_ byte: UInt8) -> UInt64 {
  0x0101_0101_0101_0101 &* UInt64(byte)
}

/// Whether none of the eight bytes raises a flag of ``TextFlags``: printable ASCII without quote,
/// comma and backslash. A borrow or carry can only make a byte look less plain than it is.
@inlinable @inline(__always) func isPlain(_ word: UInt64) -> Bool {
  let quote = word ^ eight(0x22)
  let comma = word ^ eight(0x2C)
  let backslash = word ^ eight(0x5C)
  let marks =
    word | (word &+ eight(0x01)) | (word &- eight(0x20)) & ~word | (quote &- eight(0x01)) & ~quote
    | (comma &- eight(0x01)) & ~comma | (backslash &- eight(0x01)) & ~backslash
  return marks & eight(0x80) == 0
}

/// Marks (highest bit of the byte) what raises a flag of ``TextFlags`` among printable ASCII without
/// quotes and backslashes: a comma. What is not such bytes is marked, too, DEL for one. The lowest
/// mark is right; ones above it may be false.
@inlinable @inline(__always) func printableMarks(_ word: UInt64) -> UInt64 {
  let comma = word ^ eight(0x2C)
  return (word | (word &+ eight(0x01)) | (comma &- eight(0x01)) & ~comma) & eight(0x80)
}
