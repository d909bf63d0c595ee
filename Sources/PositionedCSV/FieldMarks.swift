internal import Bytes

/// Marks the bytes at which a field may end or a quote may open it: `separator`, quote, LF and CR.
/// All marks are right.
@inline(__always) func fieldMarks(_ word: UInt64, _ separator: UInt8) -> UInt64 {
  zeroMarks(word ^ everyByte(separator)) | zeroMarks(word ^ everyByte(ASCII.quote))
    | zeroMarks(word ^ everyByte(ASCII.lineFeed))
    | zeroMarks(word ^ everyByte(ASCII.carriageReturn))
}
