/// What a stage is called, does and takes: the one declaration its page and checks come from.
public struct StageCard: Sendable, Hashable {
  /// The name in the pipeline file, in lower case with hyphens.
  public let name: String
  /// What it does, as one line in lower case without a full stop.
  public let summary: String
  /// What a person should know to use it, in whole sentences; paragraphs are parted by empty lines.
  public let help: String
  /// What it needs, in words (`CleverRoster`); empty for a stage that begins a pipeline.
  public let input: String
  /// What it gives, in words.
  public let output: String
  /// Its options, in the order a person would write them.
  public let options: [OptionCard]
  /// A line or more of a pipeline file, beginning with `- name:`.
  public let example: String

  /// A card.
  public init(
    name: String,
    summary: String,
    help: String,
    input: String,
    output: String,
    options: [OptionCard],
    example: String
  ) {
    self.name = name
    self.summary = summary
    self.help = help
    self.input = input
    self.output = output
    self.options = options
    self.example = example
  }
}
