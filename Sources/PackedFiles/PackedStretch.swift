import SafeFiles

/// Packed bytes on their way in: a stretch of a file, through one buffer.
struct PackedStretch {
  /// Few enough to stay in the cache, many enough that a system call a buffer costs nothing.
  static let capacity = 64 << 10

  /// What is at hand.
  private(set) var buffer: [UInt8]
  /// Which bytes of ``buffer`` are not taken yet.
  private(set) var range = 0..<0
  /// The next byte of the file to read.
  private var next: Int
  private let start: Int
  private let end: Int

  /// - Parameters:
  ///   - stretch: bytes of the file.
  ///   - buffer: to be used again; any size.
  init(_ stretch: Range<Int>, buffer: consuming [UInt8]) {
    start = stretch.lowerBound
    next = start
    end = stretch.upperBound
    if buffer.count != Self.capacity {
      buffer = [UInt8](repeating: 0, count: Self.capacity)
    }
    self.buffer = buffer
  }

  /// How many bytes were taken.
  var taken: Int { next - range.count - start }
  /// How many bytes are left.
  var left: Int { end - next + range.count }

  mutating func take(_ count: Int) { range = range.lowerBound + count..<range.upperBound }

  /// Sees to it that bytes are at hand; false at the end.
  mutating func fill(from file: borrowing InputFile) throws(FileError) -> Bool {
    if !range.isEmpty { return true }
    guard next < end else { return false }
    let count = try file.read(into: &buffer, from: 0, at: next, limit: end - next)
    range = 0..<count
    next += count
    return count > 0
  }
}
