import Bytes

/// Counts the lines of a portion of a file as its records go by, while their bytes are at hand.
struct LinePosition {
  /// How many line feeds came before the byte at ``countedTo``.
  private(set) var lineFeeds = 0
  /// Bytes from the start of the file.
  private var countedTo: Int

  /// Counts from the byte `base` of the file on.
  init(from base: Int) { countedTo = base }

  /// How many lines of the portion end before the byte at `position` of `bytes`; positions ascend. `base` is where in
  /// the file the first of `bytes` stands.
  @inline(__always)
  mutating func line(at position: Int, in bytes: Span<UInt8>, base: Int) -> UInt32 {
    let from = countedTo - base
    if position > from {
      lineFeeds += LineCounter.lineFeeds(in: bytes.extracting(from..<position))
      countedTo = base + position
    }
    return UInt32(truncatingIfNeeded: lineFeeds)
  }

  /// Counts to the end of `bytes`, behind which the next stretch goes on.
  mutating func pass(_ bytes: Span<UInt8>, base: Int) {
    _ = line(at: bytes.count, in: bytes, base: base)
  }
}
