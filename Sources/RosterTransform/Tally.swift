/// How often each case of a small enumeration was met.
public struct Tally<Key: Hashable & Sendable & CaseIterable & RawRepresentable<UInt8>>: Sendable,
  Hashable
{
  private var counts: [Int]

  /// Nothing met.
  public init() {
    counts = Array(repeating: 0, count: Int((Key.allCases.map(\.rawValue).max() ?? 0)) + 1)
  }

  /// How often `key` was met.
  public internal(set) subscript(key: Key) -> Int {
    get { counts[Int(key.rawValue)] }
    set { counts[Int(key.rawValue)] = newValue }
  }

  /// How often any was met.
  public var total: Int { counts.reduce(0, +) }

  /// The cases that were met, in the order of the enumeration.
  public var met: [(key: Key, count: Int)] {
    Key.allCases.filter { self[$0] > 0 }.map { ($0, self[$0]) }
  }
}
