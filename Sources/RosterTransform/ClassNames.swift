internal import BloomzModel
internal import FlatTables

/// The names that classes are given: the longest is 255 bytes.
///
/// Source: `BloomzImport.md`, section 10.4.
enum ClassNames {
  /// Bytes of UTF-8 that a class name may have.
  static let limit = 255

  /// What is between the parts of a name, as in the names that Clever makes.
  static let separator: [UInt8] = Array(" - ".utf8)

  /// Names that say no more than that the class is a homeroom; in lower case.
  private static let nothingTelling: [[UInt8]] = [
    "homeroom", "home room", "hr", "advisory", "homeroom/advisory",
  ].map { Array($0.utf8) }

  /// Whether `name` tells a homeroom from another.
  static func isTelling(_ name: [UInt8]) -> Bool {
    guard name.count <= 17 else { return true }
    return !nothingTelling.contains(lowercased(name))
  }

  /// `Grade 3 Homeroom`, `Kindergarten Homeroom`; `Homeroom` without a grade.
  static func homeroom(_ grade: BloomzGrade) -> String {
    if let number = grade.number { return "Grade \(number) Homeroom" }
    return switch grade {
    case .infant: "Infant Homeroom"
    case .preschool: "Preschool Homeroom"
    case .preKindergarten: "Pre-Kindergarten Homeroom"
    case .transitionalKindergarten: "Transitional Kindergarten Homeroom"
    case .kindergarten: "Kindergarten Homeroom"
    default: "Homeroom"
    }
  }

  /// `word`, a space and `value`, unless `value` begins with that word: `Period 3`.
  static func labelled(_ word: String, _ value: [UInt8]) -> [UInt8] {
    let start = Array(word.utf8)
    return lowercased(Array(value.prefix(start.count))) == lowercased(start)
      ? value : start + [0x20] + value
  }

  /// `base` followed by `parts`. If that is too long, the base is cut first, then the parts from the
  /// first on, because the last one is what makes the name differ.
  static func joined(_ base: [UInt8], _ parts: [[UInt8]]) -> [UInt8] {
    var parts = parts[...]
    var length = parts.reduce(0) { $0 + separator.count + $1.count }
    while parts.count > 1, length > limit {
      length -= separator.count + parts.removeFirst().count
    }
    var name = base
    cut(&name, to: max(limit - length, 0))
    for part in parts { name += name.isEmpty ? part : separator + part }
    cut(&name, to: limit)
    return name
  }

  private static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
