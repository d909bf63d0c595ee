/// The random numbers of one record. They depend on the seed, the kind of record and its index, so any
/// record can be made again without the records before it.
///
/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014), started
/// anew for each record.
struct Dice {
  private var state: UInt64

  /// The dice of the `index`th record of a kind.
  @inline(__always)
  init(_ seed: UInt64, _ stream: RecordKind, _ index: Int) {
    let start = seed &+ UInt64(stream.rawValue) &* 0xA24B_AED4_963E_E407
    state = mixed(mixed(start) &+ UInt64(truncatingIfNeeded: index) &* 0x9FB2_1C65_1E98_DF25)
  }

  /// The next 64 bits.
  @inline(__always)
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return mixed(state)
  }

  /// A number below `count`, which is at least 1.
  @inline(__always)
  mutating func below(_ count: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// Whether something that happens to so many in a hundred happens.
  @inline(__always)
  mutating func happens(_ percent: Int) -> Bool {
    below(100) < percent
  }
}

/// Spreads a change of any bit over all (SplitMix64's last step).
@inline(__always)
func mixed(_ value: UInt64) -> UInt64 {
  var value = value
  value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
  value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
  return value ^ value >> 31
}
