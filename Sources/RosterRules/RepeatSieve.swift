import FlatTables

/// Tells the numbers that surely came once from those that may have come again.
///
/// A bit for each number that came and one for each that came again, at places that its lower bits
/// choose; where two different numbers share a place both seem to repeat, some in ten at most. Two
/// looks into tables that a processor's cache holds, where a sort would move every number several
/// times.
struct RepeatSieve {
  private var came: HashSieve
  private var cameAgain: HashSieve

  /// A sieve for up to `capacity` numbers, whose lower bits are evenly spread; a byte for each and
  /// some.
  ///
  /// - Parameters:
  ///   - capacity: how many numbers there are at most.
  ///   - isTold: whether it is told by ``expect(_:)`` what repeats, and nothing is added.
  init(capacity: Int, isTold: Bool = false) {
    came = HashSieve(bits: isTold ? 0 : capacity * 8)
    // As a rule few come again.
    cameAgain = HashSieve(bits: isTold ? capacity * 8 : capacity)
  }

  /// Notes `number`.
  @inline(__always)
  mutating func add(_ number: UInt64) {
    if came.insert(number) { cameAgain.insert(number) }
  }

  /// Notes `number` as if it had come twice.
  @inline(__always)
  mutating func expect(_ number: UInt64) { cameAgain.insert(number) }

  /// Whether `number` may have been noted twice; false only if it was not.
  @inline(__always)
  func mayRepeat(_ number: UInt64) -> Bool { cameAgain.mayContain(number) }
}
