public import Findings

/// A test's findings may have any code.
extension String: FindingCode {
  public var code: String { self }
  public var title: String { self }
  public var help: String { "" }
}
