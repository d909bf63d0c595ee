import Findings
import Texts

/// What became of one record and why, as lines for a person.
struct RecordPath: Hashable {
  /// The record: `student '5895…' (sis_id '100003')`.
  var title: String
  /// What there is to say, in order.
  private(set) var lines: [Line] = []

  /// A word and what belongs to it.
  struct Line: Hashable {
    var label: String
    var words: String
  }

  init(_ title: String) {
    self.title = title
  }

  /// Says `words` of `label`; nothing where there are none.
  mutating func say(_ label: String, _ words: String) {
    if !words.isEmpty { lines.append(Line(label: label, words: words)) }
  }

  /// Says of a finding what it found, what to do and what is behind it.
  mutating func say(_ finding: Finding, cause: String?) {
    say("found", "\(finding.level): \(finding.message) [\(finding.code)]")
    say("  help", finding.help)
    say("  who", finding.fixer.words)
    say("  cause", cause ?? "")
  }

  /// The lines, free of control characters.
  var text: String {
    var text = "\(printable(title))\n"
    for line in lines {
      let label = "\(line.label):"
      let gap = String(repeating: " ", count: max(1, 12 - label.utf8.count))
      text += "  \(label)\(gap)\(printable(line.words))\n"
    }
    return text
  }
}

/// The first few of `words`, and how many more there are.
func firstFew(_ words: [String], limit: Int = 5) -> String {
  let shown = words.prefix(limit).joined(separator: ", ")
  return words.count > limit ? "\(shown) and \(words.count - limit) more" : shown
}
