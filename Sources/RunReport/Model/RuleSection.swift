public import Findings

extension Report {
  /// A rule and what it found.
  public struct RuleSection: Sendable, Hashable {
    /// The rule's stable code, in kebab case.
    public var code: String
    /// The level of all its findings in this run.
    public var level: Level
    /// The rule in plain words: "a teacher has no email address".
    public var title: String
    /// Why the fault hurts.
    public var why: String
    /// What it does to the record or the run.
    public var effect: String
    /// How to put it right.
    public var howToFix: String
    /// Who can.
    public var fixer: Fixer
    /// The published text that asks for the rule.
    public var source: String
    /// How many findings there are, also those that are not in `findings`.
    public var total: Int
    /// The findings in `Finding`'s order: all of them, or the first when there are too many.
    public var findings: FindingSelection
    /// For each finding whether it is new since the earlier report; empty without an earlier one.
    public var isNew: [Bool] = []

    /// A section; without `total`, the findings given are all there are.
    public init(
      _ code: String,
      _ level: Level,
      title: String,
      why: String = "",
      effect: String = "",
      howToFix: String = "",
      fixer: Fixer = .importer,
      source: String = "",
      total: Int? = nil,
      findings: some Sequence<Finding>
    ) {
      self.code = code
      self.level = level
      self.title = title
      self.why = why
      self.effect = effect.isEmpty ? level.effect : effect
      self.howToFix = howToFix
      self.fixer = fixer
      self.source = source
      let findings = FindingSelection(findings)
      self.total = total ?? findings.count
      self.findings = findings
    }

    /// Findings that were counted, but of which nothing more is known.
    var onlyCounted: Int { max(total - findings.count, 0) }
  }

  /// What the pipeline file changes about a rule, and what came of it.
  public struct RuleChange: Sendable, Hashable {
    /// The code of the rule.
    public var code: String
    /// The level that the catalogue gives it.
    public var from: Level
    /// The level that its findings had in this run.
    public var to: Level
    /// What the file asks, in words.
    public var asked: String
    /// What came of it, in words.
    public var result: String
    /// Why the findings were suppressed; empty if they were not.
    public var reason: String
    /// The last day of the suppression, `YYYY-MM-DD`; empty if there is none.
    public var until: String
    /// The suppressed findings, in `Finding`'s order: they count nowhere else.
    public var suppressed: [Finding]

    /// A change.
    public init(
      _ code: String,
      from: Level,
      to: Level,
      asked: String,
      result: String,
      reason: String = "",
      until: String = "",
      suppressed: [Finding] = []
    ) {
      self.code = code
      self.from = from
      self.to = to
      self.asked = asked
      self.result = result
      self.reason = reason
      self.until = until
      self.suppressed = suppressed
    }
  }

  /// A check that could not be made, since what it needs is not in the export.
  public struct CheckNotRun: Sendable, Hashable {
    /// The code of the rule.
    public var code: String
    /// Why it could not run.
    public var why: String
    /// What may be wrong without being noticed.
    public var hides: String

    /// A check that did not run.
    public init(_ code: String, why: String, hides: String) {
      self.code = code
      self.why = why
      self.hides = hides
    }
  }
}
