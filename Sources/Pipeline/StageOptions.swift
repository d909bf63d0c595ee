public import Findings

/// The options of one stage (or of a group in it), checked: known, of their types, defaults filled.
///
/// The options at the top of the file, which all stages share, are among those of each stage.
public struct StageOptions: Sendable {
  /// The stage's name, or the option's for a group.
  public let owner: String
  /// The place of that name in the pipeline file.
  public let place: Place
  /// The cards of the options that there are.
  private let cards: [OptionCard]
  /// What is written in the file, by option.
  private let written: [String: Written]

  /// A value that is written in the file.
  package struct Written: Sendable {
    package var value: OptionValue
    package var place: Place
  }

  package init(owner: String, place: Place, cards: [OptionCard], written: [String: Written]) {
    self.owner = owner
    self.place = place
    self.cards = cards
    self.written = written
  }

  /// The value of an option.
  ///
  /// - Precondition: its card is among those of the stage.
  public subscript<Value>(option: StageOption<Value>) -> Value {
    option.value(entry(option.card)?.value)
  }

  /// Whether an option is written in the file, rather than left out.
  public func isGiven<Value>(_ option: StageOption<Value>) -> Bool { entry(option.card) != nil }

  /// The place of an option's value; of the stage's name, if the option is left out.
  public func place<Value>(of option: StageOption<Value>) -> Place {
    entry(option.card)?.place ?? place
  }

  private func entry(_ card: OptionCard) -> Written? {
    precondition(cards.contains(card), "the card of the stage lacks an option that it asks for")
    return written[card.name]
  }

  /// These options and those that all stages share; the names differ.
  func joined(with shared: StageOptions) -> StageOptions {
    StageOptions(
      owner: owner,
      place: place,
      cards: cards + shared.cards,
      written: written.merging(shared.written) { own, _ in own }
    )
  }
}
