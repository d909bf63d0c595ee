public import Bytes

/// A hash of a text's bytes, eight at a time: the upper half tells texts apart, the lower finds a
/// slot. No adversary matters here: a crafted text makes a slow table, not a wrong one.
///
/// - Parameters:
///   - bytes: the text.
///   - seed: another seed is another hash, for tables that keep groups apart.
///   - ignoringCase: whether ASCII letters of either case count as the same. Some other bytes are
///     taken for the same then, too, so equal hashes still want a look at the bytes.
/// - Returns: the hash; the same in every run.
@inlinable public func hashText(
  _ bytes: Span<UInt8>,
  seed: UInt64 = 0,
  ignoringCase: Bool = false
) -> UInt64 {
  // The bit that tells the cases of a letter apart, in each byte.
  let fold: UInt64 = ignoringCase ? 0x2020_2020_2020_2020 : 0
  var hash = (0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)) &+ seed
  var word: UInt64 = 0
  if bytes.count >= 8 {
    var index = 0
    while index &+ 8 < bytes.count {
      hash = (hash ^ (bytes.word(at: index) | fold)) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 32
      index &+= 8
    }
    // The last eight, of which some may have been seen.
    word = bytes.word(at: bytes.count &- 8)
  } else if bytes.count > 0 {
    word = bytes.paddedWord
  }
  hash = (hash ^ (word | fold)) &* 0x94D0_49BB_1331_11EB
  hash = (hash ^ hash >> 31) &* 0xBF58_476D_1CE4_E5B9
  return hash ^ hash >> 29
}
