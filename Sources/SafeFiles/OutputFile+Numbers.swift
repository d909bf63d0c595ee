extension OutputFile {
  /// Puts a number in decimal digits, without leading zeros; a minus sign if it is negative.
  public mutating func put(decimal value: Int) {
    // Digits come last first, so they are laid down from the end of a row that fits Int.min.
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var start = 20
    var rest = value.magnitude
    repeat {
      start -= 1
      digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    if value < 0 { put(byte: UInt8(ascii: "-")) }
    put(digits.span.extracting(start..<20))
  }
}
