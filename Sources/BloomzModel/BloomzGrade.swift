/// A grade as Bloomz's V2 format knows it; each profile spells it its own way.
///
/// Source: V2 import guide, editions V2a/V2b (word grades) and V2c/V2d (short codes); the pairing
/// with Clever's grades is assumed (`BloomzImport.md`, section 10.3).
public enum BloomzGrade: UInt8, Sendable, Hashable, CaseIterable {
  /// No grade, or one that Bloomz has no word for.
  case none
  /// Clever's InfantToddler.
  case infant
  /// Clever's Preschool.
  case preschool
  /// Clever's PreKindergarten.
  case preKindergarten
  /// Clever's TransitionalKindergarten.
  case transitionalKindergarten
  /// Clever's Kindergarten.
  case kindergarten
  /// Grades 1 to 12.
  case first, second, third, fourth, fifth, sixth
  /// Grades 7 to 12.
  case seventh, eighth, ninth, tenth, eleventh, twelfth

  /// The number of an ordinary school grade, 1 to 12; nil for the others.
  public var number: Int? {
    rawValue >= BloomzGrade.first.rawValue ? Int(rawValue - BloomzGrade.first.rawValue) + 1 : nil
  }

  /// Grade 1 to 12 by its number; nil for any other number.
  public init?(number: Int) {
    guard (1...12).contains(number) else { return nil }
    self.init(rawValue: BloomzGrade.first.rawValue + UInt8(number - 1))
  }

  /// How `spelling` writes this grade; empty where the long form has no word.
  public func text(_ spelling: GradeSpelling) -> String {
    if let number { return String(number) }
    return switch (self, spelling) {
    case (.infant, .long): "infant"
    case (.preschool, .long), (.preKindergarten, .long): "preschool"
    case (.transitionalKindergarten, .long): "transitional-k"
    case (.kindergarten, .long): "k"
    case (_, .long): ""
    case (.preschool, .short): "PS"
    case (.preKindergarten, .short): "PK"
    case (.kindergarten, .short): "K"
    case (_, .short): "Other"
    }
  }
}

/// The two ways Bloomz's V2 editions spell grades.
public enum GradeSpelling: Sendable, Hashable {
  /// `infant`, `preschool`, `transitional-k`, `k`, `1` … `12` (V2a, V2b).
  case long
  /// `PK`, `KG`, `K`, `PS`, `1` … `12`, `Other` (V2c, V2d).
  case short
}
