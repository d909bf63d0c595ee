import Findings
import Texts

extension RulePage {
  /// Every rule on one page in Markdown, gravest first: what `rules ID` says of each, in the same
  /// words.
  public static func markdown() -> String {
    let rules = RuleCatalogue.all
    var lines = ["# The rules", ""]
    lines += [
      "Made from the catalogue by `clever-to-bloomz rules --markdown`; a test holds this page to it.",
      "",
      "\(rules.count) rules judge the records of an export. A rule's level says what it does: "
        + Level.allCases.reversed().map { "**\($0)**, \($0.effect)" }.joined(separator: "; ") + ".",
      "",
    ]
    for level in Level.allCases.reversed() {
      let some = rules.filter { $0.level == level }
      lines += ["## \(capitalized("\(level)s")) (\(some.count))", ""]
      for rule in some { lines += entry(rule) }
    }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  private static func entry(_ rule: RosterRule) -> [String] {
    var lines = ["### \(rule.id)", "", "\(sentence(rule.title))", ""]
    for section in sections(of: rule) where section.heading != "level" {
      lines.append("- **\(section.heading):** \(escaped(section.text))")
    }
    return lines + [""]
  }

  private static func sentence(_ text: String) -> String { escaped(capitalized(text)) + "." }

  /// `text` with what Markdown would take for a mark of its own made plain; addresses in `<>` stay.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == "*" || character == "_" || character == "`" || character == "[" {
        result += "\\"
      }
      result.append(character)
    }
    return result
  }
}
