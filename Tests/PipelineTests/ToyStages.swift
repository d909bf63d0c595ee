import Findings
import Pipeline
import Texts

/// What is known of a run of toys.
struct ToyRecord: Sendable, Hashable {
  var notes: [String] = []
}

/// What a stage gives that gives nothing.
struct Nothing: StageOutput {
  var record = ToyRecord()
}

/// Words that were read, in the order of the file.
struct WordList: StageOutput, Hashable {
  var words: [String]
  var record = ToyRecord()
}

/// Words in order.
struct SortedList: StageOutput, Hashable {
  var words: [String]
  var record = ToyRecord()
}

/// Words as they are sent.
struct Envelope: StageOutput, Hashable {
  var text: String
  var record = ToyRecord()
}

/// What all toy stages share.
enum ToySize: String, CaseIterable {
  case small, large

  static let option = StageOption("size", .choice(ToySize.self), default: .small, help: "how big")
}

/// Begins a pipeline: the words are those of its option.
struct ReadStage: Stage {
  private static let words = StageOption("words", .list(of: .text), help: "the words")
  private static let from = StageOption(
    "from",
    .path,
    default: "letters",
    help: "where they come from"
  )

  static let card = StageCard(
    name: "read",
    summary: "reads words",
    help: """
      Takes the words of its option, in their order, and gives them on as they are, so that a
      pipeline has something to begin with.

      Nothing is read from a file.
      """,
    options: [words.card, from.card],
    example: "- read: { words: [pear, apple] }"
  )

  let words: [String]

  init(options: StageOptions) throws(PlanError) {
    words = options[ReadStage.words]
  }

  func run(_ input: PipelineStart, context: RunContext) async throws -> StageResult<WordList> {
    context.progress(
      .counted(stage: "read", things: "words", done: words.count, total: words.count)
    )
    return .done(WordList(words: words, record: ToyRecord(notes: ["read"])), [])
  }
}

/// Puts words in order; knows by itself which words may be weighed.
struct SortStage: Stage {
  private enum Order: String, CaseIterable { case ascending, descending }
  private enum Weight: String, CaseIterable { case light, heavy }

  private static let order = StageOption(
    "order",
    .choice(Order.self),
    default: .ascending,
    help: "which word comes first"
  )
  private static let atMost = StageOption(
    optional: "at-most",
    .number(1...100),
    help: "how many words are kept",
    since: "1.2"
  )
  private static let weights = StageOption(
    "weights",
    .named([weight.card], short: weight.card, keys: "words", known: knownWords),
    default: [],
    help: "how much a word weighs"
  )
  private static let weight = StageOption("weight", .choice(Weight.self), help: "how heavy it is")
  private static let refuse = StageOption(
    "refuse",
    .flag,
    default: false,
    help: "whether it refuses to sort"
  )
  private static let since = StageOption(
    optional: "since",
    .date,
    help: "the day since which words count"
  )

  static let card = StageCard(
    name: "sort",
    summary: "puts words in order",
    help: "Sorts by UTF-8 bytes.",
    options: [order.card, atMost.card, weights.card, refuse.card, since.card],
    former: [
      FormerSpelling("size", of: "size", meanings: ["small": "small", "large": "large"]),
      FormerSpelling("at-most", of: "size", meanings: ["few": "small", "many": "large"]),
    ],
    example: "- sort: { order: descending }"
  )

  static let knownWords = ["apple", "pear", "plum"]

  let isDescending: Bool
  let limit: Int?
  let refuses: Bool

  init(options: StageOptions) throws(PlanError) {
    isDescending = options[SortStage.order] == .descending
    limit = options[SortStage.atMost]
    refuses = options[SortStage.refuse]
    let unknown = options[SortStage.weights].filter { !SortStage.knownWords.contains($0.owner) }
    guard unknown.isEmpty else {
      throw PlanError(
        unknown.map { entry in
          Finding(
            "unknown-word",
            .error,
            "there is no word '\(entry.owner)'",
            help: suggestion(for: entry.owner, among: SortStage.knownWords),
            at: entry.place
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
    return .done(SortedList(words: kept, record: input.record), findings)
  }
}

/// Sends words; fails when asked to.
struct SendStage: Stage {
  private enum Title: String, CaseIterable { case ms, mr, mx }
  private enum Kind: String, CaseIterable { case letter, card }

  private static let to = StageOption(
    "to",
    .group([personName.card, title.card]),
    help: "the one who gets the words"
  )
  private static let personName = StageOption("name", .text, help: "who gets it")
  private static let title = StageOption(
    optional: "title",
    .choice(Title.self),
    help: "how to say it"
  )
  private static let pin = StageOption(
    optional: "pin",
    .number(0...9999),
    help: "the pin of a large one"
  )
  private static let kinds = StageOption(
    "kinds",
    .list(of: .choice(Kind.self)),
    default: [.letter, .card],
    help: "what is sent"
  )
  private static let fail = StageOption(
    "fail",
    .flag,
    default: false,
    help: "whether the post fails"
  )

  static let card = StageCard(
    name: "send",
    summary: "sends words to someone",
    help: "Puts the words in an envelope.",
    options: [to.card, pin.card, kinds.card, fail.card],
    example: "- send: { to: { name: Pat } }"
  )

  struct PostFailed: Error, Hashable {}

  let name: String
  let fails: Bool

  init(options: StageOptions) throws(PlanError) {
    name = options[SendStage.to][SendStage.personName]
    fails = options[SendStage.fail]
    if options[ToySize.option] == .small, options.isGiven(SendStage.pin) {
      throw PlanError(
        Finding(
          "pin-of-small-one",
          .error,
          "only a large one has a pin",
          help: "write 'size: large'",
          at: options.place(of: SendStage.pin)
        )
      )
    }
  }

  func run(_ input: SortedList, context: RunContext) async throws -> StageResult<Envelope> {
    if fails { throw PostFailed() }
    let text = "\(name): \(input.words.joined(separator: " "))"
    return .done(Envelope(text: text, record: input.record), [])
  }
}

typealias ToyRegistry = StageRegistry<ToyRecord>

extension StageRegistry<ToyRecord> {
  /// The three toy stages and a small report.
  static var toys: ToyRegistry { toyStages }
}

private let toyStages = ToyRegistry(
  [ReadStage.self, SortStage.self, SendStage.self],
  shared: [ToySize.option.card],
  report: [ToyReport.folder.card, ToyReport.formats.card]
)

/// The options of the toys' report.
enum ToyReport {
  enum Format: String, CaseIterable { case html, json }

  static let folder = StageOption("folder", .path, help: "where the report goes")
  static let formats = StageOption(
    "formats",
    .list(of: .choice(Format.self)),
    default: [.html],
    help: "what is written"
  )
}

/// A plan of a file named `p.yaml`, or the faults as they are shown, without excerpts.
func planned(
  _ yaml: String,
  settings: [String] = [],
  registry: ToyRegistry = .toys
) throws(PlanError) -> Plan<ToyRecord> {
  try Plan(
    PipelineFile(parsing: Array(yaml.utf8), path: "p.yaml"),
    registry: registry,
    settings: settings.compactMap { ParameterSetting(parsing: $0) }
  )
}

/// The faults of a file as one text; empty if it has none.
func faults(of yaml: String, settings: [String] = [], registry: ToyRegistry = .toys) -> String {
  do {
    _ = try planned(yaml, settings: settings, registry: registry)
    return ""
  } catch {
    return error.description
  }
}
