public import Findings

/// The options of one stage (or of a group in it), checked: known, of their types, defaults filled.
///
/// A stage asks by name. Asking for an option that the card does not declare, or as another type
/// than declared, is a bug of the stage and traps: the stage's first test finds it.
public struct StageOptions: Sendable {
  /// The stage's name, or the option's for a group.
  public let owner: String
  /// Where the stage (or the group) stands in the pipeline file.
  public let place: Place
  private let cards: [OptionCard]
  private let given: [String: Given]

  /// A value that stands in the file.
  package struct Given: Sendable {
    package var value: OptionValue
    package var place: Place
  }

  /// An entry of a map, `teacher-without-email: error`.
  public struct MapEntry: Sendable, Hashable {
    /// The name, which only the stage can know.
    public let key: PlacedText
    /// What it maps to, checked against the declared type.
    public let value: PlacedText
  }

  package init(owner: String, place: Place, cards: [OptionCard], given: [String: Given]) {
    self.owner = owner
    self.place = place
    self.cards = cards
    self.given = given
  }

  /// Whether the option stands in the file, rather than being left out.
  public func isGiven(_ name: String) -> Bool {
    _ = card(name)
    return given[name] != nil
  }

  /// Where the option's value stands; where the stage stands, if the option is left out.
  public func place(of name: String) -> Place {
    _ = card(name)
    return given[name]?.place ?? place
  }

  /// The text of a required or defaulted option of any text type: text, path, choice, date.
  public func text(_ name: String) -> String {
    guard card(name).presence != .optional, let text = optionalText(name) else {
      preconditionFailure("an optional option was asked for as if it were required")
    }
    return text
  }

  /// The text of an option of any text type; nil if it is optional and left out.
  public func optionalText(_ name: String) -> String? {
    let card = card(name)
    precondition(card.type.isText, "an option was asked for as text, but is declared otherwise")
    if let given = given[name] {
      guard case .text(let text) = given.value else { return nil }
      return text
    }
    guard case .defaulting(to: .text(let text)) = card.presence else { return nil }
    return text
  }

  /// The value of a required or defaulted flag.
  public func flag(_ name: String) -> Bool {
    precondition(card(name).type == .flag, "an option was asked for as a flag, but is none")
    return text(name) == "true"
  }

  /// The value of a required or defaulted number.
  public func number(_ name: String) -> Int {
    guard card(name).presence != .optional, let number = optionalNumber(name) else {
      preconditionFailure("an optional number was asked for as if it were required")
    }
    return number
  }

  /// The value of a number; nil if it is optional and left out.
  public func optionalNumber(_ name: String) -> Int? {
    guard case .number = card(name).type else {
      preconditionFailure("an option was asked for as a number, but is none")
    }
    return optionalText(name).flatMap { Int($0) }
  }

  /// The value of a required or defaulted choice, as the case whose raw value it is.
  ///
  /// - Precondition: every choice on the card is a raw value of `Choice`.
  public func choice<Choice: RawRepresentable<String>>(
    _ name: String,
    as type: Choice.Type = Choice.self
  ) -> Choice {
    guard let choice = Choice(rawValue: text(name)) else {
      preconditionFailure("a choice on the card is no case of the type it was asked for as")
    }
    return choice
  }

  /// The texts of a list, in the file's order; empty if it is optional and left out.
  public func list(_ name: String) -> [String] {
    placedList(name).map(\.text)
  }

  /// The texts of a list, each with its place (the stage's, for a default's).
  public func placedList(_ name: String) -> [PlacedText] {
    let card = card(name)
    guard case .list(let element) = card.type, element.isText else {
      preconditionFailure("an option was asked for as a list of texts, but is none")
    }
    if let given = given[name] {
      guard case .list(let items) = given.value else { return [] }
      return items.compactMap { item in
        guard case .text(let text) = item.value else { return nil }
        return PlacedText(text, at: item.place)
      }
    }
    guard case .defaulting(to: .list(let texts)) = card.presence else { return [] }
    return texts.map { PlacedText($0, at: place) }
  }

  /// The entries of a map, in the file's order, no key twice; empty if it is left out.
  public func map(_ name: String) -> [MapEntry] {
    guard case .map = card(name).type else {
      preconditionFailure("an option was asked for as a map, but is none")
    }
    guard case .map(let entries)? = given[name]?.value else { return [] }
    return entries
  }

  /// The options of each name, in the file's order, no name twice; empty if it is left out. A
  /// name is the ``owner`` of its options, and stands at their ``place``.
  public func named(_ name: String) -> [StageOptions] {
    guard case .named = card(name).type else {
      preconditionFailure("an option was asked for as named options, but is none")
    }
    guard case .named(let options)? = given[name]?.value else { return [] }
    return options
  }

  /// The options of a required group.
  public func group(_ name: String) -> StageOptions {
    guard card(name).presence != .optional, let group = optionalGroup(name) else {
      preconditionFailure("an optional group was asked for as if it were required")
    }
    return group
  }

  /// The options of a group; nil if it is optional and left out.
  public func optionalGroup(_ name: String) -> StageOptions? {
    guard case .group = card(name).type else {
      preconditionFailure("an option was asked for as a group, but is none")
    }
    guard case .group(let options)? = given[name]?.value else { return nil }
    return options
  }

  /// The groups of a list of groups, in the file's order; empty if it is left out.
  public func groups(_ name: String) -> [StageOptions] {
    guard case .list(of: .group) = card(name).type else {
      preconditionFailure("an option was asked for as a list of groups, but is none")
    }
    guard case .list(let items)? = given[name]?.value else { return [] }
    return items.compactMap { item in
      guard case .group(let options) = item.value else { return nil }
      return options
    }
  }

  private func card(_ name: String) -> OptionCard {
    guard let card = cards.first(where: { $0.name == name }) else {
      preconditionFailure("an option was asked for that the card does not declare")
    }
    return card
  }
}
