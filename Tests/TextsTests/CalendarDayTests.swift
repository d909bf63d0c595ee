import Testing
import Texts

@Suite struct CalendarDayTests {
  @Test(arguments: [
    "2026-08-15", "0000-01-01", "0099-01-31", "1999-12-31", "2024-02-29", "2000-02-29",
    "9999-12-31",
  ])
  func `a day is written as it was read`(text: String) throws {
    let day = try #require(CalendarDay(text))
    #expect(day.description == text)
    #expect(CalendarDay(number: day.number) == day)
    #expect(CalendarDay(year: day.year, month: day.month, day: day.day) == day)
  }

  @Test(arguments: [
    "", "2026-8-15", "2026-08-15 ", "2026-08-15T00:00:00Z", "20260815", "2026/08/15", "2026-13-01",
    "2026-00-01", "2026-01-00", "2026-01-32", "2026-04-31", "2026-02-29", "1900-02-29",
    "+026-08-15",
    "２０２６-08-15",
  ])
  func `any other text is no day`(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test(arguments: [
    ("2026-08-20", "2026-08-20"), ("2026-08-20T00:00:00.000Z", "2026-08-20"),
    ("2026-08-20 00:00", nil), ("2026-08-2", nil), ("2026-02-30T00:00:00.000Z", nil),
  ])
  func `the day of a moment is its first ten bytes`(text: String, day: String?) {
    let found = CalendarDay(startOf: text.utf8.span)
    #expect(found?.description == day)
  }

  @Test(arguments: [
    ("2026-08-15", 0, "2026-08-15"), ("2026-08-15", -3, "2026-08-15"),
    ("2026-08-15", 20, "2026-09-04"), ("2026-12-31", 1, "2027-01-01"),
    ("2024-02-28", 1, "2024-02-29"), ("2023-02-28", 366, "2024-02-29"),
    ("9999-12-30", 5, "9999-12-31"),
  ])
  func `days are counted by the calendar`(start: String, count: Int, end: String) throws {
    #expect(try #require(CalendarDay(start)).adding(days: count).description == end)
  }

  @Test func `earlier days come first`() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-02-01"].map { try #require(CalendarDay($0)) }
    #expect(days == days.sorted())
    #expect(Set(days).count == 3)
  }
}
