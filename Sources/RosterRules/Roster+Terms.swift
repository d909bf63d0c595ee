import FlatTables
import Roster
import Texts

extension Roster {
  /// The first and the last day of a section's term; nil where the export does not tell.
  ///
  /// Up to v1.2 the term is part of the section; from v2.0 on it is a record of its own.
  func termDays(ofSection row: Int) -> (start: CalendarDay?, end: CalendarDay?) {
    let term = Int(sections.term[row])
    let dates = term >= 0 ? terms.text[term] : sections.inlineTerm[row]
    return (
      CalendarDay(startOf: text.span(dates.start)), CalendarDay(startOf: text.span(dates.end))
    )
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

extension CleverGrade {
  /// The place in the order of school years; nil for what has none.
  fileprivate var schoolYear: UInt8? {
    switch self {
    case .none, .unknown, .ungraded, .other: nil
    default: rawValue
    }
  }
}
