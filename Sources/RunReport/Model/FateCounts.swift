extension Report {
  /// What can become of a record. Each record that was read has exactly one of these.
  public enum Fate: String, Sendable, Hashable, CaseIterable {
    /// It is in the bundle.
    case bundled
    /// It is the same as another record, which is in the bundle.
    case mergedInto = "merged-into"
    /// A rule kept it out.
    case withheld
    /// A stage of the pipeline left it out on purpose.
    case filtered
    /// It belongs to a school, a year or a step that this run is not about.
    case outOfScope = "out-of-scope"
    /// Its text could not be read.
    case unreadable

    /// The fate as words for a person.
    public var words: String {
      switch self {
      case .mergedInto: "merged"
      case .outOfScope: "out of scope"
      default: rawValue
      }
    }

    /// What the fate means, as a phrase for a legend.
    public var meaning: String {
      switch self {
      case .bundled: "the record is in the bundle"
      case .mergedInto: "the same person or thing as another record, which is in the bundle"
      case .withheld: "a rule kept the record out; the findings say which and why"
      case .filtered: "the pipeline file asked for it to be left out"
      case .outOfScope: "it belongs to a school, a year or a step that this run is not about"
      case .unreadable: "its text in the export could not be read"
      }
    }
  }

  /// How many records met each fate.
  public struct FateCounts: Sendable, Hashable {
    private var counts = [Int](repeating: 0, count: Fate.allCases.count)

    /// Counts by fate; whatever is left out is 0.
    public init(
      bundled: Int = 0,
      mergedInto: Int = 0,
      withheld: Int = 0,
      filtered: Int = 0,
      outOfScope: Int = 0,
      unreadable: Int = 0
    ) {
      counts = [bundled, mergedInto, withheld, filtered, outOfScope, unreadable]
    }

    /// The count of one fate.
    public subscript(fate: Fate) -> Int {
      get { counts[FateCounts.index(of: fate)] }
      set { counts[FateCounts.index(of: fate)] = newValue }
    }

    /// All records that have a fate here.
    public var total: Int { counts.reduce(0, +) }

    /// The records that are neither in the bundle nor stand for one that is.
    public var leftOut: Int { total - self[.bundled] - self[.mergedInto] }

    private static func index(of fate: Fate) -> Int {
      switch fate {
      case .bundled: 0
      case .mergedInto: 1
      case .withheld: 2
      case .filtered: 3
      case .outOfScope: 4
      case .unreadable: 5
      }
    }
  }
}
