extension Scanner {
  /// Where the literal ends that begins at `place`.
  func literalEnd(from place: Int, _ name: StaticString) throws(JSONFault) -> Int {
    var word = word(name)
    for index in place..<place + name.utf8CodeUnitCount {
      guard index < bytes.count else { throw JSONFault(.truncated, at: bytes.count) }
      guard bytes[index] == UInt8(truncatingIfNeeded: word) else {
        throw JSONFault(.syntax, at: index)
      }
      word >>= 8
    }
    return place + name.utf8CodeUnitCount
  }

  /// Where the number ends that begins at `start` (RFC 8259, section 6).
  func numberEnd(from start: Int) throws(JSONFault) -> Int {
    var place = start
    if bytes[place] == 0x2D { place += 1 }
    let first = place
    try passDigits(&place)
    if bytes[first] == 0x30, place > first + 1 { throw JSONFault(.badNumber, at: first) }
    let integerEnd = place
    if place < bytes.count, bytes[place] == 0x2E {
      place += 1
      try passDigits(&place)
    }
    let mantissaEnd = place
    if place < bytes.count, bytes[place] | 0x20 == 0x65 {
      place += 1
      if place < bytes.count, bytes[place] == 0x2B || bytes[place] == 0x2D { place += 1 }
      try passDigits(&place)
    }
    guard place < bytes.count || isFinal else { throw JSONFault(.truncated, at: bytes.count) }
    // Only what is this long can be too big.
    if integerEnd - first > 18 || place - mantissaEnd > 3 {
      try checkSize(from: start, to: place, isInteger: place == integerEnd)
    }
    return place
  }

  private func checkSize(from start: Int, to end: Int, isInteger: Bool) throws(JSONFault) {
    var literal: [UInt8] = []
    for index in start..<end { literal.append(bytes[index]) }
    let text = String(decoding: literal, as: UTF8.self)
    let fits =
      isInteger
      ? Int64(text) != nil || UInt64(text) != nil : Double(text).map(\.isFinite) ?? false
    guard fits else { throw JSONFault(.numberTooBig, at: start) }
  }

  /// Passes over digits, of which there must be one.
  private func passDigits(_ place: inout Int) throws(JSONFault) {
    let first = place
    while place < bytes.count, 0x30...0x39 ~= bytes[place] { place += 1 }
    guard place > first else {
      let isCut = place == bytes.count
      throw JSONFault(isCut ? .truncated : .badNumber, at: place)
    }
  }
}
