public import Findings

/// A parameter as the pipeline file declares it: what can be set with `--set name=value`.
public struct ParameterCard: Sendable, Hashable {
  /// The name, in lower case with hyphens.
  public let name: String
  /// What it is for; empty if the file does not say.
  public let help: String
  /// The value when none is set; nil if one must be set.
  public let defaultValue: String?
  /// The place of the name in the file.
  public let place: Place
}
