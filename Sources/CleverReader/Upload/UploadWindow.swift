import SafeFiles

/// A stretch of a CSV file in memory that moves on; as long as the longest row, never as the file.
struct UploadWindow: ~Copyable {
  /// How much is read at a time.
  private static let chunk = 512 << 10

  private(set) var bytes = [UInt8](repeating: 0, count: UploadWindow.chunk)
  /// How many of ``bytes`` are the file's.
  private(set) var end = 0
  /// The next byte to look at.
  var position = 0
  /// Where in the file the first byte of the window is.
  private(set) var base = 0
  /// Whether the window holds the file's end.
  private(set) var isAtEnd = false
  private var file: ExportFile

  /// The beginning of a file, nothing of it read; or what comes after its byte `base`, at which
  /// `file` reads on.
  init(_ file: consuming ExportFile, from base: Int = 0) {
    self.file = file
    self.base = base
  }

  /// Whether what is left over is as long as a row may be: 1 MiB, as any record (`WhatIsRead.md`,
  /// section 2).
  var isRowTooLong: Bool { end - position >= Chunk.recordLimit }

  /// Forgets what is before ``position`` and reads on after what is left.
  mutating func refill() throws(FileError) {
    let left = end - position
    if position > 0 {
      for index in 0..<left { bytes[index] = bytes[position + index] }
      base += position
      position = 0
      end = left
    }
    if bytes.count - end < UploadWindow.chunk / 2 {
      bytes.append(contentsOf: repeatElement(0, count: bytes.count))
    }
    let count = try file.read(into: &bytes, from: end)
    end += count
    if count == 0 { isAtEnd = true }
  }

  /// Makes sure that the file is still what was read.
  func checkUnchanged() throws(FileError) { try file.checkUnchanged() }
}
