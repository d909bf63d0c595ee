import Texts

/// The pipeline file's form as a JSON Schema, for editors that check and complete as one types.
public enum PipelineSchema {
  /// The schema (draft 2020-12) of files for the stages of `registry`, the same text each time.
  ///
  /// It says what the options' cards say. An editor guesses types (`012` a number, `true` a truth
  /// value) where the program reads text; so a text may be any scalar, and where a text of a
  /// special form is wanted, one with a parameter will do.
  public static func json<Record>(registry: StageRegistry<Record>) -> String {
    let stages = JSONValue.object(
      registry.cards.map { ($0.name, .object([("$ref", .text("#/$defs/stage-\($0.name)"))])) }
    )
    let root = JSONValue.object([
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", "a pipeline file of clever-to-bloomz"),
      ("type", "object"),
      (
        "properties",
        .object(
          [
            (
              "pipeline",
              .object([
                ("description", "the pipeline's name"), ("type", "string"), ("pattern", name),
              ])
            ),
            (
              "version", .object([("description", "the form of this file"), ("const", .number(1))])
            ),
          ] + registry.shared.map { ($0.name, schema(of: $0)) } + [
            ("parameters", .object([("$ref", "#/$defs/parameters")])),
            (
              "stages",
              .object([
                ("description", "the stages in their order"),
                ("type", "array"),
                ("minItems", .number(1)),
                (
                  "items",
                  .object([
                    ("type", "object"),
                    ("properties", stages),
                    ("additionalProperties", .truth(false)),
                    ("minProperties", .number(1)),
                    ("maxProperties", .number(1)),
                  ])
                ),
              ])
            ),
            ("report", options(registry.report, describedAs: "what the report is written as")),
          ]
        )
      ),
      ("required", .list(["pipeline", "version", "stages"])),
      ("additionalProperties", .truth(false)),
      (
        "$defs",
        .object(
          [("parameters", parameters), ("scalar", scalar), ("parameter-use", parameterUse)]
            + registry.cards.map {
              ("stage-\($0.name)", options($0.options, describedAs: $0.summary))
            }
        )
      ),
    ])
    return root.document
  }

  private static let name: JSONValue = "^[a-z][a-z0-9-]{0,63}$"

  /// What the program takes for a text.
  private static let scalar = JSONValue.object([
    ("type", .list(["string", "number", "boolean"]))
  ])

  /// A text that a parameter fills; which form it has shows when the plan is made.
  private static let parameterUse = JSONValue.object([
    ("type", "string"), ("pattern", "\\$\\{[a-z][a-z0-9-]*\\}"),
  ])

  private static let parameters = JSONValue.object([
    ("description", "what can be set with --set name=value"),
    ("type", .list(["object", "null"])),
    ("propertyNames", .object([("pattern", name)])),
    (
      "additionalProperties",
      .object([
        ("type", .list(["object", "null"])),
        (
          "properties",
          .object([
            ("help", reference("scalar", describedAs: "what it is for")),
            ("default", reference("scalar", describedAs: "its value when none is set")),
          ])
        ),
        ("additionalProperties", .truth(false)),
      ])
    ),
  ])

  private static func reference(_ definition: String, describedAs text: String) -> JSONValue {
    .object([("description", .text(text)), ("$ref", .text("#/$defs/\(definition)"))])
  }

  private static func options(_ cards: [OptionCard], describedAs text: String) -> JSONValue {
    let required = cards.filter { $0.presence == .required }.map { JSONValue.text($0.name) }
    var members: [(String, JSONValue)] = [
      ("description", .text(text)),
      // Nothing after the colon means no options, as '{}' does.
      ("type", required.isEmpty ? .list(["object", "null"]) : "object"),
      ("properties", .object(cards.map { ($0.name, schema(of: $0)) })),
    ]
    if !required.isEmpty { members.append(("required", .list(required))) }
    members.append(("additionalProperties", .truth(false)))
    return .object(members)
  }

  private static func schema(of card: OptionCard) -> JSONValue {
    if case .group(let inner) = card.type { return options(inner, describedAs: card.help) }
    var members: [(String, JSONValue)] = [("description", .text(card.help))]
    if case .defaulting(to: let value) = card.presence {
      members.append(("default", defaultValue(value, of: card.type)))
    }
    return .object(members + schema(of: card.type))
  }

  /// A default as an editor would put it in.
  private static func defaultValue(_ value: OptionDefault, of type: OptionType) -> JSONValue {
    switch (type, value) {
    case (.flag, .text(let text)): .truth(text == "true")
    case (.number, .text(let text)): Int(text).map { .number($0) } ?? .text(text)
    case (.named, .list): .object([])
    case (_, .text(let text)): .text(text)
    case (_, .list(let texts)): .list(texts.map { .text($0) })
    }
  }

  private static func schema(of type: OptionType) -> [(String, JSONValue)] {
    switch type {
    case .text, .path: [("$ref", "#/$defs/scalar")]
    case .flag: orParameter([("type", "boolean")])
    case .number(let range):
      orParameter(
        [("type", "integer"), ("minimum", .number(range.lowerBound))]
          + (range.upperBound == .max ? [] : [("maximum", .number(range.upperBound))])
      )
    case .date: orParameter([("type", "string"), ("format", "date")])
    case .choice(let choices): orParameter([("enum", .list(choices.map { .text($0) }))])
    case .list(let element):
      [("type", "array"), ("items", .object(schema(of: element))), ("uniqueItems", .truth(true))]
    case .named(let cards, let short, _, let known):
      [
        ("type", "object"),
        ("propertyNames", .object([("enum", .list(known.map { .text($0) }))])),
        (
          "additionalProperties",
          .object([
            (
              "anyOf",
              .list(
                cards.filter { $0.name == short }.map { .object(schema(of: $0.type)) }
                  + [options(cards, describedAs: "options of one of them")]
              )
            )
          ])
        ),
      ]
    case .group: []
    }
  }

  private static func orParameter(_ members: [(String, JSONValue)]) -> [(String, JSONValue)] {
    [("anyOf", .list([.object(members), .object([("$ref", "#/$defs/parameter-use")])]))]
  }
}
