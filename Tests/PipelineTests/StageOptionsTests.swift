import Findings
import Pipeline
import Testing

@Suite struct StageOptionsTests {
  private func options(_ yaml: String, top: String = "") throws -> StageOptions {
    let plan = try Plan(
      PipelineFile(
        parsing: Array("pipeline: t\nversion: 1\n\(top)stages:\n  - keep: \(yaml)\n".utf8),
        path: "p.yaml"
      ),
      registry: ToyRegistry([KeepStage.self], shared: [ToySize.option.card])
    )
    return try #require(plan.stages.first?.stage as? KeepStage).options
  }

  @Test func `options left out have their defaults, or no value`() throws {
    let options = try options("{ must: x }")
    #expect(options.owner == "keep")
    #expect(options[KeepStage.must] == "x")
    #expect(options[KeepStage.path] == "here")
    #expect(options[KeepStage.flag])
    #expect(options[KeepStage.number] == 7)
    #expect(options[KeepStage.date] == "2024-02-29")
    #expect(options[KeepStage.choice] == .red)
    #expect(options[KeepStage.list] == ["a", "b"])
    #expect(options[KeepStage.text] == nil)
    #expect(options[KeepStage.answer] == nil)
    #expect(options[KeepStage.count] == nil)
    #expect(options[KeepStage.group] == nil)
    #expect(options[ToySize.option] == .small)
    #expect(!options.isGiven(KeepStage.path))
    #expect(options.place(of: KeepStage.path).description == "p.yaml:4:5")
  }

  @Test func `options that are written have their values and places`() throws {
    let options = try options(
      """
      { must: "", path: there, flag: false, number: -3, date: 2000-02-29, choice: blue,
            list: [c, "012"], text: no, count: 9223372036854775807, answer: false,
            group: { name: g, tags: [u, v] } }
      """,
      top: "size: large\n"
    )
    #expect(options[KeepStage.must] == "")
    #expect(options[KeepStage.path] == "there")
    #expect(!options[KeepStage.flag])
    #expect(options[KeepStage.number] == -3)
    #expect(options[KeepStage.date] == "2000-02-29")
    #expect(options[KeepStage.choice] == .blue)
    #expect(options[KeepStage.list] == ["c", "012"])
    #expect(options[KeepStage.text] == "no")
    #expect(options[KeepStage.answer] == false)
    #expect(options[KeepStage.count] == Int.max)
    let group = try #require(options[KeepStage.group])
    #expect(group[KeepStage.name] == "g")
    #expect(group[KeepStage.tags] == ["u", "v"])
    #expect(options[ToySize.option] == .large)
    #expect(options.isGiven(KeepStage.path))
    #expect(options.place(of: KeepStage.must).description == "p.yaml:5:19")
    #expect(options.place(of: ToySize.option).description == "p.yaml:3:7")
    #expect(group.place(of: KeepStage.tags).description == "p.yaml:7:31")
  }

  @Test func `asking for an option that the card lacks is a bug, and traps`() async {
    await #expect(processExitsWith: .failure) {
      let options = StageOptions(owner: "x", place: Place(file: "p"), cards: [], written: [:])
      _ = options[KeepStage.text]
    }
  }

  @Test func `a registry with a default of another type traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = ToyRegistry([], report: [StageOption("n", .number(0...9), default: 10, help: "").card])
    }
    await #expect(processExitsWith: .failure) {
      _ = ToyRegistry([ReadStage.self, ReadStage.self])
    }
  }
}

/// Keeps its options for the test to look at.
struct KeepStage: Stage {
  enum Colour: String, CaseIterable { case red, blue }

  static let must = StageOption("must", .text, help: "a text")
  static let text = StageOption(optional: "text", .text, help: "a text")
  static let path = StageOption("path", .path, default: "here", help: "a path")
  static let flag = StageOption("flag", .flag, default: true, help: "a flag")
  static let answer = StageOption(optional: "answer", .flag, help: "a flag")
  static let number = StageOption("number", .number(-9...9), default: 7, help: "a number")
  static let count = StageOption(optional: "count", .number(0...Int.max), help: "a number")
  static let date = StageOption("date", .date, default: "2024-02-29", help: "a date")
  static let choice = StageOption("choice", .choice(Colour.self), default: .red, help: "a choice")
  static let list = StageOption("list", .list(of: .text), default: ["a", "b"], help: "a list")
  static let group = StageOption(
    optional: "group",
    .group([name.card, tags.card]),
    help: "a group"
  )
  static let name = StageOption("name", .text, help: "a name")
  static let tags = StageOption("tags", .list(of: .text), default: [], help: "tags")

  static let card = StageCard(
    name: "keep",
    summary: "keeps options",
    help: "Keeps them.",
    options: [
      must.card, text.card, path.card, flag.card, answer.card, number.card, count.card, date.card,
      choice.card, list.card, group.card,
    ],
    example: "- keep: { must: x }"
  )

  let options: StageOptions

  init(options: StageOptions) throws(PlanError) { self.options = options }

  func run(_ input: PipelineStart, context: RunContext) async throws -> StageResult<Nothing> {
    .done(Nothing(), [])
  }
}
