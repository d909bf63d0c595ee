public import Findings

/// Every fault of a pipeline file, found in one pass: no plan can come of it.
public struct PlanError: Error, Sendable, Hashable {
  /// The faults, each once: those of the command line first, then by place, code and message.
  public let faults: [Finding]

  /// The error that carries `faults`, put in order.
  public init(_ faults: [Finding]) {
    self.faults = Set(faults).sorted(by: PlanError.precedes)
  }

  /// The error with a single fault.
  public init(_ fault: Finding) {
    self.init([fault])
  }

  private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.place != right.place {
      guard let leftPlace = left.place else { return true }
      guard let rightPlace = right.place else { return false }
      return leftPlace < rightPlace
    }
    return left < right
  }
}

extension PlanError: CustomStringConvertible {
  /// The faults as lines of text, without the lines of the file they are about.
  public var description: String {
    faults.flatMap { $0.lines() }.joined(separator: "\n")
  }
}
