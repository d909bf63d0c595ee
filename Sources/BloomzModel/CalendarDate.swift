/// A day of the Gregorian calendar. No clock and no time zone: the day is given.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// 1900 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// The day, or nil when the calendar has no such one.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...9999).contains(year), (1...12).contains(month),
      (1...CalendarDate.days(in: month, of: year)).contains(day)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day written as `2026-08-15` (RFC 3339, `full-date`), or nil.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    var numbers = [0]
    for (index, byte) in bytes.enumerated() {
      if index == 4 || index == 7 {
        numbers.append(0)
      } else {
        guard (0x30...0x39).contains(byte) else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
      }
    }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// The day `count` days later, 0 or more; the last day of 9999 is never passed.
  ///
  /// Cost: one step a month.
  public func adding(days count: Int) -> CalendarDate {
    var (year, month, day) = (year, month, day + max(0, count))
    while day > CalendarDate.days(in: month, of: year) {
      day -= CalendarDate.days(in: month, of: year)
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
      if year > 9999 { return CalendarDate(unchecked: 9999, 12, 31) }
    }
    return CalendarDate(unchecked: year, month, day)
  }

  /// The year in which the school year of this day began; school years begin on 1 July.
  public var schoolYear: Int { month >= 7 ? year : year - 1 }

  /// `2026-08-15`.
  public var description: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Earlier before later.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
