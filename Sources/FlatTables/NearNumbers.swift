/// Whole numbers of which neighbours are near each other, each in as few bytes as that takes.
///
/// For columns that nobody changes any more and few ask for: where records stand, what they are
/// called. 32 rows are a block: the least number, and what each row has above it in bytes enough
/// for the greatest. So a row is found without those before it.
public struct NearNumbers: Sendable {
  /// The number of rows.
  public let count: Int
  /// The least number of each block.
  @usableFromInline var least: [UInt64] = []
  /// Where the bytes of each block begin, and of the last one end: a whole multiple of 32 behind.
  @usableFromInline var starts: [Int] = [0]
  /// The rows' bytes, the lowest first; eight more behind, so that a row is one load.
  @usableFromInline var bytes: [UInt8] = []

  @inlinable static var blockSize: Int { 32 }

  /// No rows.
  @inlinable public init() { count = 0 }

  /// The numbers that `number` gives for rows 0 to `count`.
  @inlinable public init(count: Int, _ number: (Int) -> UInt64) {
    self.count = count
    let blocks = (count + Self.blockSize - 1) / Self.blockSize
    least.reserveCapacity(blocks)
    starts.reserveCapacity(blocks + 1)
    var block = InlineArray<32, UInt64>(repeating: 0)
    for first in stride(from: 0, to: count, by: Self.blockSize) {
      let rows = min(Self.blockSize, count - first)
      var (low, high) = (UInt64.max, UInt64.min)
      for row in 0..<rows {
        let value = number(first + row)
        block[row] = value
        low = min(low, value)
        high = max(high, value)
      }
      // Behind the last row the block is filled with nothing.
      for row in rows..<Self.blockSize { block[row] = low }
      append(block, above: low, high)
    }
    bytes += [0, 0, 0, 0, 0, 0, 0, 0]
  }

  @inlinable mutating func append(
    _ block: InlineArray<32, UInt64>,
    above low: UInt64,
    _ high: UInt64
  ) {
    let width = (UInt64.bitWidth - (high - low).leadingZeroBitCount + 7) / 8
    bytes.append(addingCapacity: width * Self.blockSize) { output in
      for row in 0..<Self.blockSize {
        var above = block[row] &- low
        for _ in 0..<width {
          output.append(UInt8(truncatingIfNeeded: above))
          above >>= 8
        }
      }
    }
    least.append(low)
    starts.append(bytes.count)
  }

  /// The number of `row`.
  @inlinable @inline(__always) public subscript(row: Int) -> UInt64 {
    let block = row >> 5
    let start = starts[block]
    let width = (starts[block + 1] - start) >> 5
    guard width > 0 else { return least[block] }
    let word = bytes.span.word(at: start + width * (row & 31))
    return least[block] &+ word & (UInt64.max >> UInt64(64 - 8 * width))
  }
}
