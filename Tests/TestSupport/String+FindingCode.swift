public import Findings

/// A test's findings may have any code.
extension String: FindingCode {
  /// The text itself.
  public var code: String { self }
  /// The text itself.
  public var title: String { self }
  /// None.
  public var help: String { "" }
}
