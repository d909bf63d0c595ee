extension [UInt8] {
  /// Appends the length of `field` in four bytes, highest first, then its bytes. Distinct lists of
  /// fields then give distinct messages: `"ab", "c"` and `"a", "bc"` differ.
  mutating func append(field: some Collection<UInt8>) {
    let length = UInt32(field.count)
    for shift in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: length >> UInt32(shift))) }
    append(contentsOf: field)
  }
}
