internal import Bytes

/// Marks the bytes at which a field may end or a quote may open it: comma, quote, LF and CR. All
/// marks are right.
@inline(__always) func fieldMarks(_ word: UInt64) -> UInt64 {
  zeroMarks(word ^ everyByte(ASCII.comma)) | zeroMarks(word ^ everyByte(ASCII.quote))
    | zeroMarks(word ^ everyByte(ASCII.lineFeed))
    | zeroMarks(word ^ everyByte(ASCII.carriageReturn))
}
