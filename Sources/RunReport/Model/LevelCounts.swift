public import Findings

extension Report {
  /// How many findings there are of each level.
  public struct LevelCounts: Sendable, Hashable {
    /// Findings because of which nothing is written.
    public var blockers: Int
    /// Findings because of which a record is left out.
    public var errors: Int
    /// Findings about records that go in with a value changed, dropped or to be checked.
    public var warnings: Int
    /// Findings that change nothing.
    public var notes: Int

    /// Counts by level; whatever is left out is 0.
    public init(blockers: Int = 0, errors: Int = 0, warnings: Int = 0, notes: Int = 0) {
      self.blockers = blockers
      self.errors = errors
      self.warnings = warnings
      self.notes = notes
    }

    /// The count of one level.
    public subscript(level: Level) -> Int {
      get {
        switch level {
        case .blocker: blockers
        case .error: errors
        case .warning: warnings
        case .note: notes
        }
      }
      set {
        switch level {
        case .blocker: blockers = newValue
        case .error: errors = newValue
        case .warning: warnings = newValue
        case .note: notes = newValue
        }
      }
    }

    /// All findings.
    public var total: Int { blockers + errors + warnings + notes }
  }
}
