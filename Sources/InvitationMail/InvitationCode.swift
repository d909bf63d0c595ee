/// `XXXX-XXXX-XXXX-XXXX` in Crockford's alphabet: 15 signs of data, then a check sign.
///
/// Ten bytes of meaning in one number; made text only where it is written.
public struct InvitationCode: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Sixteen signs of five bits, the first one highest: the lower 80 bits.
  let signs: UInt128

  /// Digits and capitals without I, L, O and U, which are read as other signs or make words.
  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The code with these 75 bits of data.
  init(data: UInt128) {
    signs = data << 5 | UInt128(InvitationCode.check(data))
  }

  /// Reads a code as people write it: either case; spaces, dots and hyphens anywhere; I and L for
  /// 1, O for 0.
  ///
  /// Answers nil for any other sign, another length, or a check sign that does not fit: every
  /// single wrong sign and every swap of two signs is found.
  public init?(reading text: String) {
    var signs: UInt128 = 0
    var count = 0
    for byte in text.utf8 {
      if byte == 0x20 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") { continue }
      guard let value = InvitationCode.value(of: byte), count < 16 else { return nil }
      signs = signs << 5 | UInt128(value)
      count += 1
    }
    guard count == 16, InvitationCode.check(signs >> 5) == UInt8(truncatingIfNeeded: signs & 31)
    else { return nil }
    self.signs = signs
  }

  /// The sign at `place`, 0 to 15, as a number from 0 to 31.
  func sign(_ place: Int) -> Int { Int(truncatingIfNeeded: signs >> UInt128(75 - 5 * place)) & 31 }

  /// The code with its hyphens: 19 ASCII characters.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the 19 characters.
  func append(to bytes: inout [UInt8]) {
    for place in 0..<16 {
      if place > 0, place % 4 == 0 { bytes.append(UInt8(ascii: "-")) }
      bytes.append(InvitationCode.alphabet[sign(place)])
    }
  }

  /// Orders by the signs as numbers; for looking for doubles.
  public static func < (left: InvitationCode, right: InvitationCode) -> Bool {
    left.signs < right.signs
  }

  /// Compares in constant time: how long it takes says nothing about how much is right.
  public static func == (left: InvitationCode, right: InvitationCode) -> Bool {
    left.signs ^ right.signs == 0
  }

  /// Hashes the signs.
  public func hash(into hasher: inout Hasher) { hasher.combine(signs) }

  /// The sum of αⁱ·dᵢ for i = 1…15 in GF(32) with x⁵ + x² + 1 and α = 2, by Horner's rule from
  /// the last sign to the first.
  static func check(_ data: UInt128) -> UInt8 {
    var sum: UInt8 = 0
    var rest = data
    for _ in 0..<15 {
      sum ^= UInt8(truncatingIfNeeded: rest) & 31
      sum <<= 1
      if sum & 0b10_0000 != 0 { sum ^= 0b10_0101 }
      rest >>= 5
    }
    return sum
  }

  private static func value(of byte: UInt8) -> UInt8? {
    let upper = byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte
    switch upper {
    case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
    case UInt8(ascii: "O"): return 0
    default: return alphabet.firstIndex(of: upper).map { UInt8($0) }
    }
  }
}
