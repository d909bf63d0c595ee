/// Some findings of a list, in an order of their own.
///
/// Holds their positions there: each is put together when it is asked for.
public struct FindingSelection: Sendable {
  private let list: FindingList
  private let positions: [Int32]

  /// Those of `list` at `positions`, in that order.
  init(of list: FindingList, _ positions: [Int32]) {
    self.list = list
    self.positions = positions
  }

  /// The `findings`, in their order; a selection is taken as it is.
  public init(_ findings: some Sequence<Finding>) {
    if let selection = findings as? FindingSelection {
      self = selection
      return
    }
    list = FindingList(findings)
    positions = list.indices.map { Int32($0) }
  }
}

extension FindingSelection: RandomAccessCollection, ExpressibleByArrayLiteral {
  /// The `elements`, in their order.
  public init(arrayLiteral elements: Finding...) { self.init(elements) }

  /// The position of the first.
  public var startIndex: Int { 0 }
  /// The number of findings.
  public var endIndex: Int { positions.count }

  /// The finding at `index`, put together each time.
  public subscript(index: Int) -> Finding { list[Int(positions[index])] }
}

extension FindingSelection: Hashable {
  /// Whether both hold the same findings in the same order.
  public static func == (left: FindingSelection, right: FindingSelection) -> Bool {
    left.elementsEqual(right)
  }

  /// Hashes the findings in order.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for finding in self { hasher.combine(finding) }
  }
}
