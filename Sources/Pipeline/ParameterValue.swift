/// A parameter and the value it has in this run, for the report.
public struct ParameterValue: Sendable, Hashable {
  /// The parameter's name.
  public let name: String
  /// The value; empty if `isSecret`.
  public let value: String
  /// Whether a secret option uses it, so that its value may be shown nowhere.
  public let isSecret: Bool
  /// Whether it was set from outside, rather than left at its default.
  public let isSet: Bool
}
