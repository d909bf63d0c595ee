public import Findings
import Texts

/// The catalogue as text, for `rules` and `rules ID`: offline, and from the rules alone.
public enum RulePage {
  /// The page of one rule under fixed headings, in lines of at most 80 columns where words allow.
  public static func text(_ rule: RosterRule) -> String {
    var lines = [rule.id, String(repeating: "=", count: rule.id.utf8.count), ""]
    lines += [rule.title, ""]
    for section in sections(of: rule) { lines += block(section.heading, section.text) }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  /// The page of a code that is not a rule's: what it means, and what to do about it. `level` is nil
  /// where no level is fixed.
  public static func text(_ code: some FindingCode, _ level: Level?) -> String {
    var lines = [code.code, String(repeating: "=", count: code.code.utf8.count), ""]
    lines += [code.title, ""]
    if let level { lines += block("level", "\(level): \(level.effect)") }
    lines += block("how to fix it", code.help)
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  /// What every page says of a rule, in its order.
  static func sections(of rule: RosterRule) -> [(heading: String, text: String)] {
    let levels =
      rule.latitude.reason.isEmpty
      ? rule.latitude.words : "\(rule.latitude.words) (\(rule.latitude.reason))"
    var sections = [
      ("level", "\(rule.level): \(rule.level.effect)"), ("effect", rule.effect),
      ("why it matters", rule.why), ("how to fix it", rule.help), ("who can", rule.fixer.words),
      ("levels a pipeline file may give it", levels),
    ]
    switch rule.subject {
    case .everything: break
    case .contacts: sections.append(("runs", "in step two, which imports contacts"))
    case .otherStaff: sections.append(("runs", "where staff other than teachers are imported"))
    }
    if !rule.hides.isEmpty { sections.append(("when it cannot run, that hides", rule.hides)) }
    sections.append(("source", rule.source.text))
    sections.append(("example", "\(rule.level): \(rule.example) [\(rule.id)]"))
    return sections
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

  private static func block(_ heading: String, _ text: String) -> [String] {
    [heading] + wrapped("  \(text)", columns: 80, indent: 2, breaksWords: false) + [""]
  }
}
