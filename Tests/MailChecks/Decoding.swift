/// The bytes that `text` holds in strict base64; nil for anything else (an unknown digit, wrong padding,
/// bits left over).
public func decodeBase64(_ text: some Sequence<UInt8>) -> [UInt8]? {
  var bytes: [UInt8] = []
  var group: UInt32 = 0
  var count = 0
  var padding = 0
  for digit in text {
    let value: UInt32
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(digit - 65)
    case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(digit - 71)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(digit + 4)
    case UInt8(ascii: "+"): value = 62
    case UInt8(ascii: "/"): value = 63
    case UInt8(ascii: "="):
      padding += 1
      value = 0
    default: return nil
    }
    if padding > 0, digit != UInt8(ascii: "=") || count < 2 { return nil }
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

/// The bytes that `lines` of `mail` hold in strict quoted-printable; nil for a lone `=`, digits in
/// lower case or raw octets.
func decodeQuotedPrintable(_ mail: Span<UInt8>, _ lines: ArraySlice<Range<Int>>) -> [UInt8]? {
  var bytes: [UInt8] = []
  var isStrict = true
  let room = lines.reduce(0) { $0 + $1.count + 1 }
  bytes.append(addingCapacity: room) { output in
    for line in lines {
      var index = line.lowerBound
      var isSoft = false
      while index < line.upperBound {
        let byte = mail[index]
        index += 1
        if byte != UInt8(ascii: "=") {
          output.append(byte)
          if byte < 0x20 && byte != 0x09 || byte >= 0x7F { isStrict = false }
        } else if index == line.upperBound {
          isSoft = true
        } else if index + 1 < line.upperBound, let high = hexValue(mail[index]),
          let low = hexValue(mail[index + 1])
        {
          output.append(high << 4 | low)
          index += 2
        } else {
          isStrict = false
        }
      }
      if !isSoft { output.append(0x0A) }
    }
  }
  return isStrict ? bytes : nil
}

/// The value of an upper-case hexadecimal digit; nil for any other byte.
public func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  default: nil
  }
}
