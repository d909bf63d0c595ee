internal import Bytes

/// One `=?utf-8?Q?…?=` or `=?utf-8?B?…?=` (RFC 2047, section 2).
struct EncodedWord {
  /// The two encodings of RFC 2047, section 4.
  enum Form {
    case base64, quoted

    /// `Q` for Latin script, which stays readable in it; `B` where more than half of the bytes
    /// would have to be escaped, since it is shorter there.
    init(for text: String) {
      var escapes = 0
      for byte in text.utf8 where !isPlain(byte) && byte != 0x20 { escapes += 1 }
      self = escapes * 2 <= text.utf8.count ? .quoted : .base64
    }
  }

  private let form: Form
  private var payload: [UInt8] = []
  private var quotedLength = 0

  init(_ form: Form) { self.form = form }

  /// `=?utf-8?Q?` and `?=`.
  static let frame = 12

  var isEmpty: Bool { payload.isEmpty }

  /// The octets of the whole word.
  var length: Int { EncodedWord.frame + encodedLength(payload.count, quotedLength) }

  /// Takes scalars from the front of `rest` as long as the word stays within `room` octets.
  mutating func take(from rest: inout Substring.UnicodeScalarView, room: Int) {
    while let scalar = rest.first {
      let units = scalar.utf8
      var added = 0
      for byte in units { added += isPlain(byte) || byte == 0x20 ? 1 : 3 }
      let length = encodedLength(payload.count + units.count, quotedLength + added)
      guard EncodedWord.frame + length <= room else { break }
      payload.append(contentsOf: units)
      quotedLength += added
      rest.removeFirst()
    }
  }

  /// Writes the word.
  func write(to bytes: inout [UInt8]) {
    switch form {
    case .base64:
      bytes.put("=?utf-8?B?")
      bytes.append(base64: payload.span)
    case .quoted:
      bytes.put("=?utf-8?Q?")
      for byte in payload {
        if byte == 0x20 {
          bytes.append(UInt8(ascii: "_"))
        } else if isPlain(byte) {
          bytes.append(byte)
        } else {
          bytes.append(UInt8(ascii: "="))
          bytes.append(hexDigit(byte >> 4))
          bytes.append(hexDigit(byte & 15))
        }
      }
    }
    bytes.put("?=")
  }

  private func encodedLength(_ count: Int, _ quotedLength: Int) -> Int {
    form == .base64 ? (count + 2) / 3 * 4 : quotedLength
  }
}

/// What stands for itself in a `Q` word wherever the word is, a phrase included (RFC 2047,
/// section 5, rule 3).
private func isPlain(_ byte: UInt8) -> Bool {
  if isDigit(byte) || isLetter(byte) { return true }
  return switch byte {
  case UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"),
    UInt8(ascii: "/"):
    true
  default: false
  }
}
