/// Whole numbers of which neighbours are near each other, each in as few bytes as that takes.
///
/// For columns that nobody changes any more and few ask for: where records stand, what they are
/// called. 32 rows are a block: the least number, and what each row has above it in bytes enough
/// for the greatest. So a row is found without those before it.
public struct NearNumbers: Sendable {
  @usableFromInline let blocks: Blocks

  /// Held by reference: tables are handed on as values, and one with a dozen such columns would
  /// cost more to copy than what is looked up in it.
  @usableFromInline final class Blocks: Sendable {
    /// The number of rows.
    @usableFromInline let count: Int
    /// The least number of each block.
    @usableFromInline let least: [UInt64]
    /// Where the bytes of each block begin, and of the last one end: a whole multiple of 32 behind.
    @usableFromInline let starts: [Int]
    /// The rows' bytes, the lowest first; eight more behind, so that a row is one load.
    @usableFromInline let bytes: [UInt8]

    @usableFromInline init(_ count: Int, _ least: [UInt64], _ starts: [Int], _ bytes: [UInt8]) {
      self.count = count
      self.least = least
      self.starts = starts
      self.bytes = bytes
    }
  }

  private static let none = Blocks(0, [], [0], [])

  /// No rows.
  public init() { blocks = Self.none }

  /// The numbers that `number` gives for rows 0 to `count`.
  @inlinable public init(count: Int, _ number: (Int) -> UInt64) {
    let blockCount = (count + 31) / 32
    var least: [UInt64] = []
    var starts = [0]
    var bytes: [UInt8] = []
    least.reserveCapacity(blockCount)
    starts.reserveCapacity(blockCount + 1)
    var block = InlineArray<32, UInt64>(repeating: 0)
    for first in stride(from: 0, to: count, by: 32) {
      let rows = min(32, count - first)
      var (low, high) = (UInt64.max, UInt64.min)
      for row in 0..<rows {
        let value = number(first + row)
        block[row] = value
        low = min(low, value)
        high = max(high, value)
      }
      // Behind the last row the block is filled with nothing.
      for row in rows..<32 { block[row] = low }
      let width = (UInt64.bitWidth - (high - low).leadingZeroBitCount + 7) / 8
      bytes.append(addingCapacity: width * 32) { output in
        for row in 0..<32 {
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
    bytes += [0, 0, 0, 0, 0, 0, 0, 0]
    blocks = Blocks(count, least, starts, bytes)
  }

  /// The number of rows.
  @inlinable public var count: Int { blocks.count }

  /// The number of `row`.
  @inlinable @inline(__always) public subscript(row: Int) -> UInt64 {
    let block = row >> 5
    let start = blocks.starts[block]
    let width = (blocks.starts[block + 1] - start) >> 5
    guard width > 0 else { return blocks.least[block] }
    let bytes = blocks.bytes
    let word = bytes.span.word(at: start + width * (row & 31))
    return blocks.least[block] &+ word & (UInt64.max >> UInt64(64 - 8 * width))
  }
}
