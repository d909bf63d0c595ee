import Findings
import Pipeline
import Texts

/// Words that were read, in the order of the file.
struct WordList: Sendable, Hashable {
  var words: [String]
}

/// Words in order.
struct SortedList: Sendable, Hashable {
  var words: [String]
}

/// Words as they are sent.
struct Envelope: Sendable, Hashable {
  var text: String
}

/// Begins a pipeline: the words are those of its option.
struct ReadStage: Stage {
  static let card = StageCard(
    name: "read",
    summary: "reads words",
    help: """
      Takes the words of its option, in their order, and gives them on as they are, so that a
      pipeline has something to begin with.

      Nothing is read from a file.
      """,
    input: "",
    output: "WordList",
    options: [
      OptionCard("words", .list(of: .text), .required, help: "the words"),
      OptionCard("from", .path, .defaulting(to: "letters"), help: "where they come from"),
    ],
    example: "- read: { words: [pear, apple] }"
  )

  let words: [String]

  init(options: StageOptions) throws(PlanError) {
    words = options.list("words")
  }

  func run(_ input: PipelineStart, context: RunContext) async throws -> StageResult<WordList> {
    context.progress(
      .counted(stage: "read", things: "words", done: words.count, total: words.count)
    )
    return .done(WordList(words: words), [])
  }
}

/// Puts words in order; knows by itself which words may be weighed.
struct SortStage: Stage {
  static let card = StageCard(
    name: "sort",
    summary: "puts words in order",
    help: "Sorts by UTF-8 bytes.",
    input: "WordList",
    output: "SortedList",
    options: [
      OptionCard(
        "order",
        .choice(["ascending", "descending"]),
        .defaulting(to: "ascending"),
        help: "which word comes first"
      ),
      OptionCard(
        "at-most",
        .number(1...100),
        .optional,
        help: "how many words are kept",
        since: "1.2"
      ),
      OptionCard(
        "weights",
        .map(of: .choice(["light", "heavy"]), keys: "words"),
        .optional,
        help: "how much a word weighs"
      ),
      OptionCard("refuse", .flag, .defaulting(to: "false"), help: "whether it refuses to sort"),
      OptionCard("since", .date, .optional, help: "the day since which words count"),
    ],
    example: "- sort: { order: descending }"
  )

  static let knownWords = ["apple", "pear", "plum"]

  let isDescending: Bool
  let limit: Int?
  let refuses: Bool

  init(options: StageOptions) throws(PlanError) {
    isDescending = options.text("order") == "descending"
    limit = options.optionalNumber("at-most")
    refuses = options.flag("refuse")
    let unknown = options.map("weights").filter { !SortStage.knownWords.contains($0.key.text) }
    guard unknown.isEmpty else {
      throw PlanError(
        unknown.map { entry in
          Finding(
            "unknown-word",
            .error,
            "there is no word '\(entry.key.text)'",
            help: suggestion(for: entry.key.text, among: SortStage.knownWords),
            at: entry.key.place
          )
        }
      )
    }
  }

  func run(_ input: WordList, context: RunContext) async throws -> StageResult<SortedList> {
    guard !refuses else {
      return .refused(
        soFar: input,
        [Finding("may-not-sort", .blocker, "sorting is not permitted", help: "ask")]
      )
    }
    let words = input.words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let ordered = isDescending ? words.reversed() : words
    let kept = Array(ordered.prefix(limit ?? .max))
    let findings =
      kept.count < words.count
      ? [Finding("words-left-out", .warning, "some words were left out", help: "keep more")] : []
    return .done(SortedList(words: kept), findings)
  }
}

/// Sends words; fails when asked to.
struct SendStage: Stage {
  static let card = StageCard(
    name: "send",
    summary: "sends words to someone",
    help: "Puts the words in an envelope.",
    input: "SortedList",
    output: "Envelope",
    options: [
      OptionCard(
        "to",
        .group([
          OptionCard("name", .text, .required, help: "who gets it"),
          OptionCard("title", .choice(["ms", "mr", "mx"]), .optional, help: "how to say it"),
        ]),
        .required,
        help: "the one who gets the words"
      ),
      OptionCard(
        "copies",
        .list(of: .group([OptionCard("name", .text, .required, help: "who")])),
        .optional,
        help: "who gets a copy"
      ),
      OptionCard("pin", .number(0...9999), .optional, help: "the pin", isSecret: true),
      OptionCard(
        "kinds",
        .list(of: .choice(["letter", "card"])),
        .defaulting(to: ["letter", "card"]),
        help: "what is sent"
      ),
      OptionCard("fail", .flag, .defaulting(to: "false"), help: "whether the post fails"),
    ],
    example: "- send: { to: { name: Pat } }"
  )

  struct PostFailed: Error, Hashable {}

  let name: String
  let fails: Bool

  init(options: StageOptions) throws(PlanError) {
    name = options.group("to").text("name")
    fails = options.flag("fail")
  }

  func run(_ input: SortedList, context: RunContext) async throws -> StageResult<Envelope> {
    if fails { throw PostFailed() }
    return .done(Envelope(text: "\(name): \(input.words.joined(separator: " "))"), [])
  }
}

extension StageRegistry {
  /// The three toy stages and a small report.
  static let toys = StageRegistry(
    [ReadStage.self, SortStage.self, SendStage.self],
    report: [
      OptionCard("folder", .path, .required, help: "where the report goes"),
      OptionCard(
        "formats",
        .list(of: .choice(["html", "json"])),
        .defaulting(to: ["html"]),
        help: "what is written"
      ),
    ]
  )
}

/// A plan of a file named `p.yaml`, or the faults as they are shown, without excerpts.
func planned(
  _ yaml: String,
  settings: [String] = [],
  registry: StageRegistry = .toys
) throws(PlanError) -> Plan {
  try Plan(
    PipelineFile(parsing: Array(yaml.utf8), path: "p.yaml"),
    registry: registry,
    settings: settings.compactMap { ParameterSetting(parsing: $0) }
  )
}

/// The faults of a file as one text; empty if it has none.
func faults(of yaml: String, settings: [String] = [], registry: StageRegistry = .toys) -> String {
  do {
    _ = try planned(yaml, settings: settings, registry: registry)
    return ""
  } catch {
    return error.description
  }
}
