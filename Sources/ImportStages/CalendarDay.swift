import BloomzModel

/// Whether `text` is a day of the calendar, written `YYYY-MM-DD`.
public func isDay(_ text: String) -> Bool { CalendarDate(text) != nil }
