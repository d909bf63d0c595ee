/// What can become of a record. At the end of a run every record that was read has exactly one of
/// these, and none is ``undecided`` (`README.md`, "What it promises").
@frozen public enum FateKind: UInt8, Sendable, Hashable, CaseIterable {
  /// No stage and no rule has decided yet.
  case undecided
  /// The record is in the bundle.
  case bundled
  /// The record is the same as another one, which went on in its place.
  case mergedInto
  /// A rule left the record out.
  case withheld
  /// A stage left the record out because the pipeline file asks for it.
  case filtered
  /// The record belongs to a school, a year or a step that this run does not import.
  case outOfScope
  /// The record could not be read.
  case unreadable

  /// The kinds that a record can have at the end of a run, in the order of reports.
  public static let decided = allCases.filter { $0 != .undecided }

  /// The spelling in ledgers and reports.
  public var text: String {
    switch self {
    case .undecided: "undecided"
    case .bundled: "bundled"
    case .mergedInto: "merged-into"
    case .withheld: "withheld"
    case .filtered: "filtered"
    case .outOfScope: "out-of-scope"
    case .unreadable: "unreadable"
    }
  }

  /// The kind that has this spelling.
  public init?(text: some StringProtocol) {
    guard let kind = FateKind.allCases.first(where: { $0.text == text }) else { return nil }
    self = kind
  }

  /// The kind for the head of a table: `out of scope`.
  public var words: String {
    switch self {
    case .mergedInto: "merged"
    case .outOfScope: "out of scope"
    default: text
    }
  }

  /// What the kind means, as a phrase for a legend.
  public var meaning: String {
    switch self {
    case .undecided: "no fate was decided, which is a fault of the program"
    case .bundled: "the record is in the bundle"
    case .mergedInto: "the same person or thing as another record, which is in the bundle"
    case .withheld: "a rule kept the record out; the findings say which and why"
    case .filtered: "the pipeline file asked for it to be left out"
    case .outOfScope: "it belongs to a school, a year or a step that this run is not about"
    case .unreadable: "its text in the export could not be read"
    }
  }
}
