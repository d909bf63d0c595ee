public import Findings

/// What became of a source record: exactly one of these, and why; two bytes.
@frozen public struct Fate: Sendable, Hashable {
  /// The kind in the upper three bits, the number of the reason in the lower thirteen.
  public var packed: UInt16

  /// Nothing decided yet; at the end of a run no record may be left so.
  @inlinable public static var undecided: Fate { Fate(.undecided, reason: 0) }

  /// A fate with the number of its reason in ``Roster/reasons``.
  ///
  /// - Precondition: `reason` is below 8 192; rules and stages are some hundred.
  @inlinable public init(_ kind: FateKind, reason: Int) {
    precondition(reason < 1 << 13)
    packed = UInt16(kind.rawValue) << 13 | UInt16(reason)
  }

  /// What happened.
  @inlinable public var kind: FateKind { FateKind(rawValue: UInt8(packed >> 13)) ?? .undecided }
  /// The number of the rule or stage that decided, in ``Roster/reasons``.
  @inlinable public var reason: Int { Int(packed & (1 << 13 - 1)) }
}
