extension OutputFile {
  /// Puts a number in decimal digits, without leading zeros; a minus sign if it is negative.
  public mutating func put(decimal value: Int) {
    if value < 0 { put(byte: UInt8(ascii: "-")) }
    put(digitsOf: UInt64(value.magnitude))
  }

  /// Puts the digits of `value`, eight at a time.
  private mutating func put(digitsOf value: UInt64) {
    let (upper, lower) = value.quotientAndRemainder(dividingBy: 100_000_000)
    let digits = eightDigits(lower)
    guard upper == 0 else {
      put(digitsOf: upper)
      return put(word: digits | 0x3030_3030_3030_3030)
    }
    // Zeros in front are the lowest bytes; of a zero, the last one stays.
    let zeros = min(digits.trailingZeroBitCount / 8, 7)
    put(first: 8 - zeros, ofWord: (digits | 0x3030_3030_3030_3030) >> UInt64(8 * zeros))
  }
}

/// The eight decimal digits of `value`, which is below 100 000 000, as numbers in a byte each, the
/// first lowest: halved by division into two numbers of four digits, four of two, and eight of one,
/// those of a step side by side in one word. The divisions by 100 and 10 are products and shifts
/// that are right for numbers so small, and no product reaches its neighbour.
private func eightDigits(_ value: UInt64) -> UInt64 {
  let fours = value / 10_000 | (value % 10_000) << 32
  let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
  let twos = hundreds | (fours &- hundreds &* 100) << 16
  let tens = (twos &* 103) >> 10 & 0x000F_000F_000F_000F
  return tens | (twos &- tens &* 10) << 8
}
