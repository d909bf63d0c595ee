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
