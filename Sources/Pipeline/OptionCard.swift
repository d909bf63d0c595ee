/// One option of a stage: the single declaration that check, schema and documentation come from.
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
  /// Whether its value may be shown nowhere: not in a fault, not in a report.
  public let isSecret: Bool

  /// An option.
  public init(
    _ name: String,
    _ type: OptionType,
    _ presence: OptionPresence,
    help: String,
    since: String = "0.1.0",
    isSecret: Bool = false
  ) {
    self.name = name
    self.type = type
    self.presence = presence
    self.help = help
    self.since = since
    self.isSecret = isSecret
  }
}
