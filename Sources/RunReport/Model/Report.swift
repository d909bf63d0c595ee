public import Findings

/// Everything a run has to say, as plain text and numbers, before anyone decides how it looks.
///
/// One value feeds every form (terminal, JSON, CSV, HTML), so that no two of them can disagree.
/// It knows nothing of Clever or Bloomz; the code that fills it in translates. Names of people never
/// enter; people appear by id.
public struct Report: Sendable, Hashable {
  /// The number of the JSON form's layout; it grows when a reader of the old one would misread.
  public static let version = 1

  /// How the run ended, in one sentence, and what to do next.
  public var verdict: Verdict
  /// Which pipeline ran, with what, for which day.
  public var run: RunFacts
  /// The rows of the permission gate, in the order the gate asked.
  public var evidence: [Evidence]
  /// What is needed and what is shared, in the order it is to be shown.
  public var sharing: [Sharing] = []
  /// Whether the export holds every record of each type, in the order it is to be shown.
  public var completeness: [Completeness] = []
  /// What became of the records, a row a record type, in the order they are to be shown.
  public var tally: [TypeTally]
  /// What each school gets, a row a school, in the order they are to be shown.
  public var schools: [SchoolTally]
  /// What came into each stage and what went on, in the order the stages ran.
  public var books: [StageBook]
  /// The findings, a section a rule; the writers show them worst first, in any order here.
  public var rules: [RuleSection]
  /// The causes of the findings, the one to fix first at the start; `Finding.cause` is a position here.
  public var causes: [Cause] = []
  /// What is new and what was fixed since an earlier report; nil without one.
  public var comparison: Comparison?
  /// What differs from an earlier bundle; nil where nothing was compared.
  public var bundleChanges: BundleChanges?
  /// Rules that the pipeline file changes, in order of codes.
  public var ruleChanges: [RuleChange]
  /// Checks that could not be made, and what that hides.
  public var checksNotRun: [CheckNotRun]
  /// Every rule there is, whether it found anything or not, in order of codes.
  public var catalogue: [RuleCard]
  /// The files that were read, in the order they are to be shown.
  public var inputs: [Input]
  /// What was written, or would be.
  public var outputs: Outputs
  /// What a reader should keep in mind: assumed formats, values that were defaulted.
  public var limits: [String]
  /// The file that lists every finding, as the terminal should name it.
  public var findingsFile: String

  /// A report; what is left out is empty.
  public init(
    verdict: Verdict,
    run: RunFacts,
    evidence: [Evidence] = [],
    tally: [TypeTally] = [],
    schools: [SchoolTally] = [],
    books: [StageBook] = [],
    rules: [RuleSection] = [],
    ruleChanges: [RuleChange] = [],
    checksNotRun: [CheckNotRun] = [],
    catalogue: [RuleCard] = [],
    inputs: [Input] = [],
    outputs: Outputs = Outputs(),
    limits: [String] = [],
    findingsFile: String = "findings.csv"
  ) {
    self.verdict = verdict
    self.run = run
    self.evidence = evidence
    self.tally = tally
    self.schools = schools
    self.books = books
    self.rules = rules
    self.ruleChanges = ruleChanges
    self.checksNotRun = checksNotRun
    self.catalogue = catalogue
    self.inputs = inputs
    self.outputs = outputs
    self.limits = limits
    self.findingsFile = findingsFile
  }

  /// The rules with findings, gravest first, then by code as UTF-8 bytes.
  ///
  /// Their findings, one after the other, are then in `Finding`'s own order.
  public var rulesWorstFirst: [RuleSection] {
    rules.filter { $0.total > 0 }
      .sorted { left, right in
        if left.level != right.level { return left.level > right.level }
        return left.code.utf8.lexicographicallyPrecedes(right.code.utf8)
      }
  }

  /// The rules that ran and found nothing, in order of codes.
  public var rulesPassed: [RuleCard] {
    let found = Set(rules.filter { $0.total > 0 }.map(\.code))
    return catalogue.filter { $0.hasRun && !found.contains($0.code) }
  }

  /// How many findings there are of each level, those that are not held included.
  public var findingCounts: LevelCounts {
    var counts = LevelCounts()
    for rule in rules { counts[rule.level] += rule.total }
    return counts
  }
}
