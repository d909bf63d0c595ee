import Findings
import Pipeline
import Testing

/// Options of names that only the stage knows, in their long and their short form.
@Suite struct NamedOptionsTests {
  private struct WeighStage: Stage {
    enum Weight: String, CaseIterable { case light, heavy }

    static let weight = StageOption(
      optional: "weight",
      .choice(Weight.self),
      help: "how heavy it is"
    )
    static let until = StageOption(optional: "until", .date, help: "the last day")
    static let words = StageOption(
      "words",
      .named(
        [weight.card, until.card],
        short: weight.card,
        keys: "words",
        known: ["apple", "pear"]
      ),
      default: [],
      help: "how heavy words are"
    )

    static let card = StageCard(
      name: "weigh",
      summary: "weighs words",
      help: "It weighs words.",
      options: [words.card],
      example: "- weigh: { words: { apple: light } }"
    )

    let words: [StageOptions]

    init(options: StageOptions) throws(PlanError) { words = options[WeighStage.words] }

    func run(_ input: PipelineStart, context: RunContext) async throws -> StageResult<Nothing> {
      .done(Nothing(), [])
    }
  }

  private func words(_ yaml: String) throws -> [StageOptions] {
    let text =
      "pipeline: t\nversion: 1\nparameters: { w: { default: heavy } }\nstages:\n  - weigh: \(yaml)\n"
    let plan = try Plan(
      PipelineFile(parsing: Array(text.utf8), path: "p.yaml"),
      registry: ToyRegistry([WeighStage.self])
    )
    return try #require(plan.stages.first?.stage as? WeighStage).words
  }

  @Test func `a text alone is the short option; a mapping is all of them`() throws {
    let words = try words(
      "{ words: { apple: light, pear: { until: 2026-12-31, weight: '${w}' }, plum: {} } }"
    )
    #expect(words.map(\.owner) == ["apple", "pear", "plum"])
    #expect(words.map { $0[WeighStage.weight] } == [.light, .heavy, nil])
    #expect(words.map { $0[WeighStage.until] } == [nil, "2026-12-31", nil])
    #expect(words.map(\.place.description) == ["p.yaml:5:23", "p.yaml:5:37", "p.yaml:5:82"])
    #expect(words[0].place(of: WeighStage.weight).description == "p.yaml:5:30")
    #expect(try self.words("{}").isEmpty)
  }

  @Test(arguments: [
    (
      "{ words: { apple: lite } }",
      "p.yaml:5:30: error: 'apple' has no value 'lite' [unknown-choice]\n  help: it takes: light, heavy"
    ),
    (
      "{ words: { apple: { wait: light } } }",
      "p.yaml:5:32: error: 'apple' has no option 'wait' [unknown-option]\n  help: it has: until, weight"
    ),
    (
      "{ words: { apple: [light] } }",
      "p.yaml:5:30: error: the options of 'apple' are a list, not a mapping [wrong-kind]\n  help: "
        + "write 'apple: { weight: … }'"
    ),
    (
      "{ words: { apple: } }",
      "p.yaml:5:23: error: 'apple' has nothing after its colon [missing-value]\n  help: it is: how heavy it is"
    ),
    (
      "{ words: light }",
      "p.yaml:5:21: error: 'words' takes a mapping, but a text is here [wrong-kind]\n  help: "
        + "write 'words: { words: … }'"
    ),
  ])
  func `what is wrong is said at its place`(yaml: String, text: String) {
    do {
      _ = try words(yaml)
      Issue.record("it was taken")
    } catch let error as PlanError {
      #expect(error.faults.map { $0.lines().joined(separator: "\n") } == [text])
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func `the schema has the names, the short form and the options`() {
    let schema = PipelineSchema.json(registry: ToyRegistry([WeighStage.self]))
      .split { $0.isWhitespace }.joined(separator: " ")
    #expect(schema.contains(#""propertyNames": { "enum": ["apple", "pear"] }"#))
    #expect(
      schema.contains(
        #""additionalProperties": { "anyOf": [ { "anyOf": [ { "enum": ["light", "heavy"] }"#
      )
    )
    #expect(schema.contains(#""until": { "description": "the last day""#))
  }

  @Test func `the page shows the type and the options below it`() {
    let registry = ToyRegistry([WeighStage.self])
    let page = (registry.page(of: "weigh") ?? "").split { $0.isWhitespace }.joined(separator: " ")
    #expect(
      page.contains(
        "mapping of words, each a mapping, or as 'weight' alone one of light, heavy; default: empty"
      )
    )
    #expect(page.contains("until date (YYYY-MM-DD); optional; since 0.1.0 the last day"))
  }
}
