// Tests of eight bytes at a time, in one machine word. Swift's vector types have no way to turn a
// comparison into a bit mask, and were 25 times slower at this.
//
// A test gives *marks*: a word in which the highest bit of a byte is set if the byte passes. The
// number of zero bits below the first mark, divided by eight, is the index of that byte.

/// The same byte eight times: `everyByte(0x22)` → `0x2222_2222_2222_2222`.
@inlinable @inline(__always) public func everyByte(_ byte: UInt8) -> UInt64 {
  0x0101_0101_0101_0101 &* UInt64(byte)
}

/// The highest bit of each byte: where marks are, and where a byte that is not ASCII has a 1.
@inlinable @inline(__always) public var highBits: UInt64 { 0x8080_8080_8080_8080 }

/// Marks each byte that is 0. All marks are right.
///
/// `zeroMarks(word ^ everyByte(0x2C))` marks the commas.
@inlinable @inline(__always) public func zeroMarks(_ word: UInt64) -> UInt64 {
  // Adding 0x7F sets the highest bit of seven bits that are not all 0, and never carries further.
  ~(((word & ~highBits) &+ ~highBits) | word) & highBits
}
