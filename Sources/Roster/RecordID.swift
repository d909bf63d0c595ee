public import Bytes

/// A record's Clever id in twelve bytes.
///
/// Clever's ids are 24 lower-case hex digits (`CleverData.md`, section 1). `5e1234567890123400001eef`
/// becomes the three numbers `0x5e123456`, `0x78901234`, `0x00001eef`, which order like the text. Any
/// other id (recordings have some with 23 digits) is kept as text in the roster; this is its number
/// there.
@frozen public struct RecordID: Sendable, Hashable, Comparable {
  @usableFromInline let high: UInt32
  @usableFromInline let middle: UInt32
  @usableFromInline let low: UInt32

  @inlinable init(high: UInt32, middle: UInt32, low: UInt32) {
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// No id.
  @inlinable public static var none: RecordID { RecordID(high: .max, middle: .max, low: .max) }

  /// The id that `digits` spell; nil unless they are 24 lower-case hex digits of which not all of
  /// the first 16 are `f` (that range numbers the odd ids).
  @inlinable public init?(packing digits: borrowing Span<UInt8>) {
    guard digits.count == 24 else { return nil }
    let high = packHex(digits.word(at: 0))
    let middle = packHex(digits.word(at: 8))
    let low = packHex(digits.word(at: 16))
    guard high.fault | middle.fault | low.fault == 0,
      high.number != .max || middle.number != .max
    else { return nil }
    self.init(high: high.number, middle: middle.number, low: low.number)
  }

  /// An id that is not 24 hex digits, by its number in the caller's list of such ids.
  @inlinable package init(odd number: Int) {
    self.init(high: .max, middle: .max, low: UInt32(number))
  }

  /// Which odd id this is; nil for an ordinary one.
  @inlinable package var oddNumber: Int? {
    high == .max && middle == .max && low != .max ? Int(low) : nil
  }

  /// The 24 digits of an ordinary id, eight a word, the first in the lowest byte; nil for any other.
  @inlinable public var digits: InlineArray<3, UInt64>? {
    guard high != .max || middle != .max else { return nil }
    return [hexDigits(high), hexDigits(middle), hexDigits(low)]
  }

  /// Appends the 24 digits of an ordinary id.
  package func appendDigits(to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: 24) { output in
      for word in 0..<3 {
        var digits = hexDigits(word == 0 ? high : word == 1 ? middle : low)
        for _ in 0..<8 {
          output.append(UInt8(truncatingIfNeeded: digits))
          digits >>= 8
        }
      }
    }
  }

  /// A hash for ``FlatTables/HashIndex``. The ids of an export differ mostly in their last digits.
  @inlinable var indexHash: UInt64 {
    let ends = UInt64(high) << 32 | UInt64(low)
    return scrambled(ends ^ UInt64(middle) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// Orders like the ids' text.
  @inlinable public static func < (left: RecordID, right: RecordID) -> Bool {
    (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
  }
}

/// The eight hex digits of a number, the first in the lowest byte: the inverse of ``packHex(_:)``.
@inlinable func hexDigits(_ number: UInt32) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  var nibbles = UInt64(number.byteSwapped)
  nibbles = (nibbles | nibbles << 16) & 0x0000_FFFF_0000_FFFF
  nibbles = (nibbles | nibbles << 8) & 0x00FF_00FF_00FF_00FF
  nibbles = (nibbles >> 4 | nibbles << 8) & (ones &* 0x0F)
  return hexDigits(ofEach: nibbles)
}

/// The hex digit of each of eight numbers.
@inlinable @inline(__always) func hexDigits(ofEach nibbles: UInt64) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  // Adding 6 to a nibble of 10 or more sets bit 4. "a" is 0x27 above the code after that of "9".
  let letters = (nibbles &+ ones &* 6) >> 4 & ones
  return nibbles &+ ones &* 0x30 &+ letters &* 0x27
}

/// Eight hex digits as a number, all at once.
///
/// Digits are 0x30–0x39 and letters 0x61–0x66. So bit 6 is set in letters only, and the low nibble is
/// the value, plus 9 for letters. `"1"` (0x31) gives 1, `"b"` (0x62) gives 2 + 9 = 11. If the value is
/// below 16 and its hex digit is the byte again, the byte was a hex digit.
///
/// - Returns: the number, and zero as `fault` if all eight are `0`–`9` or `a`–`f`.
@inlinable @inline(__always)
func packHex(_ word: UInt64) -> (number: UInt32, fault: UInt64) {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let values = (word & (ones &* 0x0F)) &+ (word >> 6 & ones) &* 9
  let fault = (values & (ones &* 0xF0)) | (word ^ hexDigits(ofEach: values))
  let bytes = (values << 4 | values >> 8) & 0x00FF_00FF_00FF_00FF
  let pairs = (bytes | bytes >> 8) & 0x0000_FFFF_0000_FFFF
  return (UInt32(truncatingIfNeeded: pairs | pairs >> 16).byteSwapped, fault)
}
