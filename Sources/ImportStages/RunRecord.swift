public import BloomzModel
public import Findings
public import Roster
public import RosterRules
public import RosterTransform

/// What a run knows so far: the roster with its fates, what each stage did, and what is written
/// aside. It travels along with what the stages give, so a report can be made wherever a run ends.
public struct RunRecord: Sendable {
  /// The export's path, as the pipeline file names it.
  public var export: String
  /// The roster, every record with its place and fate.
  public var roster: Roster
  /// Whether the export is proved to hold every record of each kind.
  public let completeness: [Completeness]
  /// The chosen schools, as rows of the roster.
  public var schools: [Int32] = []
  /// Whether every school on the operator's list was asked for.
  public var takesAllSchools = false
  /// Which sections are taken.
  public var sections = SectionFilter.all
  /// Whether staff who do not teach are taken, too.
  public var takesOtherStaff = false
  /// Which of the guide's steps is prepared.
  public var step = GuideStep.classesTeachersStudents
  /// How the permission gate decided, once `validate` ran.
  public var gate: GateVerdict?
  /// What is needed and what is shared.
  public var sharing: [SharingRow] = []
  /// What the rules found, once `validate` ran.
  public var rules: RuleOutcome?
  /// What causes the findings. Deferred work of `validate` finds it out, and `sharing` and
  /// `suppressed`, too.
  public var causes = RootCauses()
  /// What the pipeline file asks of the rules, once `validate` ran.
  var requests = RuleRequests()
  /// The findings of suppressed rules, by rule.
  var suppressed: [String: [Finding]] = [:]
  /// What each stage did with the records.
  public var books: [StageBook] = []
  /// What `transform` changed, once it ran.
  public var notes: TransformNotes?
  /// The schools of the bundle, as rows of the roster, and what each has in it. Deferred work of
  /// `transform` counts it.
  var schoolCounts: [(school: Int32, counts: RosterRoundUp.Counts)] = []
  /// The bundle, once `load` ran.
  public var bundle: BundleRecord?
  /// The mail, once `invite` ran.
  public var mail: MailRecord?
  /// What appears when the run has gone well.
  var written = WrittenAside()

  /// The record of a run that has read an export.
  init(export: String, roster: Roster) {
    self.export = export
    self.roster = roster
    completeness = roster.completeness()
  }
}

/// What a bundle holds, for the report.
public struct BundleRecord: Sendable {
  /// Where it goes.
  public var path: String
  /// The layout of its CSV files.
  public var profile: BundleProfile
  /// The bundle's hash, once it is sealed: SHA-256 of its tag manifest.
  public var digest = ""
  /// Its files, with sizes and hashes, once it is sealed.
  public var files: [BundleFile] = []
  /// How it differs from an earlier one; nil if it is not compared.
  var comparison: BundleComparison?

  init(path: String, profile: BundleProfile, comparison: BundleComparison? = nil) {
    self.path = path
    self.profile = profile
    self.comparison = comparison
  }

  /// One file of a bundle.
  public struct BundleFile: Sendable, Hashable {
    /// Relative to the bundle.
    public var path: String
    /// Size in bytes.
    public var byteCount: Int
    /// 64 lower-case hex digits.
    public var sha256: String
    /// Rows, for files of records.
    public var rows: Int?
  }
}

/// What the invitation mail came to, for the report.
public struct MailRecord: Sendable {
  /// Where it goes.
  public var path: String
  /// How many messages.
  public var written: Int
  /// How many people get none, each with a finding.
  public var withheld: Int
  /// Whether the key file was made by this run.
  public var keyWasMade: Bool
  /// The key file's path.
  public var key: String
}
