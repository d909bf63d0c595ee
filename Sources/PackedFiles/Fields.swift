/// Numbers as zip has them: the least byte first.
struct Fields {
  private let bytes: ArraySlice<UInt8>
  private var next: Int

  /// Reads `bytes` from their beginning.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    next = bytes.startIndex
  }

  /// Bytes not read yet.
  var left: Int { bytes.endIndex - next }

  /// The next `size` bytes as one number; 0 after the end, which the caller has ruled out.
  mutating func number(_ size: Int) -> Int {
    var number: UInt64 = 0
    for index in 0..<size where next + index < bytes.endIndex {
      number |= UInt64(bytes[next + index]) << UInt64(8 * index)
    }
    skip(size)
    // A larger size or offset is above every limit, and sums of these stay within `Int`.
    return Int(min(number, 1 << 60))
  }

  mutating func skip(_ count: Int) { next = min(next + count, bytes.endIndex) }

  /// The next `count` bytes; fewer at the end.
  mutating func slice(_ count: Int) -> ArraySlice<UInt8> {
    let start = next
    skip(count)
    return bytes[start..<next]
  }
}
