package import Findings
internal import Texts

/// `1 person`, `2 people`.
func people(_ number: Int) -> String { counted(number, "person", plural: "people") }

/// A record type's name in the plural, as words: `school_admin` gives `school admins`.
func plural(_ type: String) -> String {
  let words = type.replacing("_", with: " ")
  return words.hasSuffix("s") || words == "staff" ? words : "\(words)s"
}

extension LevelCounts {
  /// The counts in words, gravest first: `2 blockers, 1 note`; `none` when there are none.
  package var words: String {
    let levels = Level.allCases.reversed().filter { self[$0] > 0 }
    guard !levels.isEmpty else { return "none" }
    return levels.map { counted(self[$0], $0.description) }.joined(separator: ", ")
  }
}

extension FateCounts {
  /// The counts in words, without those that are 0: `10 bundled, 2 withheld`.
  var words: String {
    let parts = FateKind.decided.filter { self[$0] != 0 }
    return parts.map { "\(grouped(self[$0])) \($0.words)" }.joined(separator: ", ")
  }
}
