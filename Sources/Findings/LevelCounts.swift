/// How many findings there are of each level.
public struct LevelCounts: Sendable, Hashable {
  private var counts = [Int](repeating: 0, count: Level.allCases.count)

  /// Counts by level; whatever is left out is 0.
  public init(blockers: Int = 0, errors: Int = 0, warnings: Int = 0, notes: Int = 0) {
    self[.blocker] = blockers
    self[.error] = errors
    self[.warning] = warnings
    self[.note] = notes
  }

  /// The count of one level.
  public subscript(level: Level) -> Int {
    get { counts[Int(level.rawValue)] }
    set { counts[Int(level.rawValue)] = newValue }
  }

  /// Findings because of which nothing is written.
  public var blockers: Int { self[.blocker] }
  /// Findings because of which a record is left out.
  public var errors: Int { self[.error] }
  /// Findings about records that go in with a value changed, dropped or to be checked.
  public var warnings: Int { self[.warning] }
  /// Findings that change nothing.
  public var notes: Int { self[.note] }

  /// All findings.
  public var total: Int { counts.reduce(0, +) }
}
