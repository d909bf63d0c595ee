/// What a text says that should name a day, in one of the forms that school databases write.
///
/// Source: Clever, SFTP Instructions v2.1.1: `MM/DD/YYYY` in the files of a district; `YYYY-MM-DD`
/// in the answers of the API. The other forms are those of public exports.
public enum DayReading: Sendable, Hashable {
  /// There is no text.
  case none
  /// The day. `isEitherWay`: it would be another with the day in front of the month, as in
  /// `06/12/2026`.
  case day(CalendarDay, isEitherWay: Bool)
  /// The first number cannot be a month and the second can: `25/08/2026`.
  case dayFirst
  /// No day in a form that is known, or one that the calendar does not have.
  case unreadable

  /// Reads `bytes`; a time after the day does not count, nor do outer blanks.
  ///
  ///     2026-06-12   2026-06-12T00:00:00Z   2026/6/12   20260612
  ///     06/12/2026   6/12/26   06-12-2026   6/12/2026 12:00 AM
  ///     12-JUN-26    12 Jun 2026   12JUN2026   Jun 12, 2026   June 12 2026
  ///
  /// Numbers alone have the month first, as in the US. A year of two digits is one of 2000 to 2099.
  public init(_ bytes: borrowing Span<UInt8>) {
    if let day = CalendarDay(startOf: bytes) {
      self = .day(day, isEitherWay: false)
      return
    }
    var words = DayWords(bytes)
    guard !words.isAtEnd else {
      self = .none
      return
    }
    guard let first = words.next() else {
      self = .unreadable
      return
    }
    if case .number(let number, 8) = first {
      self = DayReading(words.isTimeOrEnd ? CalendarDay(number: number) : nil)
      return
    }
    guard let second = words.next(), let third = words.next(), words.isTimeOrEnd else {
      self = .unreadable
      return
    }
    switch (first, second, third) {
    case (.number(let year, 4), .number(let month, 1...2), .number(let day, 1...2)):
      self = DayReading(CalendarDay(year: year, month: month, day: day))
    case (.number(let day, 1...2), .month(let month), .number(let year, let digits)),
      (.month(let month), .number(let day, 1...2), .number(let year, let digits)):
      self = DayReading(
        DayReading.year(year, digits).flatMap { CalendarDay(year: $0, month: month, day: day) }
      )
    case (.number(let month, 1...2), .number(let day, 1...2), .number(let last, let digits)):
      // Dots are how the day comes first in Europe; `06.12.2026` could be either.
      guard let year = DayReading.year(last, digits), !words.hasDot else {
        self = .unreadable
        return
      }
      if let read = CalendarDay(year: year, month: month, day: day) {
        let swapped = CalendarDay(year: year, month: day, day: month)
        self = .day(read, isEitherWay: swapped != nil && swapped != read)
      } else {
        self = CalendarDay(year: year, month: day, day: month) == nil ? .unreadable : .dayFirst
      }
    default: self = .unreadable
    }
  }

  private init(_ day: CalendarDay?) {
    self = day.map { .day($0, isEitherWay: false) } ?? .unreadable
  }

  private static func year(_ number: Int, _ digits: Int) -> Int? {
    digits == 4 ? number : digits == 2 ? 2000 + number : nil
  }
}

/// Takes a date apart into numbers and names of months.
private struct DayWords {
  enum Word {
    /// A number and how many digits it has, 8 at most.
    case number(Int, Int)
    /// 1 to 12.
    case month(Int)
  }

  /// Bytes that a day and a time may have.
  private static let limit = 40

  private var bytes = InlineArray<40, UInt8>(repeating: 0)
  private let count: Int
  private var position = 0
  /// Whether two parts had a dot between them.
  private(set) var hasDot = false

  /// The parts of `text`; of a longer one than any day there is no part.
  init(_ text: borrowing Span<UInt8>) {
    count = text.count
    guard count <= DayWords.limit else { return }
    for index in text.indices { bytes[index] = text[index] }
    skipBlanks()
  }

  var isAtEnd: Bool { position == count }

  private mutating func skipBlanks() {
    while position < count, bytes[position] == 0x20 || bytes[position] == 0x09 {
      position += 1
    }
  }

  /// The next part and, after it, one sign between parts; nil if there is none.
  mutating func next() -> Word? {
    guard position < count, count <= DayWords.limit else { return nil }
    let word: Word
    if (0x30...0x39).contains(bytes[position]) {
      var (number, digits) = (0, 0)
      while position < count, (0x30...0x39).contains(bytes[position]) {
        guard digits < 8 else { return nil }
        number = number * 10 + Int(bytes[position] - 0x30)
        digits += 1
        position += 1
      }
      word = .number(number, digits)
    } else {
      let start = position
      var letters: UInt32 = 0
      while position < count, (0x61...0x7A).contains(bytes[position] | 0x20) {
        if position - start < 3 { letters = letters << 8 | UInt32(bytes[position] | 0x20) }
        position += 1
      }
      guard position - start >= 3, let month = DayWords.months.firstIndex(of: letters) else {
        return nil
      }
      word = .month(month + 1)
    }
    let end = position
    skipBlanks()
    if position < count {
      switch bytes[position] {
      case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ","): position += 1
      case UInt8(ascii: "."):
        hasDot = true
        position += 1
      default: break
      }
      if position > end { skipBlanks() }
    }
    return word
  }

  /// Whether nothing follows but a time: `T00:00:00.000Z`, `12:00:00 AM`, `00.00.00`.
  var isTimeOrEnd: Bool {
    for index in position..<count {
      switch bytes[index] {
      case 0x30...0x39, 0x20: continue
      case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"): continue
      case UInt8(ascii: "T"), UInt8(ascii: "Z"), UInt8(ascii: "A"), UInt8(ascii: "P"),
        UInt8(ascii: "M"), UInt8(ascii: "t"), UInt8(ascii: "z"), UInt8(ascii: "a"),
        UInt8(ascii: "p"), UInt8(ascii: "m"):
        continue
      default: return false
      }
    }
    return true
  }

  /// The first three letters of the months, in small letters.
  private static let months: [UInt32] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  .map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
