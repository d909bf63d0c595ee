/// The stages there are, listed by hand, and the options that belong to no stage.
///
/// There is no global registry: a plan is made with the one it is given.
public struct StageRegistry<Record: Sendable>: Sendable {
  /// The stages, in the order to show them.
  public let stages: [any Stage<Record>.Type]
  /// The options at the top of a file, which all stages share.
  public let shared: [OptionCard]
  /// The options below `report:`; what is made of them is the caller's business.
  public let report: [OptionCard]

  /// A registry.
  ///
  /// - Precondition: names are lower-case words, each stage's and each option's name comes once,
  ///   no shared option is required, and every default is a value of its option's type.
  public init(
    _ stages: [any Stage<Record>.Type],
    shared: [OptionCard] = [],
    report: [OptionCard] = []
  ) {
    precondition(
      Set(stages.map { $0.card.name }).count == stages.count,
      "two stages have the same name"
    )
    for stage in stages {
      precondition(isPlainName(stage.card.name), "a stage's name is no lower-case word")
      StageRegistry.check(stage.card.options + shared)
    }
    precondition(shared.allSatisfy { $0.presence != .required }, "a shared option is required")
    StageRegistry.check(report)
    self.stages = stages
    self.shared = shared
    self.report = report
  }

  /// The cards of the stages, in their order.
  public var cards: [StageCard] { stages.map { $0.card } }

  /// The card of the stage with this name; nil if there is none.
  public func card(named name: String) -> StageCard? {
    stage(named: name)?.card
  }

  func stage(named name: String) -> (any Stage<Record>.Type)? {
    stages.first { $0.card.name.utf8.elementsEqual(name.utf8) }
  }

  /// The fewest stages that lead from one type to another, in order; nil if none do.
  func bridge(from start: ObjectIdentifier, to end: ObjectIdentifier) -> [String]? {
    var paths: [(type: ObjectIdentifier, names: [String])] = [(start, [])]
    var seen: Set<ObjectIdentifier> = [start]
    var next = 0
    while next < paths.count {
      let path = paths[next]
      if path.type == end { return path.names }
      next += 1
      for stage in stages
      where stage.inputType == path.type && seen.insert(stage.outputType).inserted {
        paths.append((stage.outputType, path.names + [stage.card.name]))
      }
    }
    return nil
  }

  private static func check(_ options: [OptionCard]) {
    precondition(
      Set(options.map(\.name)).count == options.count,
      "two options have the same name"
    )
    for option in options {
      precondition(isPlainName(option.name), "an option's name is no lower-case word")
      precondition(option.hasFittingDefault, "a default is no value of its option's type")
      switch option.type {
      case .list(let element): precondition(element.isText, "an element of a list is one text")
      case .group(let inner): check(inner)
      case .named(let inner, let short, _, _):
        precondition(
          inner.contains { $0.name == short && $0.type.isText },
          "the short form of named options is none of them, or no text"
        )
        check(inner)
      case .text, .path, .flag, .number, .date, .choice: break
      }
    }
  }
}

extension OptionCard {
  fileprivate var hasFittingDefault: Bool {
    guard case .defaulting(to: let value) = presence else { return true }
    switch (type, value) {
    case (.list(let element), .list(let texts)):
      return texts.allSatisfy { element.complaint(about: $0) == nil }
    case (.named, .list(let texts)): return texts.isEmpty
    case (_, .text(let text)): return type.isText && type.complaint(about: text) == nil
    default: return false
    }
  }
}

extension Stage {
  static var inputType: ObjectIdentifier { ObjectIdentifier(Input.self) }
  static var outputType: ObjectIdentifier { ObjectIdentifier(Output.self) }

  /// What the stage needs, as messages and pages name it: the Swift type's name.
  static var inputName: String { String(describing: Input.self) }
  /// What the stage gives.
  static var outputName: String { String(describing: Output.self) }
}
