import Findings
import FlatTables
import Roster
import Texts

extension Roster {
  /// The first and the last day of a section's term; nil where the export does not tell, or not so
  /// that it can be read.
  func termDays(ofSection row: Int) -> (start: CalendarDay?, end: CalendarDay?) {
    let term = termReadings(ofSection: row)
    return (term.start.day, term.end.day)
  }

  /// What the dates of a section's term say.
  func termReadings(ofSection row: Int) -> (start: TermDay, end: TermDay) {
    let dates = termText(ofSection: row)
    let place = sections.records.places[row]
    let isDayFirst = !place.isKnown ? false : source.files[place.file].hasDayFirst
    return (
      TermDay(text.span(dates.start), isDayFirst), TermDay(text.span(dates.end), isDayFirst)
    )
  }

  /// The words and dates of a section's term.
  ///
  /// Up to v1.2 the term is part of the section; from v2.0 on it is a record of its own.
  func termText(ofSection row: Int) -> TermText {
    let term = Int(sections.term[row])
    return term >= 0 ? terms.text[term] : sections.inlineTerm[row]
  }

  /// The field of a section that has its term.
  func termField(ofSection row: Int) -> String {
    sections.term[row] >= 0 ? "term_id" : "term"
  }

  /// Whether a section in scope has a term with an end date.
  var hasTermEnd: Bool {
    (0..<sections.count).contains { row in
      sections.records.isOpen(row) && termDays(ofSection: row).end != nil
    }
  }

  /// Whether a school's span of grades holds `grade`; true where one of the three is not known, or
  /// has no place in the order of school years (`Ungraded`, `Other`).
  func hasGrade(_ grade: CleverGrade, school: Int) -> Bool {
    let (low, high) = (schools.lowGrade[school], schools.highGrade[school])
    guard let year = grade.schoolYear, let first = low.schoolYear, let last = high.schoolYear,
      first <= last
    else { return true }
    return (first...last).contains(year)
  }
}

/// What one date of a term says.
enum TermDay {
  /// Nothing.
  case none
  /// A day.
  case day(CalendarDay)
  /// Another date of the file has the day in front, so this one may be either of two days.
  case eitherWay
  /// The day is in front of the month.
  case dayFirst
  /// No day.
  case unreadable

  /// `isDayFirst`: whether another date of the file has the day in front of the month.
  init(_ text: borrowing Span<UInt8>, _ isDayFirst: Bool) {
    switch DayReading(text) {
    case .none: self = .none
    case .day(_, isEitherWay: true) where isDayFirst: self = .eitherWay
    case .day(let day, _): self = .day(day)
    case .dayFirst: self = .dayFirst
    case .unreadable: self = .unreadable
    }
  }

  var day: CalendarDay? {
    if case .day(let day) = self { day } else { nil }
  }

  /// Whether there is a text that tells no day.
  var isUnread: Bool {
    switch self {
    case .none, .day: false
    case .eitherWay, .dayFirst, .unreadable: true
    }
  }
}

extension CleverGrade {
  /// The place in the order of school years; nil for what has none.
  fileprivate var schoolYear: UInt8? {
    switch self {
    case .none, .unknown, .ungraded, .other: nil
    default: rawValue
    }
  }
}
