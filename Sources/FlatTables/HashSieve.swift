/// A set of hashes that may say of a hash that it is in the set though it is not (a Bloom filter with
/// one bit a hash).
///
/// The lower bits of a hash choose its bit; two hashes may share one. The table is small enough for
/// the processor's cache, so it spares most look-ups in a larger one.
public struct HashSieve: Sendable {
  @usableFromInline var words: [UInt64]
  @usableFromInline let mask: UInt64

  /// A sieve of at least `bits` bits. With eight bits for each hash in the set, one in eight of the
  /// others seems to be in it too.
  public init(bits: Int) {
    var count = 64
    while count < bits { count *= 2 }
    words = Array(repeating: 0, count: count / 64)
    mask = UInt64(count - 1)
  }

  /// Adds `hash` to the set.
  ///
  /// - Returns: whether it may have been in the set before.
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

  /// Whether `hash` may be in the set; if this is false, it is not.
  @inlinable
  @inline(__always)
  public func mayContain(_ hash: UInt64) -> Bool {
    let place = hash & mask
    return words[Int(place >> 6)] >> (place & 63) & 1 == 1
  }
}
