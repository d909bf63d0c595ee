import Findings

/// The catalogue as text, for `rules` and `rules ID`: offline, and from the rules alone.
public enum RulePage {
  /// The page of one rule under fixed headings, in lines of at most 80 columns where words allow.
  public static func text(_ rule: RosterRule) -> String {
    var lines = [rule.id, String(repeating: "=", count: rule.id.utf8.count), ""]
    lines += [rule.title, ""]
    lines += section("level", "\(rule.level): \(rule.level.effect)")
    lines += section("effect", rule.effect)
    lines += section("why it matters", rule.why)
    lines += section("how to fix it", rule.help)
    lines += section("who can", rule.fixer.words)
    let levels =
      rule.latitude.reason.isEmpty
      ? rule.latitude.words : "\(rule.latitude.words) (\(rule.latitude.reason))"
    lines += section("levels a pipeline file may give it", levels)
    switch rule.subject {
    case .everything: break
    case .contacts: lines += section("runs", "in step two, which imports contacts")
    case .otherStaff: lines += section("runs", "where staff other than teachers are imported")
    }
    lines += section("source", rule.source.text)
    lines += section("example", "\(rule.level): \(rule.example) [\(rule.id)]")
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  /// One line a rule, in order of ids: id, level, title.
  public static func list() -> String {
    let width = RuleCatalogue.all.map(\.id.utf8.count).max() ?? 0
    return RuleCatalogue.all.map { rule in
      let id = rule.id + String(repeating: " ", count: width - rule.id.utf8.count)
      let level = "\(rule.level)"
      return
        "\(id)  \(level)\(String(repeating: " ", count: 7 - level.utf8.count))  \(rule.title)\n"
    }.joined()
  }

  private static func section(_ heading: String, _ text: String) -> [String] {
    [heading] + wrapped(text, width: 78).map { "  \($0)" } + [""]
  }

  /// `text` broken at blanks into lines of at most `width` scalars; a longer word stays whole.
  private static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
