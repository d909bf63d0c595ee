public import Bytes

/// Whether none of the eight bytes raises a flag of ``TextFlags``: printable ASCII without quote,
/// comma and backslash. A borrow or carry can only make a byte look less plain than it is.
@inlinable @inline(__always) func isPlain(_ word: UInt64) -> Bool {
  let quote = word ^ everyByte(0x22)
  let comma = word ^ everyByte(0x2C)
  let backslash = word ^ everyByte(0x5C)
  let marks =
    word | (word &+ everyByte(0x01)) | (word &- everyByte(0x20)) & ~word
    | (quote &- everyByte(0x01)) & ~quote
    | (comma &- everyByte(0x01)) & ~comma | (backslash &- everyByte(0x01)) & ~backslash
  return marks & everyByte(0x80) == 0
}

/// Marks (highest bit of the byte) what raises a flag of ``TextFlags`` among printable ASCII without
/// quotes and backslashes: a comma. What is not such bytes is marked, too, DEL for one. The lowest
/// mark is right; ones above it may be false.
@inlinable @inline(__always) func printableMarks(_ word: UInt64) -> UInt64 {
  let comma = word ^ everyByte(0x2C)
  return (word | (word &+ everyByte(0x01)) | (comma &- everyByte(0x01)) & ~comma) & everyByte(0x80)
}
