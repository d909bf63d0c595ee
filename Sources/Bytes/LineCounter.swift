/// Turns byte offsets of a file into lines and columns while the file is read in pieces.
///
/// Lines and columns count from 1. A line ends with a line feed; a carriage return before it belongs
/// to the line. Columns count Unicode scalars. A byte order mark at the start of the file has no
/// column. In `"é\nab"` the byte at offset 4 is `b`: line 2, column 2.
///
///     while let piece = read() {
///       while let wanted = offsets.first, let found = counter.lineAndColumn(of: wanted, in: piece) { … }
///     }
public struct LineCounter: Sendable, Hashable {
  /// How many bytes of the file have been counted.
  public private(set) var offset = 0
  /// The line and column of the byte at ``offset``; after the last piece, those of the end of file.
  public private(set) var current = LineAndColumn(line: 1, column: 1)
  /// The offset in the file at which the piece begins that is being counted.
  private var pieceStart = 0
  /// How many bytes of a byte order mark have been seen at the start of the file: 0 to 3.
  private var markLength = 0

  /// A counter at the start of a file.
  public init() {}

  /// Counts up to the byte at `wanted`.
  ///
  /// - Parameters:
  ///   - wanted: bytes from the start of the file, at least ``offset``.
  ///   - piece: the same bytes as in the last call if that returned a place, else the bytes that
  ///     follow them.
  /// - Returns: the line and column; nil if `wanted` is after `piece`, which has then been counted.
  public mutating func lineAndColumn(of wanted: Int, in piece: Span<UInt8>) -> LineAndColumn? {
    let pieceEnd = pieceStart + piece.count
    let target = max(offset, min(wanted, pieceEnd))
    count(piece.extracting(offset - pieceStart..<target - pieceStart))
    offset = target
    guard wanted >= pieceEnd else { return current }
    pieceStart = pieceEnd
    return nil
  }

  /// Counts `bytes`, which follow ``offset``.
  private mutating func count(_ bytes: Span<UInt8>) {
    var columnsFrom = bytes.count
    while columnsFrom > 0, bytes[columnsFrom - 1] != 0x0A { columnsFrom -= 1 }
    if columnsFrom > 0 {
      current.line += LineCounter.lineFeeds(in: bytes.extracting(first: columnsFrom))
      current.column = 1
    }
    for index in columnsFrom..<bytes.count where bytes[index] & 0xC0 != 0x80 { current.column += 1 }
    passMark(bytes)
  }

  /// Takes back the column that `count` gave to a byte order mark.
  private mutating func passMark(_ bytes: Span<UInt8>) {
    var index = 0
    while offset + index == markLength, markLength < 3, index < bytes.count {
      guard bytes[index] == ByteOrderMark.bytes[markLength] else { return }
      markLength += 1
      index += 1
      if markLength == 3, current.line == 1 { current.column -= 1 }
    }
  }

  /// How many line feeds `bytes` hold.
  ///
  /// Fast for one long line with the line feed at its end, which most records of an export are: the
  /// last byte is looked at by itself, and the rest is passed over 64 bytes at a time.
  public static func lineFeeds(in bytes: Span<UInt8>) -> Int {
    guard bytes.count > 64 else { return eachLineFeed(in: bytes) }
    let last = bytes[bytes.count &- 1] == 0x0A ? 1 : 0
    let rest = bytes.extracting(droppingLast: last)
    var index = 0
    while index <= rest.count &- 64 {
      if mayHoldLineFeed(rest, at: index) {
        return last + eachLineFeed(in: rest.extracting(droppingFirst: index))
      }
      index &+= 64
    }
    // The last 64 bytes. They may overlap those before.
    if index < rest.count, mayHoldLineFeed(rest, at: rest.count &- 64) {
      return last + eachLineFeed(in: rest.extracting(droppingFirst: index))
    }
    return last
  }

  /// Whether the 64 bytes at `index` may hold a line feed. False only if none of them is below 0x0E,
  /// as line feed and tab are.
  @inline(__always)
  private static func mayHoldLineFeed(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    let block = bytes.extracting(index..<index &+ 64)
    precondition(block.count == 64)
    let marks =
      controlMarks(block.word(at: 0)) | controlMarks(block.word(at: 8))
      | controlMarks(block.word(at: 16)) | controlMarks(block.word(at: 24))
      | controlMarks(block.word(at: 32)) | controlMarks(block.word(at: 40))
      | controlMarks(block.word(at: 48)) | controlMarks(block.word(at: 56))
    return marks & highBits != 0
  }

  /// How many line feeds `bytes` hold, counted eight bytes at a time.
  private static func eachLineFeed(in bytes: Span<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index <= bytes.count - 8 {
      while index <= bytes.count &- 64, !mayHoldLineFeed(bytes, at: index) { index &+= 64 }
      // Eight counters, one in each byte of `lanes`, are added up after 32 bytes. Counting the bits
      // of each word instead costs three times as much on processors without an instruction for it.
      var lanes: UInt64 = 0
      let stop = min(bytes.count - 8, index + 24)
      while index <= stop {
        lanes &+= zeroMarks(bytes.word(at: index) ^ everyByte(0x0A)) >> 7
        index += 8
      }
      let pairs = (lanes & 0x00FF_00FF_00FF_00FF) &+ (lanes >> 8 & 0x00FF_00FF_00FF_00FF)
      count += Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
    }
    while index < bytes.count {
      if bytes[index] == 0x0A { count += 1 }
      index += 1
    }
    return count
  }
}

/// The line and column of the byte at `offset` of a file whose bytes are all in memory.
///
/// An offset after the last byte counts as the end of the file. Cost: one pass up to `offset`.
public func lineAndColumn(of offset: Int, in bytes: Span<UInt8>) -> LineAndColumn {
  var counter = LineCounter()
  return counter.lineAndColumn(of: offset, in: bytes) ?? counter.current
}

/// Marks bytes below 0x0E. The lowest mark is right; marks above it may be false, since a subtraction
/// can borrow from the next byte.
@inline(__always) private func controlMarks(_ word: UInt64) -> UInt64 {
  (word &- everyByte(0x0E)) & ~word
}
