/// Tells hashes that surely were never put in from those that may have been.
///
/// A bit for each, at a place that its lower bits choose; two hashes may share a place. One look into
/// a table that a processor's cache holds, before a look-up that costs several.
public struct HashSieve: Sendable {
  @usableFromInline var words: [UInt64]
  @usableFromInline let mask: UInt64

  /// A sieve of at least `bits` bits: with eight for each hash that goes in, one in eight of the
  /// others seems to have gone in, too.
  public init(bits: Int) {
    var count = 64
    while count < bits { count *= 2 }
    words = Array(repeating: 0, count: count / 64)
    mask = UInt64(count - 1)
  }

  /// Puts `hash` in.
  ///
  /// - Returns: whether it may have been in before.
  @inlinable
  @inline(__always)
  @discardableResult
  public mutating func insert(_ hash: UInt64) -> Bool {
    let place = hash & mask
    let bit: UInt64 = 1 << (place & 63)
    let isSet = words[Int(place >> 6)] & bit != 0
    if !isSet { words[Int(place >> 6)] |= bit }
    return isSet
  }

  /// Whether `hash` may be in; false only if it is not.
  @inlinable
  @inline(__always)
  public func mayContain(_ hash: UInt64) -> Bool {
    let place = hash & mask
    return words[Int(place >> 6)] >> (place & 63) & 1 == 1
  }
}
