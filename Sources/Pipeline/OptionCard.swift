/// What check, schema and page know of an option; a stage declares it as a ``StageOption``.
public struct OptionCard: Sendable, Hashable {
  /// The name in the pipeline file, in lower case with hyphens.
  public let name: String
  /// What values it takes.
  public let type: OptionType
  /// Whether it must be written, and what it is when left out.
  public let presence: OptionPresence
  /// What it is for, in lower case without a full stop.
  public let help: String
  /// The version of the program that first had it.
  public let since: String
}
