import PositionedJSON
import SafeFiles

/// A stretch of a file in memory that moves on: one buffer, reused from the first byte to the last.
///
/// Not a memory map: a map counts in the peak, faults when the file is cut meanwhile, and saves
/// nothing (measured). Records are walked in place; what is left over at the end is moved to the
/// front and walked again with more bytes behind it.
struct ByteWindow: ~Copyable {
  /// How much is read at a time: few enough bytes to stay in the cache, many enough that walking
  /// the last record of a window twice costs nothing.
  static let chunk = 256 << 10
  /// The largest record: 1 MiB (security, section 1). The window never grows past it and a chunk.
  static let recordLimit = 1 << 20

  private(set) var bytes: [UInt8]
  /// How many of ``bytes`` are the file's.
  private(set) var end = 0
  /// The next byte to look at.
  var position = 0
  /// How many line feeds came before the byte at ``countedTo``.
  private(set) var lineFeeds = 0
  /// Up to where in the window line feeds were counted.
  private(set) var countedTo = 0
  /// Where in the file the first byte of the window stands.
  private(set) var base = 0
  /// Whether the window holds the file's end.
  private(set) var isAtEnd = false
  private var file: ExportFile

  init(_ file: consuming ExportFile) {
    self.file = file
    bytes = [UInt8](repeating: 0, count: ByteWindow.chunk)
  }

  /// Where in the file ``position`` is, in bytes.
  var offset: Int { base + position }

  /// Whether what is left over is as long as a record may be.
  var isRecordTooLong: Bool { end - position >= ByteWindow.recordLimit }

  /// Moves what is left to the front and reads on.
  mutating func refill() throws(FileError) {
    if position > 0 {
      note(LinePosition(self, to: position))
      countedTo -= position
      let left = end - position
      for index in 0..<left { bytes[index] = bytes[position + index] }
      base += position
      end = left
      position = 0
    }
    if bytes.count - end < ByteWindow.chunk / 2 {
      bytes.append(contentsOf: repeatElement(0, count: bytes.count))
    }
    let count = try file.read(into: &bytes, from: end)
    end += count
    if count == 0 { isAtEnd = true }
  }

  /// Notes how far line feeds were counted.
  mutating func note(_ lines: LinePosition) {
    lineFeeds = lines.lineFeeds
    countedTo = lines.countedTo
  }

  /// The next byte that is not white space, or nil at the end of the file; ``position`` is on it.
  mutating func next() throws(FileError) -> UInt8? {
    while true {
      while position < end {
        let byte = bytes[position]
        guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
        position += 1
      }
      if isAtEnd { return nil }
      try refill()
    }
  }

  /// Throws if the file is no longer what it was when it was opened.
  func checkUnchanged() throws(FileError) {
    try file.checkUnchanged()
  }
}

/// Counts the lines of a window as its records go by, while their bytes are at hand.
struct LinePosition {
  /// How many line feeds came before the byte at ``countedTo``.
  private(set) var lineFeeds: Int
  /// A byte of the window.
  private(set) var countedTo: Int

  /// Goes on where `window` was counted to.
  init(_ window: borrowing ByteWindow) {
    lineFeeds = window.lineFeeds
    countedTo = window.countedTo
  }

  /// Goes on where `window` was counted to, up to `position`.
  init(_ window: borrowing ByteWindow, to position: Int) {
    self.init(window)
    _ = line(at: position, in: window.bytes.span)
  }

  /// The line of the byte at `position`, from 1; positions ascend.
  @inline(__always)
  mutating func line(at position: Int, in bytes: Span<UInt8>) -> UInt32 {
    if position > countedTo {
      lineFeeds += LineCounter.lineFeeds(in: bytes.extracting(countedTo..<position))
      countedTo = position
    }
    return UInt32(truncatingIfNeeded: lineFeeds + 1)
  }
}
