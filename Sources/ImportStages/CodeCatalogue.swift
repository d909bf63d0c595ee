public import Findings
import MailTemplate
import Pipeline
import RosterRules
import RosterTransform

/// Every code that the program prints, with its page.
///
/// Rules come first: where the transform reports what a rule judges, too, it has the rule's code,
/// and the rule's page says more. A new type of codes must be added to ``all``; a test compares it
/// with the types in `Sources` that are a `FindingCode`.
public enum CodeCatalogue {
  /// The codes of all rooms; one that two rooms have comes twice.
  static let all: [any FindingCode] =
    RuleCatalogue.all + GateCode.allCases + GateRow.Need.allCases + TransformNote.allCases
    + TransformReason.allCases + PlanFault.allCases + TemplateFault.allCases + StageCode.allCases

  private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }

  /// Every code, in order, each once.
  public static let codes = byCode.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }

  /// One line a rule: id, level, title.
  public static var ruleList: String { RulePage.list() }

  /// Every rule on one page in Markdown.
  public static var ruleMarkdown: String { RulePage.markdown() }

  /// The page of a code; nil if the program has no such code.
  public static func page(of code: String) -> String? {
    guard let entry = byCode[code] else { return nil }
    if let rule = entry as? RosterRule { return RulePage.text(rule) }
    let level = (entry as? GateCode)?.level ?? (entry as? TransformNote)?.level
    return RulePage.text(entry, level)
  }

  /// What `code` means in words; the code itself if the program has no such code.
  static func title(of code: String) -> String { byCode[code]?.title ?? code }
}
