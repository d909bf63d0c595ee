import Testing
import Texts

/// Dates as school databases and spreadsheets write them.
@Suite struct DayReadingTests {
  @Test(arguments: [
    "2026-06-12", "2026-06-12T00:00:00.000Z", "2026-06-12 00:00:00", "2026/6/12", "2026/06/12",
    "20260612", "06/12/2026", "6/12/2026", " 6/12/2026 ", "6/12/26", "06-12-2026",
    "6/12/2026 12:00:00 AM", "6/12/2026 0:00", "12-JUN-26", "12-Jun-2026", "12 June 2026",
    "12JUN2026", "12-JUN-26 00.00.00", "Jun 12, 2026", "June 12 2026", "Jun 12 2026 12:00AM",
  ])
  func `one day has many spellings`(text: String) {
    let day = CalendarDay(year: 2026, month: 6, day: 12)
    guard case .day(day, _) = DayReading(text.utf8.span) else {
      Issue.record("\(text) is read as something else")
      return
    }
  }

  @Test(arguments: [
    "x", "2026", "13/32/2026", "2026-13-01", "2026-02-30", "02/30/2026", "12.06.2026", "46185",
    "31-JUNE-2026", "12-XXX-26", "6/12", "6/12/026", "26/13/14", "Fall 2026", "00/00/0000",
    "0000-00-00", "06/12/2026 - 06/11/2027", "2026-06-12 or so", "202606121",
  ])
  func `what names no day is not taken for one`(text: String) {
    let read = DayReading(text.utf8.span)
    #expect(read == .unreadable)
  }

  @Test(arguments: ["", " ", "\t"])
  func `no text is no date`(text: String) {
    let read = DayReading(text.utf8.span)
    #expect(read == .none)
  }

  @Test func `a day in front of the month is seen where no month has that number`() {
    for text in ["25/08/2026", "25-08-26"] {
      let read = DayReading(text.utf8.span)
      #expect(read == .dayFirst)
    }
  }

  @Test(arguments: [
    ("06/12/2026", true), ("06/06/2026", false), ("06/13/2026", false), ("2026-06-12", false),
    ("12-JUN-26", false),
  ])
  func `a date that could be another is told from one that could not`(
    text: String,
    isEitherWay: Bool
  ) {
    guard case .day(_, isEitherWay) = DayReading(text.utf8.span) else {
      Issue.record("\(text) is read as something else")
      return
    }
  }
}
