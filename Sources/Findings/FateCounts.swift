/// How many records have each kind of fate.
public struct FateCounts: Sendable, Hashable {
  private var counts = [Int](repeating: 0, count: FateKind.allCases.count)

  /// Counts by kind; whatever is left out is 0.
  public init(
    undecided: Int = 0,
    bundled: Int = 0,
    mergedInto: Int = 0,
    withheld: Int = 0,
    filtered: Int = 0,
    outOfScope: Int = 0,
    unreadable: Int = 0
  ) {
    self[.undecided] = undecided
    self[.bundled] = bundled
    self[.mergedInto] = mergedInto
    self[.withheld] = withheld
    self[.filtered] = filtered
    self[.outOfScope] = outOfScope
    self[.unreadable] = unreadable
  }

  /// The count of one kind.
  public subscript(kind: FateKind) -> Int {
    get { counts[Int(kind.rawValue)] }
    set { counts[Int(kind.rawValue)] = newValue }
  }

  /// All records that are counted here.
  public var total: Int { counts.reduce(0, +) }

  /// The records that are not in the bundle, and whose like is not in it either.
  public var leftOut: Int { total - self[.bundled] - self[.mergedInto] }
}
