/// A 64-bit hash of bytes, eight at a time. The upper half tells texts apart, the lower half chooses
/// a slot in a table.
///
/// Crafted texts can share a hash. So compare the bytes as well: then a collision costs time only.
///
/// - Parameters:
///   - bytes: the text.
///   - seed: another seed gives another hash. To hash a list of texts, seed each text with the hash
///     of the one before it: `["ab", "c"]` and `["a", "bc"]` then differ.
///   - ignoringCase: whether `A` and `a` count as the same. Some other pairs of bytes do then, too,
///     such as `@` and the grave accent.
/// - Returns: the hash; the same in every run and on every machine.
@inlinable public func hashBytes(
  _ bytes: Span<UInt8>,
  seed: UInt64 = 0,
  ignoringCase: Bool = false
) -> UInt64 {
  // The bit in which the two cases of a letter differ, in each byte.
  let fold: UInt64 = ignoringCase ? everyByte(0x20) : 0
  var hash = (0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)) &+ seed
  var word: UInt64 = 0
  if bytes.count >= 8 {
    var index = 0
    while index &+ 8 < bytes.count {
      hash = (hash ^ (bytes.word(at: index) | fold)) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 32
      index &+= 8
    }
    // The last eight bytes. They may overlap those before.
    word = bytes.word(at: bytes.count &- 8)
  } else if bytes.count > 0 {
    word = bytes.paddedWord
  }
  return scrambled(hash ^ (word | fold))
}

/// Spreads a number over all 64 bits: of two numbers that differ in one bit, about half of the bits
/// of the results differ. For keys that fit a machine word; the lower bits can choose a slot.
///
/// Distinct numbers stay distinct, since each step can be undone. The steps are those that end the
/// generator SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", 2014).
@inlinable @inline(__always) public func scrambled(_ number: UInt64) -> UInt64 {
  var hash = (number ^ number >> 30) &* 0xBF58_476D_1CE4_E5B9
  hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
  return hash ^ hash >> 31
}
