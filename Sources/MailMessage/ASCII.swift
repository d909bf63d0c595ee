// The classes of bytes that the mail standards speak of.

@inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

@inline(__always) func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

/// `atext` of RFC 5322, section 3.2.3: what an atom is made of.
@inline(__always) func isAtomText(_ byte: UInt8) -> Bool {
  // Bits for 0x20…0x3F: ! # $ % & ' * + - / 0-9 = ?
  let low: UInt32 = 0b1010_0011_1111_1111_1010_1100_1111_1010
  // Bits for 0x40…0x5F: A-Z ^ _ and for 0x60…0x7F: ` a-z { | } ~
  let middle: UInt32 = 0b1100_0111_1111_1111_1111_1111_1111_1110
  let high: UInt32 = 0b0111_1111_1111_1111_1111_1111_1111_1111
  return switch byte >> 5 {
  case 1: low >> UInt32(byte & 31) & 1 == 1
  case 2: middle >> UInt32(byte & 31) & 1 == 1
  case 3: high >> UInt32(byte & 31) & 1 == 1
  default: false
  }
}

/// Two upper-case hexadecimal digits.
@inline(__always) func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? 0x30 + value : 0x37 + value
}

extension [UInt8] {
  /// Appends the bytes of `text`.
  @inline(__always) mutating func put(_ text: String) { append(contentsOf: text.utf8) }
}
