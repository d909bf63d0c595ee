import RosterRules

/// The catalogue of rules as text, for the command line.
public enum RulePages {
  /// Every rule's id, in order.
  public static var ids: [String] { RuleCatalogue.all.map(\.id) }

  /// One line a rule: id, level, title.
  public static var list: String { RulePage.list() }

  /// Every rule on one page in Markdown.
  public static var markdown: String { RulePage.markdown() }

  /// The page of the rule with this id; nil if there is none.
  public static func page(of id: String) -> String? {
    RuleCatalogue.rule(id).map { RulePage.text($0) }
  }
}
