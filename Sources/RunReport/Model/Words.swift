/// `number` with commas between thousands, the way American schools write it.
package func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0 && (digits.count - index).isMultiple(of: 3) { result += "," }
    result.append(digit)
  }
  return number < 0 ? "-\(result)" : result
}

/// `1 error`, `2 errors`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
}

/// `1 person`, `2 people`.
func people(_ number: Int) -> String {
  number == 1 ? "1 person" : "\(grouped(number)) people"
}

/// `words` with a capital at the start, where a heading or a table's head wants one.
///
/// Words that begin with anything but a small Latin letter stay as they are: an id or a value in
/// quotes must not change.
func capitalized(_ words: String) -> String {
  guard let first = words.utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first,
    let start = words.unicodeScalars.first
  else { return words }
  return start.properties.uppercaseMapping + String(words.unicodeScalars.dropFirst())
}

/// A record type's name in the plural, as words: `school_admin` gives `school admins`.
func plural(_ type: String) -> String {
  let words = type.replacing("_", with: " ")
  return words.hasSuffix("s") || words == "staff" ? words : "\(words)s"
}

extension Report.LevelCounts {
  /// The counts in words, gravest first: `2 blockers, 1 note`; `none` when there are none.
  package var words: String {
    let parts = [
      (blockers, "blocker"), (errors, "error"), (warnings, "warning"), (notes, "note"),
    ].filter { $0.0 > 0 }
    return parts.isEmpty ? "none" : parts.map { counted($0.0, $0.1) }.joined(separator: ", ")
  }
}

extension Report.FateCounts {
  /// The counts in words, without those that are 0: `10 bundled, 2 withheld`.
  var words: String {
    let parts = Report.Fate.allCases.filter { self[$0] != 0 }
    return parts.map { "\(grouped(self[$0])) \($0.words)" }.joined(separator: ", ")
  }
}
