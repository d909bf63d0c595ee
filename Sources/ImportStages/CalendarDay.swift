import Texts

/// Whether `text` is a day of the calendar, written `YYYY-MM-DD`.
public func isDay(_ text: String) -> Bool { CalendarDay(text) != nil }
