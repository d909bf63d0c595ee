public import Texts

extension CalendarDay {
  /// The year in which the school year of this day began; school years begin on 1 July.
  public var schoolYear: Int { month >= 7 ? year : year - 1 }

  /// The day as the language writes it: `August 15, 2026`. In a language that has no built-in
  /// wording, `2026-08-15`.
  func text(in language: String) -> String {
    guard let texts = InvitationLanguage.of(language) else { return description }
    return texts.date
      .replacing("{day}", with: "\(day)")
      .replacing("{month}", with: texts.months[month - 1])
      .replacing("{year}", with: "\(year)")
  }
}

/// `names` as a list inside a sentence: `A, B and C`. In a language that has no built-in wording,
/// with commas alone.
func joined(_ names: [String], in language: String) -> String {
  let and = InvitationLanguage.of(language)?.and ?? ", "
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + and + last
}
