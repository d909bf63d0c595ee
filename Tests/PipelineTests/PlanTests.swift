import Findings
import Pipeline
import Testing

@Suite struct PlanTests {
  private let yaml = """
    pipeline: toy
    version: 1
    parameters:
      who: { help: "who gets them" }
      order: {}
      count: {}
    stages:
      - read: { words: ["${who}", "${order}"] }
      - sort: { order: "${order}", at-most: "${count}", weights: { aple: light } }
      - send: { to: { name: "${who}" } }
    """

  @Test func `a plan knows its stages, their cards and the report's options`() throws {
    let plan = try planned(
      """
      pipeline: toy
      version: 1
      stages:
        - read: { words: [a] }
        - sort:
      report: { folder: out }
      """
    )
    #expect(plan.name == "toy")
    #expect(plan.path == "p.yaml")
    #expect(plan.stages.map(\.name) == ["read", "sort"])
    #expect(plan.stages.map(\.card) == [ReadStage.card, SortStage.card])
    #expect(plan.report?[ToyReport.folder] == "out")
    #expect(plan.report?[ToyReport.formats] == [.html])
    let without = try planned("pipeline: t\nversion: 1\nstages: [read: { words: [a] }]\n")
    #expect(without.report == nil)
  }

  @Test func `a check finds all faults but the missing values`() throws {
    let file = try PipelineFile(parsing: Array(yaml.utf8), path: "p.yaml")
    do {
      try Plan<ToyRecord>.check(file, registry: .toys)
      Issue.record("the misspelt word was passed over")
    } catch {
      #expect(
        error.description == """
          p.yaml:9:64: error: there is no word 'aple' [unknown-word]
            help: did you mean 'apple'? there are: apple, pear, plum
          """
      )
    }
    let mended = yaml.replacing("aple", with: "apple")
    try Plan<ToyRecord>.check(
      PipelineFile(parsing: Array(mended.utf8), path: "p.yaml"),
      registry: .toys
    )
    #expect(
      faults(of: mended, settings: ["who=x", "count=3"]) == """
        p.yaml:5:3: error: the parameter 'order' has no value [parameter-without-value]
          help: give it with --set order=…
          note: p.yaml:8:32: it is used here
          note: p.yaml:9:21: it is used here
        """
    )
  }

  @Test func `a check of a file whose shared option waits for a value finds no contradiction`()
    throws
  {
    let file = try PipelineFile(
      parsing: Array(
        """
        pipeline: toy
        version: 1
        size: "${size}"
        parameters: { size: {} }
        stages:
          - read: { words: [a] }
          - sort:
          - send: { to: { name: Pat }, pin: 1 }
        """.utf8
      ),
      path: "p.yaml"
    )
    try Plan<ToyRecord>.check(file, registry: .toys)
    #expect(throws: PlanError.self) {
      try Plan<ToyRecord>.check(
        file,
        registry: .toys,
        settings: [ParameterSetting(name: "size", value: "small")]
      )
    }
  }

  @Test(arguments: ["", "size: large\n"])
  func `a former spelling that agrees is a warning, and stands for what is not at the top`(
    top: String
  ) throws {
    let text = """
      pipeline: toy
      version: 1
      \(top)stages:
        - read: { words: [a] }
        - sort: { size: large, at-most: "${many}" }
        - send: { to: { name: Pat }, pin: 1 }
      parameters: { many: { default: many } }
      """
    let plan = try planned(text)
    let line = top.isEmpty ? 5 : 6
    let mend =
      top.isEmpty
      ? "write 'size: large' at the top of the file, beside 'version:', and take this away"
      : "take it away"
    #expect(
      plan.warnings.flatMap { $0.lines(showing: text, of: "p.yaml") }.joined(separator: "\n") == """
        p.yaml:\(line):13: warning: 'size: large' is a former spelling: it follows from 'size' at \
        the top of the file [former-option]
          |   - sort: { size: large, at-most: "${many}" }
          |             ^
          help: \(mend)
        p.yaml:\(line):26: warning: 'at-most: many' is a former spelling: it follows from 'size' at \
        the top of the file [former-option]
          |   - sort: { size: large, at-most: "${many}" }
          |                          ^
          help: \(mend)
        """
    )
    let file = try PipelineFile(parsing: Array(text.utf8), path: "p.yaml")
    #expect(try Plan<ToyRecord>.check(file, registry: .toys) == plan.warnings)
  }

  @Test func `a check takes the values it is given`() throws {
    let file = try PipelineFile(
      parsing: Array(yaml.replacing("aple", with: "plum").utf8),
      path: "p.yaml"
    )
    do {
      try Plan<ToyRecord>.check(
        file,
        registry: .toys,
        settings: [ParameterSetting(name: "count", value: "lots")]
      )
      Issue.record("the wrong number was passed over")
    } catch {
      #expect(
        error.description == """
          p.yaml:9:41: error: 'at-most' is 'lots', not a whole number [wrong-value]
            help: write it in digits, without point, plus sign or leading zeros
            note: p.yaml:6:3: the value comes from the parameter 'count'
          """
      )
    }
  }
}
