/// What a stage is called, does and takes: the one declaration its page and checks come from.
public struct StageCard: Sendable, Hashable {
  /// The name in the pipeline file, in lower case with hyphens.
  public let name: String
  /// What it does, as one line in lower case without a full stop.
  public let summary: String
  /// What a person should know to use it, in whole sentences, with empty lines between paragraphs.
  public let help: String
  /// Its options, in the order a person would write them.
  public let options: [OptionCard]
  /// Spellings that files of an earlier form have.
  public let former: [FormerSpelling]
  /// A line or more of a pipeline file, beginning with `- name:`.
  public let example: String

  /// A card.
  public init(
    name: String,
    summary: String,
    help: String,
    options: [OptionCard],
    former: [FormerSpelling] = [],
    example: String
  ) {
    self.name = name
    self.summary = summary
    self.help = help
    self.options = options
    self.former = former
    self.example = example
  }
}
