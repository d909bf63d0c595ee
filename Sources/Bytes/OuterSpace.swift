extension Span<UInt8> {
  /// The part of `range` without the white space at its ends: blanks, tabs, line ends, no-break
  /// spaces and signs without a width, such as a byte order mark.
  ///
  /// `" a b\u{A0}\r\n"` → `"a b"`; a text of white space alone → an empty range.
  public func withoutOuterSpace(in range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound {
      let length = spaceLength(at: start, before: range.upperBound)
      if length == 0 { break }
      start += length
    }
    var end = range.upperBound
    while end > start {
      // A sign takes three bytes at most.
      guard
        let length = (1...3).first(where: { count in
          end - count >= start && spaceLength(at: end - count, before: end) == count
        })
      else { break }
      end -= length
    }
    return start..<end
  }

  /// How many bytes the white space takes that begins at `index`; 0 if there is none.
  private func spaceLength(at index: Int, before end: Int) -> Int {
    let first = self[index]
    if first == 0x20 || (0x09...0x0D).contains(first) { return 1 }
    guard first >= 0xC2, index + 1 < end else { return 0 }
    let second = self[index + 1]
    // U+0085 and U+00A0.
    if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard index + 2 < end else { return 0 }
    switch (first, second, self[index + 2]) {
    // U+1680; U+2000 to U+200F, spaces and marks of direction; U+2028, U+2029, U+202F.
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xA9),
      (0xE2, 0x80, 0xAF):
      return 3
    // U+205F, U+2060, U+3000, U+FEFF.
    case (0xE2, 0x81, 0x9F...0xA0), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }
}
