import PositionedJSON
import SafeFiles

/// A stretch of a file in memory that moves on.
///
/// Not a memory map: a map counts in the peak, faults when the file is cut meanwhile, and saves
/// nothing (measured). Records are walked in place. When the window moves on, its bytes go to the
/// storer with what was walked of them; what is left over at the end is copied to the front of
/// the next and walked again with more bytes behind it.
struct ByteWindow: ~Copyable {
  /// How much is read at a time: few enough bytes to stay in the cache, many enough that walking
  /// the last record of a window twice costs nothing.
  static let chunk = 512 << 10
  /// The largest record: 1 MiB (`WhatIsRead.md`, section 2). The window never grows past it and
  /// a chunk.
  static let recordLimit = 1 << 20

  private(set) var bytes: [UInt8]
  /// How many of ``bytes`` are the file's.
  private(set) var end = 0
  /// The next byte to look at.
  var position = 0
  /// Where in the file the first byte of the window stands.
  private(set) var base = 0
  /// Whether the window holds the file's end.
  private(set) var isAtEnd = false
  /// Line feeds to hand over, once the last stretch is.
  private var lineFeeds = 0
  /// What is read on; nil if all there is stands in the window.
  private var file: ExportFile?

  /// A file from the byte `base` on, nothing of it read, in the memory of `bytes`.
  init(_ file: consuming ExportFile, from base: Int, reusing bytes: consuming [UInt8]) {
    file.skip(to: base)
    self.file = consume file
    self.base = base
    self.bytes = bytes
    if self.bytes.isEmpty { self.bytes = [UInt8](repeating: 0, count: ByteWindow.chunk) }
  }

  /// The first `end` of `bytes`, which stand at `base` of a file, and nothing behind them.
  init(_ bytes: consuming [UInt8], end: Int, base: Int) {
    self.bytes = bytes
    self.end = end
    self.base = base
    isAtEnd = true
  }

  /// Whether what is left over is as long as a record may be.
  var isRecordTooLong: Bool { end - position >= ByteWindow.recordLimit }

  /// Moves on: hands over what was walked if there is any, and reads on behind what is left.
  ///
  /// - Throws: ``WalkingEnd``: the file could not be read, or nobody stores any more.
  mutating func refill(
    handing walked: inout WalkedRecords,
    to line: StretchLine
  ) throws(WalkingEnd) {
    if isAtEnd { return }
    if position > 0 { try moveOn(handing: &walked, to: line) }
    if bytes.count - end < ByteWindow.chunk / 2 {
      bytes.append(contentsOf: repeatElement(0, count: bytes.count))
    }
    do throws(FileError) {
      let count = try file?.read(into: &bytes, from: end) ?? 0
      end += count
      if count == 0 { isAtEnd = true }
    } catch {
      throw .file(error)
    }
  }

  private mutating func moveOn(
    handing walked: inout WalkedRecords,
    to line: StretchLine
  ) throws(WalkingEnd) {
    let left = end - position
    var next: WalkedStretch
    do throws(StretchLine.Abandoned) { next = try line.takeSpare() } catch { throw .abandoned }
    if next.bytes.count < bytes.count {
      next.bytes = [UInt8](repeating: 0, count: bytes.count)
    }
    for index in 0..<left { next.bytes[index] = bytes[position + index] }
    swap(&bytes, &next.bytes)
    swap(&walked, &next.walked)
    next.end = end
    next.base = base
    next.passed = position
    next.lineFeeds = lineFeeds
    line.hand(&next)
    base += position
    end = left
    position = 0
  }

  /// Ends a file that was read on: hands over what was walked of its last stretch.
  ///
  /// - Returns: memory for the next file.
  /// - Throws: ``WalkingEnd``: the file changed while it was read, or nobody stores any more.
  mutating func finish(
    handing walked: inout WalkedRecords,
    lineFeeds: Int,
    to line: StretchLine
  ) throws(WalkingEnd) -> [UInt8] {
    do throws(FileError) { try file?.checkUnchanged() } catch { throw .file(error) }
    position = end
    self.lineFeeds = lineFeeds
    try moveOn(handing: &walked, to: line)
    return takeBytes()
  }

  /// The memory, for somebody else.
  mutating func takeBytes() -> [UInt8] { exchange(&bytes, with: []) }

  /// The next byte that is not white space, in what the window holds; nil behind its end.
  /// ``position`` is on it.
  mutating func next() -> UInt8? {
    while position < end {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      position += 1
    }
    return nil
  }
}

/// Why the walking of an export ends early: the machine, not the data.
enum WalkingEnd: Error {
  /// A file could not be read, or changed meanwhile.
  case file(FileError)
  /// The storer has given up.
  case abandoned
}
