import Findings
import Pipeline
import Testing

@Suite struct ParameterTests {
  /// What `from` comes out as, with `value` for the parameter it names.
  private func read(_ scalar: String, value: String) throws -> [String] {
    let stages = ToyRegistry([EchoStage.self])
    let plan = try Plan(
      PipelineFile(
        parsing: Array(
          """
          pipeline: t
          version: 1
          parameters: { x: {}, other: { default: secret } }
          stages:
            - echo: { text: \(scalar) }
          """.utf8
        ),
        path: "p.yaml"
      ),
      registry: stages,
      settings: [ParameterSetting(name: "x", value: value)]
    )
    return plan.parameters.map { "\($0.name)=\($0.value)" }
      + EchoStage.heard(by: plan)
  }

  @Test(
    arguments: [
      "plain", "a: b", "a\n- echo: { text: z }", "${other}", "$${other}", "$", "}", "*a", "&a",
      "!!str x", "'", "\"", "[a, b]", "# no comment", "", "no", "012",
    ])
  func `a value is text and nothing else, whatever it holds`(value: String) throws {
    #expect(
      try read("\"${x}\"", value: value) == ["x=\(value)", "other=secret", value]
    )
    #expect(try read("\"<${x}|${x}>\"", value: value).last == "<\(value)|\(value)>")
  }

  @Test(
    arguments: [
      ("a$b", "a$b"), ("a$$b", "a$b"), ("$$${x}", "$v"), ("$${x}", "${x}"), ("$$$${x}", "$${x}"),
      ("${x}$", "v$"), ("${x}{x}", "v{x}"), ("{x}", "{x}"),
    ])
  func `two dollars stand for one`(written: String, meant: String) throws {
    #expect(try read("'\(written)'", value: "v").last == meant)
  }

  @Test(
    arguments: [
      ("a=b", "a", "b"), ("a=", "a", ""), ("a=b=c", "a", "b=c"), ("a= b\n", "a", " b\n"),
    ])
  func `a setting is taken apart at the first equals sign`(
    text: String,
    name: String,
    value: String
  ) {
    #expect(ParameterSetting(parsing: text) == ParameterSetting(name: name, value: value))
  }

  @Test(arguments: ["", "a", "=", "=b"])
  func `a setting without name or equals sign is none`(text: String) {
    #expect(ParameterSetting(parsing: text) == nil)
  }

  @Test func `a parameter that no option uses needs no value`() throws {
    let plan = try planned(
      "pipeline: t\nversion: 1\nparameters: { idle: {} }\nstages: [read: { words: [b] }]\n"
    )
    #expect(plan.parameters == [])
  }
}

/// Gives back its option's text.
struct EchoStage: Stage {
  private static let option = StageOption("text", .text, help: "what to say")

  static let card = StageCard(
    name: "echo",
    summary: "says what it was told",
    help: "Says it.",
    options: [option.card],
    example: "- echo: { text: hello }"
  )

  let text: String

  init(options: StageOptions) throws(PlanError) {
    text = options[EchoStage.option]
  }

  func run(_ input: PipelineStart, context: RunContext) async throws -> StageResult<Envelope> {
    .done(Envelope(text: text), [])
  }

  /// What the echo stages of a plan were told.
  static func heard(by plan: Plan<ToyRecord>) -> [String] {
    plan.stages.compactMap { ($0.stage as? EchoStage)?.text }
  }
}
