import Findings
import Pipeline
import Testing

@Suite struct StageOptionsTests {
  private func options(_ yaml: String) throws -> StageOptions {
    let plan = try Plan(
      PipelineFile(
        parsing: Array("pipeline: t\nversion: 1\nstages:\n  - keep: \(yaml)\n".utf8),
        path: "p.yaml"
      ),
      registry: StageRegistry([KeepStage.self])
    )
    return try #require(plan.stages.first?.stage as? KeepStage).options
  }

  @Test func `options left out have their defaults, or no value`() throws {
    let options = try options("{ must: x }")
    #expect(options.owner == "keep")
    #expect(options.text("must") == "x")
    #expect(options.text("path") == "here")
    #expect(options.flag("flag"))
    #expect(options.number("number") == 7)
    #expect(options.text("date") == "2024-02-29")
    #expect(options.choice("choice", as: KeepStage.Colour.self) == .red)
    #expect(options.list("list") == ["a", "b"])
    #expect(options.optionalText("text") == nil)
    #expect(options.optionalNumber("count") == nil)
    #expect(options.map("map") == [])
    #expect(options.optionalGroup("group") == nil)
    #expect(options.groups("groups").isEmpty)
    #expect(!options.isGiven("path"))
    #expect(options.place(of: "path").description == "p.yaml:4:5")
    #expect(options.placedList("list").map(\.place.description) == ["p.yaml:4:5", "p.yaml:4:5"])
  }

  @Test func `options that are written have their values and places`() throws {
    let options = try options(
      """
      { must: "", path: there, flag: false, number: -3, date: 2000-02-29, choice: blue,
            list: [c, "012"], text: no, count: 9223372036854775807, map: { k: a, j: b },
            group: { name: g, tags: [u, v] }, groups: [{ name: h }, { name: i }] }
      """
    )
    #expect(options.text("must") == "")
    #expect(options.text("path") == "there")
    #expect(!options.flag("flag"))
    #expect(options.number("number") == -3)
    #expect(options.text("date") == "2000-02-29")
    #expect(options.choice("choice", as: KeepStage.Colour.self) == .blue)
    #expect(options.list("list") == ["c", "012"])
    #expect(options.optionalText("text") == "no")
    #expect(options.optionalNumber("count") == Int.max)
    #expect(options.map("map").map(\.key.text) == ["k", "j"])
    #expect(options.map("map").map(\.value.text) == ["a", "b"])
    let group = try #require(options.optionalGroup("group"))
    #expect(group.text("name") == "g")
    #expect(group.list("tags") == ["u", "v"])
    #expect(options.groups("groups").map { $0.text("name") } == ["h", "i"])
    #expect(options.isGiven("path"))
    #expect(options.place(of: "must").description == "p.yaml:4:19")
    #expect(options.placedList("list").map(\.place.description) == ["p.yaml:5:14", "p.yaml:5:17"])
    #expect(options.map("map").map(\.key.place.description) == ["p.yaml:5:70", "p.yaml:5:76"])
    #expect(group.place(of: "tags").description == "p.yaml:6:31")
  }

  @Test func `asking for what the card does not declare is a bug, and traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = StageOptions(owner: "x", place: Place(file: "p"), cards: [], given: [:]).text("y")
    }
    await #expect(processExitsWith: .failure) {
      let card = OptionCard("y", .flag, .optional, help: "")
      _ = StageOptions(owner: "x", place: Place(file: "p"), cards: [card], given: [:]).list("y")
    }
  }

  @Test func `asking for an optional option as if it were required traps, even when it is given`()
    async
  {
    await #expect(processExitsWith: .failure) {
      // Whatever else goes wrong here ends with success, and so fails the test.
      let plan = try? planned(
        "pipeline: t\nversion: 1\nstages: [keep: { must: x, text: y }]\n",
        registry: StageRegistry([KeepStage.self])
      )
      let stage = plan?.stages.first?.stage as? KeepStage
      _ = stage?.options.optionalText("text")
      _ = stage?.options.text("text")
    }
  }

  @Test func `a registry with a default of another type traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = StageRegistry(
        [],
        report: [OptionCard("n", .number(0...9), .defaulting(to: "10"), help: "")]
      )
    }
    await #expect(processExitsWith: .failure) {
      _ = StageRegistry([ReadStage.self, ReadStage.self])
    }
  }
}

/// Keeps its options for the test to look at.
struct KeepStage: Stage {
  enum Colour: String { case red, blue }

  static let card = StageCard(
    name: "keep",
    summary: "keeps options",
    help: "Keeps them.",
    input: "",
    output: "nothing",
    options: [
      OptionCard("must", .text, .required, help: "a text"),
      OptionCard("text", .text, .optional, help: "a text"),
      OptionCard("path", .path, .defaulting(to: "here"), help: "a path"),
      OptionCard("flag", .flag, .defaulting(to: "true"), help: "a flag"),
      OptionCard("number", .number(-9...9), .defaulting(to: "7"), help: "a number"),
      OptionCard("count", .number(0...Int.max), .optional, help: "a number"),
      OptionCard("date", .date, .defaulting(to: "2024-02-29"), help: "a date"),
      OptionCard("choice", .choice(["red", "blue"]), .defaulting(to: "red"), help: "a choice"),
      OptionCard("list", .list(of: .text), .defaulting(to: ["a", "b"]), help: "a list"),
      OptionCard("map", .map(of: .text, keys: "keys"), .optional, help: "a map"),
      OptionCard("group", .group(inner), .optional, help: "a group"),
      OptionCard("groups", .list(of: .group(inner)), .optional, help: "groups"),
    ],
    example: "- keep: { must: x }"
  )

  static let inner = [
    OptionCard("name", .text, .required, help: "a name"),
    OptionCard("tags", .list(of: .text), .defaulting(to: []), help: "tags"),
  ]

  let options: StageOptions

  init(options: StageOptions) throws(PlanError) { self.options = options }

  func run(_ input: PipelineStart, context: RunContext) async throws -> StageResult<Int> {
    .done(0, [])
  }
}
