/// Random numbers that are the same for the same seed on every machine, so that a case that fails
/// can be run again.
///
/// SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014,
/// https://doi.org/10.1145/2660193.2660195.
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Two seeds that are neighbours give numbers that have nothing in common.
  package init(seed: some BinaryInteger) {
    // Not the constant that `next` adds: with that one, seed 2 would give the numbers of seed 1 but
    // for the first.
    state = UInt64(truncatingIfNeeded: seed) &* 0xD134_2543_DE82_EF95
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number from 0 to `limit` - 1.
  package mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
