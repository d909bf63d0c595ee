/// What became of a source record: exactly one of these, and why; two bytes.
@frozen public struct Fate: Sendable, Hashable {
  /// The kind in the upper three bits, the number of the reason in the lower thirteen.
  public var packed: UInt16

  /// Nothing decided yet; at the end of a run no record may be left so.
  @inlinable public static var undecided: Fate { Fate(.undecided, reason: 0) }

  /// A fate with the number of its reason in ``Roster/reasons``.
  ///
  /// - Precondition: `reason` is below 8 192; rules and stages are some hundred.
  @inlinable public init(_ kind: Kind, reason: Int) {
    precondition(reason < 1 << 13)
    packed = UInt16(kind.rawValue) << 13 | UInt16(reason)
  }

  /// What happened.
  @inlinable public var kind: Kind { Kind(rawValue: UInt8(packed >> 13)) ?? .undecided }
  /// The number of the rule or stage that decided, in ``Roster/reasons``.
  @inlinable public var reason: Int { Int(packed & (1 << 13 - 1)) }

  /// The kinds of fate (`README.md`, "What it promises").
  @frozen public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// Not decided yet.
    case undecided
    /// In the bundle.
    case bundled
    /// Another copy of the same record went on in its place.
    case mergedInto
    /// Left out by a rule.
    case withheld
    /// Left out by a stage that was asked to.
    case filtered
    /// Not what this step or this school imports.
    case outOfScope
    /// Could not be read.
    case unreadable

    /// The one spelling in ledgers and reports.
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

    /// The fate in words, for a report's legend.
    public var words: String {
      switch self {
      case .undecided: "no fate was decided (a fault of the program)"
      case .bundled: "in the bundle"
      case .mergedInto: "another copy of the same record went on in its place"
      case .withheld: "left out by a rule"
      case .filtered: "left out because the pipeline file asks for it"
      case .outOfScope: "not what this step or this school imports"
      case .unreadable: "could not be read"
      }
    }
  }
}
