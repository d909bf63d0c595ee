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
  ///
  /// Asks for each number twice: once to know how many bytes there will be, so that they are made
  /// where they stay.
  @inlinable public init(count: Int, _ number: (Int) -> UInt64) {
    let blockCount = (count + 31) / 32
    var least: [UInt64] = []
    var starts = [0]
    least.reserveCapacity(blockCount)
    starts.reserveCapacity(blockCount + 1)
    var end = 0
    for first in stride(from: 0, to: count, by: 32) {
      var (low, high) = (UInt64.max, UInt64.min)
      for row in first..<min(first + 32, count) {
        let value = number(row)
        low = min(low, value)
        high = max(high, value)
      }
      end += 32 * ((UInt64.bitWidth - (high - low).leadingZeroBitCount + 7) / 8)
      least.append(low)
      starts.append(end)
    }
    // A row is written as a whole word, whose upper bytes the next row covers.
    var bytes = [UInt8](repeating: 0, count: end + 8)
    var output = bytes.mutableSpan
    for block in least.indices {
      let width = (starts[block + 1] - starts[block]) >> 5
      guard width > 0 else { continue }
      var place = starts[block]
      for row in block << 5..<min(block << 5 + 32, count) {
        output.setWord(number(row) &- least[block], at: place)
        place += width
      }
    }
    blocks = Blocks(count, least, starts, bytes)
  }

  /// The number of rows.
  @inlinable public var count: Int { blocks.count }

  /// The first row with `number` that `isWanted`; nil if there is none.
  ///
  /// Cost: one look at each block that cannot have it, which is nearly every one.
  public func firstRow(of number: UInt64, where isWanted: (Int) -> Bool) -> Int? {
    for block in blocks.least.indices where blocks.least[block] <= number {
      let width = (blocks.starts[block + 1] - blocks.starts[block]) >> 5
      let above = number - blocks.least[block]
      guard width == 8 || above >> UInt64(8 * width) == 0 else { continue }
      for row in block << 5..<min((block + 1) << 5, count)
      where self[row] == number && isWanted(row) {
        return row
      }
    }
    return nil
  }

  /// Whether the numbers of the rows that `counts` are each greater than the one before.
  ///
  /// Some nanoseconds a row: what is the same for a block is looked up once.
  @inlinable public func isAscending(where counts: (Int) -> Bool) -> Bool {
    let stored = blocks.bytes
    let bytes = stored.span
    var last: UInt64 = 0
    var isFirst = true
    for block in blocks.least.indices {
      let (least, start) = (blocks.least[block], blocks.starts[block])
      let width = (blocks.starts[block + 1] - start) >> 5
      let mask = width > 0 ? UInt64.max >> UInt64(64 - 8 * width) : 0
      for row in block << 5..<min((block + 1) << 5, count) where counts(row) {
        let number = least &+ bytes.word(at: start &+ width &* (row & 31)) & mask
        if number <= last, !isFirst { return false }
        last = number
        isFirst = false
      }
    }
    return true
  }

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
