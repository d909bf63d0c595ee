/// A day of the Gregorian calendar. It has no clock and no time zone: the day is given.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Year, month and day as the digits of one number: 20260815 for 15 August 2026.
  public let number: Int

  /// 0 to 9999.
  public var year: Int { number / 10_000 }
  /// 1 to 12.
  public var month: Int { number / 100 % 100 }
  /// 1 to 31.
  public var day: Int { number % 100 }

  /// The day, or nil if the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month),
      (1...CalendarDay.days(in: month, of: year)).contains(day)
    else { return nil }
    number = year * 10_000 + month * 100 + day
  }

  /// The day whose ``number`` is `number`, or nil if there is none.
  public init?(number: Int) {
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// The day that `text` spells: `2026-08-15` (RFC 3339, `full-date`), or nil.
  public init?(_ text: String) {
    guard text.utf8.count == 10 else { return nil }
    self.init(startOf: text.utf8.span)
  }

  /// The day that a moment is on as it is written, `2026-08-15T07:30:00.000Z`; the day alone will
  /// do. Nil unless `bytes` are ten bytes of a day, then nothing or a `T`.
  public init?(startOf bytes: borrowing Span<UInt8>) {
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
    self.init(number: number)
  }

  /// The day `count` days later, 0 or more; the last day of 9999 is never passed.
  ///
  /// Cost: one step a month.
  public func adding(days count: Int) -> CalendarDay {
    var (year, month, day) = (year, month, day + max(0, count))
    while day > CalendarDay.days(in: month, of: year) {
      day -= CalendarDay.days(in: month, of: year)
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
      if year > 9999 { return CalendarDay(unchecked: 9999_12_31) }
    }
    return CalendarDay(unchecked: year * 10_000 + month * 100 + day)
  }

  private init(unchecked number: Int) { self.number = number }

  /// `2026-08-15`.
  public var description: String {
    let digits = String(number)
    let padded = String(repeating: "0", count: 8 - digits.utf8.count) + digits
    return "\(padded.prefix(4))-\(padded.dropFirst(4).prefix(2))-\(padded.suffix(2))"
  }

  /// Earlier before later.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }

  /// How many days a month, 1 to 12, of a year, 0 to 9999, has.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
