private let alphabet = Array(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
)

/// Appends `payload` as base64 with its padding, in one line (RFC 2045, section 6.8).
func appendBase64(_ payload: [UInt8], to bytes: inout [UInt8]) {
  appendBase64(payload.span, 0..<payload.count, to: &bytes)
}

/// Appends a part of `payload` as base64 with its padding, in one line.
func appendBase64(_ payload: Span<UInt8>, _ range: Range<Int>, to bytes: inout [UInt8]) {
  var index = range.lowerBound
  while index < range.upperBound {
    let left = range.upperBound - index
    let second = left > 1 ? payload[index + 1] : 0
    let third = left > 2 ? payload[index + 2] : 0
    let group = UInt32(payload[index]) << 16 | UInt32(second) << 8 | UInt32(third)
    bytes.append(alphabet[Int(group >> 18)])
    bytes.append(alphabet[Int(group >> 12 & 63)])
    bytes.append(left > 1 ? alphabet[Int(group >> 6 & 63)] : UInt8(ascii: "="))
    bytes.append(left > 2 ? alphabet[Int(group & 63)] : UInt8(ascii: "="))
    index += 3
  }
}

/// The bytes that strict base64 stands for; nil for anything else (a stray sign, wrong padding,
/// bits left over).
func decodeBase64(_ text: some Sequence<UInt8>) -> [UInt8]? {
  var bytes: [UInt8] = []
  var group: UInt32 = 0
  var count = 0
  var padding = 0
  for sign in text {
    let value: UInt32
    switch sign {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(sign - 65)
    case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(sign - 71)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(sign + 4)
    case UInt8(ascii: "+"): value = 62
    case UInt8(ascii: "/"): value = 63
    case UInt8(ascii: "="):
      padding += 1
      value = 0
    default: return nil
    }
    if padding > 0, sign != UInt8(ascii: "=") || count < 2 { return nil }
    group = group << 6 | value
    count += 1
    if count == 4 {
      bytes.append(UInt8(group >> 16 & 255))
      if padding < 2 { bytes.append(UInt8(group >> 8 & 255)) }
      if padding < 1 { bytes.append(UInt8(group & 255)) }
      if padding == 1, group & 0xFF != 0 { return nil }
      if padding == 2, group & 0xFFFF != 0 { return nil }
      (group, count) = (0, 0)
      if padding > 0 { padding = 3 }
    }
  }
  return count == 0 ? bytes : nil
}
