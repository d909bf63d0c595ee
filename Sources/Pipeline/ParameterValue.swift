/// A parameter and the value it has in this run, for the report.
public struct ParameterValue: Sendable, Hashable {
  /// The parameter's name.
  public let name: String
  /// The value.
  public let value: String
}
