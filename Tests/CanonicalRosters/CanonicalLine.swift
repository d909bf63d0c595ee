/// One line of a ``CanonicalRoster``: the kind of record, then `field=value` for each field that has
/// a value, as in `school id=5e12… name="Lincoln"`.
struct CanonicalLine {
  private(set) var text: String

  init(_ kind: String) { text = kind }

  /// Adds a field with a text in quotes; nothing where there is none.
  mutating func add(_ name: String, _ value: String) {
    guard !value.isEmpty else { return }
    text += " \(name)=\"\(CanonicalLine.escaped(value))\""
  }

  /// Adds a field with a word of ours, without quotes; nothing where there is none.
  mutating func add(_ name: String, word: String) {
    guard !word.isEmpty else { return }
    text += " \(name)=\(word)"
  }

  /// Adds a field with references, in their own order whatever the record's was.
  mutating func add(_ name: String, list: [String]) {
    guard !list.isEmpty else { return }
    text += " \(name)=[\(list.sorted(by: precedes).joined(separator: ","))]"
  }

  /// The text with quotes, backslashes and control characters escaped.
  static func escaped(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        text += "\\u{\(String(scalar.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

/// The order of texts by their bytes, which does not change with the Unicode version.
func precedes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
