public import Bytes

/// Marks (highest bit of the byte) where plain text of a string ends: a quote, a backslash or a
/// control character. The lowest mark is right; ones above it may be false.
@inlinable @inline(__always) func stringMarks(_ word: UInt64) -> UInt64 {
  // Flipping bit 1 swaps the quote (0x22) with the space, and keeps 0...0x1F among themselves.
  let quoteOrControl = (word ^ everyByte(0x02)) &- everyByte(0x21)
  let backslash = (word ^ everyByte(0x5C)) &- everyByte(0x01)
  return (quoteOrControl | backslash) & ~word & highBits
}

/// Marks (highest bit of the byte) where the plain ASCII text of a string ends, at any byte of 0x80
/// or above too. The lowest mark is right; ones above it may be false.
@inlinable @inline(__always) func plainMarks(_ word: UInt64) -> UInt64 {
  // As in ``stringMarks(_:)``.
  let quoteOrControl = (word ^ everyByte(0x02)) &- everyByte(0x21)
  let backslash = (word ^ everyByte(0x5C)) &- everyByte(0x01)
  return (quoteOrControl | backslash | word) & highBits
}
