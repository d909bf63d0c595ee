extension [UInt8] {
  /// Appends `bytes` in base64, in one line, with padding (RFC 4648, section 4):
  /// `"ab"` → `YWI=`.
  public mutating func append(base64 bytes: Span<UInt8>) {
    var index = 0
    while index < bytes.count {
      // Three bytes become four digits of six bits each. Padding takes the place of the digits that
      // no byte reaches into.
      let left = bytes.count - index
      let second = left > 1 ? bytes[index + 1] : 0
      let third = left > 2 ? bytes[index + 2] : 0
      let group = UInt32(bytes[index]) << 16 | UInt32(second) << 8 | UInt32(third)
      append(digits[Int(group >> 18)])
      append(digits[Int(group >> 12 & 63)])
      append(left > 1 ? digits[Int(group >> 6 & 63)] : UInt8(ascii: "="))
      append(left > 2 ? digits[Int(group & 63)] : UInt8(ascii: "="))
      index += 3
    }
  }
}

/// The digits of base64, by their value.
private let digits = Array(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
)
