import Bytes

/// Counts the lines of a file from some byte on as its records go by, while their bytes are in the
/// cache.
struct LinePosition {
  /// How many line feeds came before the byte at ``countedTo``.
  private(set) var lineFeeds = 0
  /// Bytes from the start of the file.
  private var countedTo: Int

  /// Counts from the byte `base` of the file on, before which `lineFeeds` came.
  init(from base: Int, after lineFeeds: Int = 0) {
    countedTo = base
    self.lineFeeds = lineFeeds
  }

  /// How many lines end before the byte at `position` of `bytes`; positions ascend. The first of
  /// `bytes` is the byte `base` of the file.
  @inline(__always)
  mutating func line(at position: Int, in bytes: Span<UInt8>, base: Int) -> UInt32 {
    let from = countedTo - base
    if position > from {
      lineFeeds += LineCounter.lineFeeds(in: bytes.extracting(from..<position))
      countedTo = base + position
    }
    return UInt32(truncatingIfNeeded: lineFeeds)
  }

  /// Counts to the end of `bytes`.
  mutating func pass(_ bytes: Span<UInt8>, base: Int) {
    _ = line(at: bytes.count, in: bytes, base: base)
  }
}
