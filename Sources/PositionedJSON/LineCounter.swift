/// Turns byte offsets of a file into lines and columns, as the file streams by in pieces.
///
/// Lines end with a line feed (a carriage return before it belongs to the line) and count from 1;
/// columns count Unicode scalars from 1. A byte order mark at the very start has no column.
///
///     while let piece = read() {
///       while let wanted = offsets.first, let place = counter.place(of: wanted, in: piece) { … }
///     }
public struct LineCounter: Sendable, Hashable {
  /// A line and a column, from 1.
  public struct Place: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The column in Unicode scalars, from 1.
    public var column: Int

    /// The place at `line` and `column`.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// Up to where the bytes of the file have gone by.
  public private(set) var offset = 0
  /// The place of the byte at ``offset``: at the end of the file, that of its end.
  public private(set) var current = Place(line: 1, column: 1)
  /// Where the piece begins that is being counted.
  private var pieceStart = 0
  /// How many bytes of a byte order mark the file begins with, as far as was read.
  private var markLength = 0

  /// Stands at the start of a file.
  public init() {}

  /// Goes on to the byte at `wanted`.
  ///
  /// - Parameters:
  ///   - wanted: bytes from the start of the file, not before ``offset``.
  ///   - piece: the same bytes as in the last call if that gave an answer, else those after them.
  /// - Returns: its place; nil if it is not in `piece`, which has then gone by.
  public mutating func place(of wanted: Int, in piece: Span<UInt8>) -> Place? {
    let pieceEnd = pieceStart + piece.count
    let target = max(offset, min(wanted, pieceEnd))
    count(piece.extracting(offset - pieceStart..<target - pieceStart))
    offset = target
    guard wanted >= pieceEnd else { return current }
    pieceStart = pieceEnd
    return nil
  }

  /// Lets bytes that follow ``offset`` go by.
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

  /// Takes back the column that a byte order mark was given.
  private mutating func passMark(_ bytes: Span<UInt8>) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var index = 0
    while offset + index == markLength, markLength < 3, index < bytes.count {
      guard bytes[index] == mark[markLength] else { return }
      markLength += 1
      index += 1
      if markLength == 3, current.line == 1 { current.column -= 1 }
    }
  }

  /// How many line feeds `bytes` hold.
  ///
  /// Most of an export's lines are long, and are counted one at a time with the line feed at their
  /// end: that one is told at once, and the rest is passed over 64 bytes at a time.
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
    // Some of these were passed over before.
    if index < rest.count, mayHoldLineFeed(rest, at: rest.count &- 64) {
      return last + eachLineFeed(in: rest.extracting(droppingFirst: index))
    }
    return last
  }

  /// Whether the 64 bytes from `index` on may hold a line feed: they do not if there is no control
  /// character. A borrow may raise a false mark, never hide a true one.
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

  /// How many line feeds `bytes` hold; eight bytes at a time.
  private static func eachLineFeed(in bytes: Span<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index <= bytes.count - 8 {
      while index <= bytes.count &- 64, !mayHoldLineFeed(bytes, at: index) { index &+= 64 }
      // Eight counts side by side, one a byte, added up after 32 bytes. Counting the bits of
      // each word instead costs three times as much where there is no instruction.
      var lanes: UInt64 = 0
      let stop = min(bytes.count - 8, index + 24)
      while index <= stop {
        let word = bytes.word(at: index) ^ eight(0x0A)
        // Exact for each byte, unlike ``stringMarks(_:)``: no borrow can cross.
        let isOther = ((word & ~highBits) &+ ~highBits) | word
        lanes &+= (~isOther & highBits) >> 7
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

/// The line and column of the byte at `offset`, when all bytes of the file before it are at hand.
///
/// An offset behind the last byte is taken for the end of the file. Cost: one pass up to `offset`.
public func lineAndColumn(of offset: Int, in bytes: Span<UInt8>) -> (line: Int, column: Int) {
  var counter = LineCounter()
  let place = counter.place(of: offset, in: bytes) ?? counter.current
  return (place.line, place.column)
}
