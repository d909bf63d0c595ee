/// A grade in Clever's long form.
///
/// Source: Clever's API definitions, enumerations GRADE-A (v1.1–v2.0) and GRADE-B (v2.1–v3.1).
public enum CleverGrade: UInt8, Sendable, Hashable, CaseIterable, BitwiseCopyable {
  /// Missing, `null` or `""`.
  case none
  /// A word that no version of Clever's definition has.
  case unknown
  /// `InfantToddler`.
  case infantToddler
  /// `Preschool`.
  case preschool
  /// `PreKindergarten`.
  case preKindergarten
  /// `TransitionalKindergarten`.
  case transitionalKindergarten
  /// `Kindergarten`.
  case kindergarten
  /// `1` to `13`; ``number`` tells which.
  case grade1, grade2, grade3, grade4, grade5, grade6, grade7
  /// `8` to `13`.
  case grade8, grade9, grade10, grade11, grade12, grade13
  /// `PostGraduate`.
  case postGraduate
  /// `Ungraded`.
  case ungraded
  /// `Other`.
  case other

  /// 1 to 13 for the numbered grades, nil for the rest.
  public var number: Int? {
    let first = CleverGrade.grade1.rawValue
    return (first...CleverGrade.grade13.rawValue).contains(rawValue)
      ? Int(rawValue - first) + 1 : nil
  }

  /// Clever's spelling; empty for ``none`` and ``unknown``.
  public var text: String {
    if let number { return String(number) }
    return switch self {
    case .infantToddler: "InfantToddler"
    case .preschool: "Preschool"
    case .preKindergarten: "PreKindergarten"
    case .transitionalKindergarten: "TransitionalKindergarten"
    case .kindergarten: "Kindergarten"
    case .postGraduate: "PostGraduate"
    case .ungraded: "Ungraded"
    case .other: "Other"
    default: ""
    }
  }

  private static let spellings: [(spelling: [UInt8], grade: CleverGrade)] =
    CleverGrade.allCases.filter { !$0.text.isEmpty }.map { (Array($0.text.utf8), $0) }

  /// The grade that `text` spells; ``none`` for no bytes, ``unknown`` for any other word.
  public init(parsing text: borrowing Span<UInt8>) {
    switch text.count {
    case 0: self = .none
    case 1:
      let digit = text[0]
      self =
        (0x31...0x39).contains(digit)
        ? CleverGrade(rawValue: CleverGrade.grade1.rawValue + digit - 0x31) ?? .unknown : .unknown
    case 2 where text[0] == 0x31 && (0x30...0x33).contains(text[1]):
      let last = text[1] - 0x30
      self = CleverGrade(rawValue: CleverGrade.grade1.rawValue + 9 + last) ?? .unknown
    default:
      for (spelling, grade) in CleverGrade.spellings where spelling.count == text.count {
        var isEqual = true
        for index in text.indices where text[index] != spelling[index] {
          isEqual = false
          break
        }
        if isEqual {
          self = grade
          return
        }
      }
      self = .unknown
    }
  }
}
