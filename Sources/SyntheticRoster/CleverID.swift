import SafeFiles

/// What has ids of its own, in the order of their ids.
///
/// Students, schools and sections have one id in all versions. Every other person has one id up to
/// v2 and another in v3 (`CleverData.md`, section 1).
enum RecordKind: UInt8 {
  case district, school, course, term, teacher, admin, districtAdmin
  /// v3 users of employees, contacts.
  case teacherUser, staffUser, districtAdminUser
  case student
  /// The contact that v2 knows, the user that v3 knows, the copy a student that v1 knows.
  case contact, contactUser, contactCopy
  case section
  /// Ids that nothing has.
  case nowhere
  /// What happened to records.
  case event
}

/// A Clever id: 24 hex digits, of which the first eight rise with the number of the record, as
/// those of Clever's data base rise with time.
struct CleverID: Hashable, Sendable {
  /// The first eight digits.
  let high: UInt32
  /// The other sixteen.
  let low: UInt64

  /// Numbers of a kind: less than 67 million, so that no two kinds meet.
  private static let spacing = 1 << 26

  /// The id of the `index`th record of a kind.
  @inline(__always)
  init(_ kind: RecordKind, _ index: Int, machine: UInt64) {
    high = 0x5000_0000 &+ UInt32(truncatingIfNeeded: Int(kind.rawValue) * CleverID.spacing + index)
    let count = UInt64(truncatingIfNeeded: index &* 0x009E_3779 &+ Int(kind.rawValue))
    low = machine << 24 | count & 0xFF_FFFF
  }

  /// The digits as ASCII.
  @inline(__always)
  var digits: InlineArray<24, UInt8> {
    var digits = InlineArray<24, UInt8>(repeating: 0)
    let words = (
      hexDigits(high), hexDigits(UInt32(truncatingIfNeeded: low >> 32)),
      hexDigits(UInt32(truncatingIfNeeded: low))
    )
    for place in 0..<8 {
      let shift = UInt64(8 * place)
      digits[place] = UInt8(truncatingIfNeeded: words.0 >> shift)
      digits[place + 8] = UInt8(truncatingIfNeeded: words.1 >> shift)
      digits[place + 16] = UInt8(truncatingIfNeeded: words.2 >> shift)
    }
    return digits
  }

  /// The digits as text, for summaries.
  var text: String {
    let digits = digits
    return String(decoding: digits.indices.map { digits[$0] }, as: UTF8.self)
  }
}

/// Eight hex digits, the first in the lowest byte.
///
/// The nibbles are spread over eight bytes, all at once; those above nine get the distance from
/// `9` to `a` on top.
@inline(__always)
private func hexDigits(_ value: UInt32) -> UInt64 {
  var word = UInt64(value.byteSwapped)
  word = (word | word << 16) & 0x0000_FFFF_0000_FFFF
  word = (word | word << 8) & 0x00FF_00FF_00FF_00FF
  word = (word >> 4 | word << 8) & 0x0F0F_0F0F_0F0F_0F0F
  let letters = (word &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
  return word &+ 0x3030_3030_3030_3030 &+ letters &* 0x27
}

extension OutputFile {
  /// Puts an id without quotes.
  @inline(__always)
  mutating func put(_ id: CleverID) {
    let digits = id.digits
    put(digits.span)
  }

  /// Puts a number in so many digits at least, with zeros in front.
  @inline(__always)
  mutating func put(_ value: Int, digits: Int) {
    var limit = 1
    for _ in 1..<digits { limit *= 10 }
    while limit > 1, value < limit {
      put(byte: UInt8(ascii: "0"))
      limit /= 10
    }
    put(decimal: value)
  }
}
