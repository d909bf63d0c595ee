/// A moment as mail writes it, in UTC; English names whatever the locale (RFC 5322, section 3.3).
public struct MailDate: Sendable, Hashable {
  /// 1900 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int
  /// 0 to 23.
  public let hour: Int
  /// 0 to 59.
  public let minute: Int
  /// 0 to 59; leap seconds are not for senders.
  public let second: Int

  /// The moment, or nil when there is no such day or time in the Gregorian calendar.
  public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard (1900...9999).contains(year), (1...12).contains(month),
      (1...MailDate.days(in: month, of: year)).contains(day), (0..<24).contains(hour),
      (0..<60).contains(minute), (0..<60).contains(second)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  static let dayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  /// `Sat, 15 Aug 2026 12:00:00 +0000`: the Date field's value.
  public var headerText: String { "\(dayName), \(day) \(monthName) \(year) \(clock) +0000" }

  /// `Sat Aug 15 12:00:00 2026`: the form of mbox separators (RFC 4155, appendix A), as C's
  /// `asctime` writes it.
  public var mboxText: String {
    "\(dayName) \(monthName) \(day < 10 ? " " : "")\(day) \(clock) \(year)"
  }

  var dayName: String { MailDate.dayNames[weekday] }
  private var monthName: String { MailDate.monthNames[month - 1] }
  private var clock: String { "\(padded(hour)):\(padded(minute)):\(padded(second))" }

  private func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// 0 is Sunday. Counts the days since the first of January of year 1, a Monday.
  private var weekday: Int {
    let before = year - 1
    var days = before * 365 + before / 4 - before / 100 + before / 400
    for earlier in 1..<month { days += MailDate.days(in: earlier, of: year) }
    return (days + day) % 7
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
