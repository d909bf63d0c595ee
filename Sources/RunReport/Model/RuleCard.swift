public import Findings

extension Report {
  /// A rule of the catalogue: what it is about, and whether this run asked it.
  public struct RuleCard: Sendable, Hashable {
    /// The rule's stable code, in kebab case.
    public var code: String
    /// The rule's own level; a pipeline file may give its findings another.
    public var level: Level
    /// When it runs, in a word: `records`, `links`.
    public var phase: String
    /// The fault in plain words: "a teacher has no email address".
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
    /// Whether it looked at this run's records; only then does its silence mean anything.
    public var hasRun: Bool

    /// A card; the texts that are left out are empty.
    public init(
      _ code: String,
      _ level: Level,
      phase: String,
      title: String,
      why: String = "",
      effect: String = "",
      howToFix: String = "",
      fixer: Fixer = .importer,
      source: String = "",
      hasRun: Bool
    ) {
      self.code = code
      self.level = level
      self.phase = phase
      self.title = title
      self.why = why
      self.effect = effect.isEmpty ? level.effect : effect
      self.howToFix = howToFix
      self.fixer = fixer
      self.source = source
      self.hasRun = hasRun
    }
  }
}

extension Report {
  /// What there is to say of each code in this report: the catalogue's cards, and a card made of
  /// the section for a code that is no rule's (the gate's, a stage's), in order of codes.
  var cards: [RuleCard] {
    var cards = Dictionary(catalogue.map { ($0.code, $0) }) { first, _ in first }
    for rule in rulesWorstFirst where cards[rule.code] == nil {
      cards[rule.code] = RuleCard(
        rule.code,
        rule.level,
        phase: RuleCard.phaseOfOthers,
        title: rule.title,
        why: rule.why,
        effect: rule.effect,
        howToFix: rule.howToFix,
        fixer: rule.fixer,
        source: rule.source,
        hasRun: true
      )
    }
    return cards.values.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
  }
}

extension Report.RuleCard {
  /// Where findings go that no rule made: those of the gate and of the stages.
  static let phaseOfOthers = "run"
}
