/// Gives each of `count` people the first of their codes that no one before them has and that
/// spells no word on the deny list. "Before" goes by `key` as bytes, not by position: a person's
/// code does not depend on the order of the file.
///
/// Cost: one code a person and one sort; more only where two codes are the same, which among a
/// million happens once in 10¹⁰ runs.
package func distinctCodes(
  count: Int,
  key: (Int) -> [UInt8],
  code: (Int, UInt8) -> InvitationCode
) -> [InvitationCode] {
  var counters = [UInt8](repeating: 0, count: count)
  var codes: [InvitationCode] = []
  codes.reserveCapacity(count)

  /// The person's next code without a denied word.
  func next(_ person: Int) -> InvitationCode {
    var candidate = code(person, counters[person])
    while DenyList.matches(candidate), counters[person] < .max {
      counters[person] += 1
      candidate = code(person, counters[person])
    }
    return candidate
  }

  for person in 0..<count { codes.append(next(person)) }
  guard hasDouble(codes) else { return codes }

  // The person with the later key gives way and takes the next code, which may make the next one
  // give way. This ends in the same codes as serving all people in the order of keys.
  var holder: [InvitationCode: Int] = [:]
  for first in 0..<count {
    var person = first
    while let other = holder[codes[person]] {
      let gives = key(other).lexicographicallyPrecedes(key(person)) ? person : other
      holder[codes[person]] = gives == person ? other : person
      guard counters[gives] < .max else { break }
      counters[gives] += 1
      codes[gives] = next(gives)
      person = gives
    }
    holder[codes[person]] = person
  }
  return codes
}

private func hasDouble(_ codes: [InvitationCode]) -> Bool {
  let sorted = codes.sorted()
  return zip(sorted, sorted.dropFirst()).contains { $0 == $1 }
}

/// Words that no code may show to a parent, in the alphabet of codes (1 for I and L, 0 for O, V
/// for U).
enum DenyList {
  private static let short = packed([
    "ASS", "C0K", "CVM", "FAG", "FVK", "KKK", "N1G", "SEX", "T1T", "VAG",
  ])
  private static let long = packed([
    "ARSE", "C0CK", "CRAP", "CVNT", "DAMN", "D1CK", "FVCK", "HE11", "H0E5", "NAZ1", "P1SS", "P0RN",
    "RAPE", "S1VT", "SH1T", "WH0R",
  ])

  /// Whether the signs, hyphens left out, hold one of the words.
  static func matches(_ code: InvitationCode) -> Bool {
    var window: UInt32 = 0
    for place in 0..<16 {
      window = (window << 5 | UInt32(code.sign(place))) & 0xF_FFFF
      if place >= 2, short.contains(window & 0x7FFF) { return true }
      if place >= 3, long.contains(window) { return true }
    }
    return false
  }

  private static func packed(_ words: [String]) -> [UInt32] {
    words.map { word in
      word.utf8.reduce(0) { packed, sign in
        packed << 5 | UInt32(InvitationCode.alphabet.firstIndex(of: sign) ?? 0)
      }
    }
  }
}
