import Findings
import Texts

/// Checks written options against their cards, with parameters filled in, and collects faults.
struct OptionReader {
  /// Fills `${name}`, and remembers which parameters were used where.
  var filler: ParameterFiller
  private(set) var faults: [Finding] = []
  /// The places of made-up values, each in place of a parameter that has none yet.
  private(set) var standIns: Set<Place> = []
  private let standsIn: Bool

  /// A reader; when `standsIn`, a parameter without value is taken for any value that fits.
  init(filler: ParameterFiller, standsIn: Bool) {
    self.filler = filler
    self.standsIn = standsIn
  }

  /// The options of `owner`; nil if some of them are faulty, or wait for a parameter's value.
  mutating func read(
    _ value: SourceValue,
    owner: PlacedText,
    cards: [OptionCard]
  ) -> StageOptions? {
    guard let entries = value.entries else {
      fault(
        .wrongKind,
        "the options of '\(owner.text)' are \(value.kind), not a mapping",
        help: cards.isEmpty
          ? "it has no options: write '\(owner.text): {}'"
          : "write '\(owner.text): { \(cards[0].name): … }'",
        at: value.place
      )
      return nil
    }
    var written: [String: StageOptions.Written] = [:]
    var isWhole = true
    for entry in entries {
      guard let card = cards.first(where: { $0.name.utf8.elementsEqual(entry.key.text.utf8) })
      else {
        isWhole = false
        fault(
          .unknownOption,
          "'\(owner.text)' has no option '\(shown(entry.key.text))'",
          help: entry.commaHint
            + suggestion(for: entry.key.text, among: cards.map(\.name).sorted(), lead: "it has"),
          at: entry.key.place
        )
        continue
      }
      if let value = read(entry.value, key: entry.key, card: card, type: card.type) {
        written[card.name] = StageOptions.Written(
          value: value,
          place: entry.value.place
        )
      } else {
        isWhole = false
      }
    }
    for card in cards where card.presence == .required {
      guard !entries.contains(where: { $0.key.text.utf8.elementsEqual(card.name.utf8) }) else {
        continue
      }
      fault(
        .missingOption,
        "'\(owner.text)' needs the option '\(card.name)'",
        help: "add '\(card.name)': \(card.help)",
        at: owner.place
      )
      isWhole = false
    }
    guard isWhole else { return nil }
    return StageOptions(owner: owner.text, place: owner.place, cards: cards, written: written)
  }

  /// The value of an option, or (`isElement`) of an entry in the list that `key` names; nil if
  /// it is faulty.
  private mutating func read(
    _ value: SourceValue,
    key: PlacedText,
    card: OptionCard,
    type: OptionType,
    isElement: Bool = false
  ) -> OptionValue? {
    let name = shown(key.text)
    if case .nothing = value.content {
      fault(
        .missingValue,
        isElement ? "an entry of '\(name)' is empty" : "'\(name)' has nothing after its colon",
        help: "it is: \(card.help)",
        at: key.place
      )
      return nil
    }
    switch (type, value.content) {
    case (.list(let element), .list(let items)):
      return list(items, key: key, card: card, element: element)
    case (.named(let cards, let short, _, _), .mapping(let entries)):
      return named(entries, card: card, cards: cards, short: short)
    case (.group(let cards), .mapping):
      return read(value, owner: key, cards: cards).map { .group($0) }
    case (_, .text(let text)) where type.isText:
      return self.text(text, at: value.place, key: key, card: card, type: type)
    default:
      fault(
        .wrongKind,
        "\(isElement ? "each of " : "")'\(name)' takes \(type.kind), but \(value.kind) is here",
        help: type.advice(on: name, isElement: isElement)
          + (isElement && value.kind == "a mapping" && type == .text
            ? "; a text with ': ' in it needs quotes" : ""),
        at: value.place
      )
      return nil
    }
  }

  private mutating func list(
    _ items: [SourceValue],
    key: PlacedText,
    card: OptionCard,
    element: OptionType
  ) -> OptionValue? {
    var values: [PlacedText] = []
    var seen: [[UInt8]: Place] = [:]
    var isWhole = true
    for item in items {
      let slot = PlacedText(key.text, at: item.place)
      guard
        case .text(let text)? = read(item, key: slot, card: card, type: element, isElement: true)
      else {
        isWhole = false
        continue
      }
      if !standIns.contains(item.place) {
        let bytes = Array(text.utf8)
        if let first = seen[bytes] {
          fault(
            .doubleValue,
            "'\(shown(text))' comes twice in '\(key.text)'",
            at: item.place,
            notes: [.init("it is here first", at: first)]
          )
          isWhole = false
        } else {
          seen[bytes] = item.place
        }
      }
      values.append(PlacedText(text, at: item.place))
    }
    return isWhole ? .list(values) : nil
  }

  private mutating func named(
    _ entries: [SourceValue.Entry],
    card: OptionCard,
    cards: [OptionCard],
    short: String
  ) -> OptionValue? {
    var result: [StageOptions] = []
    for entry in entries {
      let options: StageOptions?
      switch entry.value.content {
      case .text, .nothing:
        guard let shortCard = cards.first(where: { $0.name == short }) else {
          preconditionFailure("the short form is none of the options")
        }
        options = read(entry.value, key: entry.key, card: shortCard, type: shortCard.type).map {
          StageOptions(
            owner: entry.key.text,
            place: entry.key.place,
            cards: cards,
            written: [short: StageOptions.Written(value: $0, place: entry.value.place)]
          )
        }
      case .list, .mapping:
        options = read(entry.value, owner: entry.key, cards: cards)
      }
      if let options { result.append(options) }
    }
    return result.count == entries.count ? .named(result) : nil
  }

  private mutating func text(
    _ text: String,
    at place: Place,
    key: PlacedText,
    card: OptionCard,
    type: OptionType
  ) -> OptionValue? {
    let filled = filler.fill(text, at: place)
    faults += filled.faults
    guard let text = filled.text else {
      guard standsIn, filled.faults.isEmpty else { return nil }
      standIns.insert(place)
      return .text(type.standIn)
    }
    let values = filled.parameters.map { filler.value(of: $0) ?? "" }
    if case .path = type, let fault = pathFault(in: text, filled.parameters, values, key, place) {
      faults.append(fault)
      return nil
    }
    guard let complaint = type.complaint(about: text) else { return .text(text) }
    let isChoice = if case .choice = type { true } else { false }
    let notes = filled.parameters.map { parameter in
      Finding.Note("the value comes from the parameter '\(parameter.name)'", at: parameter.place)
    }
    let (name, value) = (shown(key.text), shown(text))
    fault(
      isChoice ? .unknownChoice : .wrongValue,
      isChoice
        ? "'\(name)' has no value '\(value)'" : "'\(name)' is '\(value)', not \(complaint.wanted)",
      help: complaint.help,
      at: place,
      notes: notes
    )
    return nil
  }

  /// What is wrong with a path before any folder is looked at; nil if nothing.
  private func pathFault(
    in path: String,
    _ parameters: [ParameterCard],
    _ values: [String],
    _ key: PlacedText,
    _ place: Place
  ) -> Finding? {
    let name = shown(key.text)
    let notes = parameters.map { parameter in
      Finding.Note("the value comes from the parameter '\(parameter.name)'", at: parameter.place)
    }
    if !path.isEmpty, let empty = values.firstIndex(where: isBlank) {
      let parameter = shown(parameters[empty].name)
      return Finding(
        .emptyParameterInPath,
        "'\(name)' has the parameter '\(parameter)' in it, which is empty: it would be "
          + "'\(shown(path))'",
        help: "give it with --set \(parameter)=…; if a script sets it, see that its variable has a "
          + "value",
        at: place,
        notes: notes
      )
    }
    guard let unfilled = UnfilledPath(path) else { return nil }
    return Finding(
      .pathNotFilledIn,
      "'\(name)' is '\(shown(path))': \(unfilled.why)",
      help: unfilled.help,
      at: place,
      notes: notes
    )
  }

  private mutating func fault(
    _ fault: PlanFault,
    _ message: String,
    help: String? = nil,
    at place: Place,
    notes: [Finding.Note] = []
  ) {
    faults.append(Finding(fault, message, help: help, at: place, notes: notes))
  }
}

extension OptionType {
  /// The kind of value in words: `a list`.
  fileprivate var kind: String {
    switch self {
    case .list: "a list"
    case .named, .group: "a mapping"
    default: "one text"
    }
  }

  /// Some text that is a value of this type.
  fileprivate var standIn: String {
    switch self {
    case .flag: "false"
    case .number(let range): String(range.lowerBound)
    case .date: "2000-01-01"
    case .choice(let choices): choices.first ?? ""
    default: "unknown"
    }
  }

  /// How such a value is written, as help.
  fileprivate func advice(on name: String, isElement: Bool) -> String {
    let sample: String? =
      switch self {
      case .list: "[ … ]"
      case .named(_, _, let keys, _): "{ \(keys): … }"
      case .group(let cards): "{ \(cards.first?.name ?? ""): … }"
      default: nil
      }
    guard let sample else {
      let words =
        switch self {
        case .flag, .choice: self.words
        default: withArticle(self.words)
        }
      return isElement ? "write \(words) there" : "write '\(name): …' with \(words)"
    }
    return isElement ? "write '\(sample)' there" : "write '\(name): \(sample)'"
  }
}

/// Whether a value is nothing but blanks.
private func isBlank(_ value: String) -> Bool {
  value.unicodeScalars.allSatisfy(\.properties.isWhitespace)
}
