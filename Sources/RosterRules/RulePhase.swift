/// When a rule runs: each phase may rely on what the ones before it withheld.
///
/// Rules of one phase run in order of their ids, or as if they did.
public enum RulePhase: UInt8, Sendable, Hashable, Comparable, CaseIterable {
  /// What the files tell of themselves: whole or cut, data or error answers.
  case files
  /// What leaves out a record by itself: a name or an address that is missing, a formula. Such a
  /// rule finds a record whatever becomes of others, so all of them may be asked at once.
  case records
  /// What leaves out records because of each other: keys and addresses that repeat.
  case comparisons
  /// What is odd about a value of those that are left.
  case values
  /// How the records that are left belong together.
  case links
  /// Contacts and their children, once it is settled which students go in.
  case families

  /// Earlier phases come first.
  public static func < (left: RulePhase, right: RulePhase) -> Bool {
    left.rawValue < right.rawValue
  }
}
