/// A day as Clever and the command line write it: the first ten bytes of `2026-08-20T00:00:00.000Z`.
///
/// Days are only compared, so a number with year, month and day in its digits will do; whether the
/// calendar has the day is not asked.
public struct RuleDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// `20260820` for 20 August 2026.
  private let number: Int

  /// The day that `bytes` begin with; nil unless that is `YYYY-MM-DD` with nothing or a `T` behind,
  /// a month from 1 to 12 and a day from 1 to 31.
  public init?(_ bytes: borrowing Span<UInt8>) {
    guard bytes.count == 10 || bytes.count > 10 && bytes[10] == UInt8(ascii: "T") else {
      return nil
    }
    var number = 0
    for index in 0..<10 {
      if index == 4 || index == 7 {
        guard bytes[index] == UInt8(ascii: "-") else { return nil }
      } else {
        guard (0x30...0x39).contains(bytes[index]) else { return nil }
        number = number * 10 + Int(bytes[index] - 0x30)
      }
    }
    guard (1...12).contains(number / 100 % 100), (1...31).contains(number % 100) else { return nil }
    self.number = number
  }

  /// The day that `text` spells, in the same form.
  public init?(_ text: String) {
    self.init(Array(text.utf8).span)
  }

  /// The day as a number that only ``init(code:)`` understands, for a finding's detail.
  var code: Int { number }

  /// The day whose ``code`` is `code`.
  init(code: some BinaryInteger) { number = Int(code) }

  /// `2026-08-20`.
  public var description: String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(8 - digits.utf8.count, 0)) + digits
    return "\(padded.prefix(4))-\(padded.dropFirst(4).prefix(2))-\(padded.suffix(2))"
  }

  /// Earlier before later.
  public static func < (left: RuleDay, right: RuleDay) -> Bool { left.number < right.number }
}
