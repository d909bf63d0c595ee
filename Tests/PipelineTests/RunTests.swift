import Findings
import Pipeline
import Synchronization
import Testing

/// What a run told about its progress, in order.
final class Progress: Sendable {
  private let heard = Mutex<[ProgressEvent]>([])

  func hear(_ event: ProgressEvent) { heard.withLock { $0.append(event) } }

  var events: [ProgressEvent] { heard.withLock { $0 } }
}

@Suite struct RunTests {
  private func plan(sort: String = "", send: String = "") throws(PlanError) -> Plan<ToyRecord> {
    try planned(
      """
      pipeline: toy
      version: 1
      parameters: { who: { default: Pat } }
      stages:
        - read: { words: [plum, apple, pear] }
        - sort: { \(sort) }
        - send: { to: { name: "${who}" }\(send) }
      """
    )
  }

  private let context = RunContext(issueDate: "2026-08-15", isDryRun: false)

  @Test func `stages run in order, each on what the one before it gave`() async throws {
    let progress = Progress()
    let context = RunContext(issueDate: "2026-08-15", isDryRun: true) { progress.hear($0) }
    let outcome = await (try plan(sort: "at-most: 2")).run(context)
    guard case .finished = outcome.ending else {
      Issue.record("the run ended otherwise")
      return
    }
    #expect((outcome.output as? Envelope)?.text == "Pat: apple pear")
    #expect(outcome.stages.map(\.name) == ["read", "sort", "send"])
    #expect(
      outcome.stages.map(\.place.description) == ["p.yaml:5:5", "p.yaml:6:5", "p.yaml:7:5"]
    )
    #expect(outcome.findings.map(\.code) == ["words-left-out"])
    #expect(
      progress.events == [
        .began(stage: "read", number: 1, count: 3),
        .counted(stage: "read", things: "words", done: 3, total: 3),
        .ended(stage: "read", number: 1, count: 3, findings: 0),
        .began(stage: "sort", number: 2, count: 3),
        .ended(stage: "sort", number: 2, count: 3, findings: 1),
        .began(stage: "send", number: 3, count: 3),
        .ended(stage: "send", number: 3, count: 3, findings: 0),
      ]
    )
  }

  @Test func `a stage that refuses is the last one, and its state is kept for the report`()
    async throws
  {
    let outcome = await (try plan(sort: "refuse: true")).run(context)
    guard case .refused(by: "sort") = outcome.ending else {
      Issue.record("the run ended otherwise")
      return
    }
    #expect(outcome.stages.map(\.name) == ["read", "sort"])
    #expect(outcome.findings.map(\.code) == ["may-not-sort"])
    #expect((outcome.output as? WordList)?.words == ["plum", "apple", "pear"])
  }

  @Test func `a stage that fails is named with its error, and the record before it is kept`()
    async throws
  {
    let outcome = await (try plan(send: ", fail: true")).run(context)
    guard case .failed(stage: "send", let error) = outcome.ending else {
      Issue.record("the run ended otherwise")
      return
    }
    #expect(error is SendStage.PostFailed)
    #expect(outcome.stages.map(\.name) == ["read", "sort"])
    #expect(outcome.output == nil)
    #expect(outcome.record == ToyRecord(notes: ["read"]))
  }

  @Test func `a cancelled run begins no further stage`() async throws {
    let registry = ToyRegistry([LingerStage.self, SortStage.self])
    let plan = try planned(
      "pipeline: toy\nversion: 1\nstages: [linger: { even-then: false }, sort: {}]\n",
      registry: registry
    )
    let outcome = await outcomeWhenCancelled(of: plan)
    guard case .cancelled(at: "sort") = outcome.ending else {
      Issue.record("the run ended otherwise")
      return
    }
    #expect(outcome.stages.map(\.name) == ["linger"])
    #expect((outcome.output as? WordList)?.words == ["late"])
  }

  @Test func `a stage that ends because it was cancelled has not failed`() async throws {
    let registry = ToyRegistry([LingerStage.self, SortStage.self])
    let plan = try planned(
      "pipeline: toy\nversion: 1\nstages: [linger: { even-then: true }, sort: {}]\n",
      registry: registry
    )
    let outcome = await outcomeWhenCancelled(of: plan)
    guard case .cancelled(at: "linger") = outcome.ending else {
      Issue.record("the run ended otherwise")
      return
    }
    #expect(outcome.stages == [])
  }

  @Test func `a run that is cancelled before it began has no output`() async throws {
    let plan = try plan()
    let task = Task { [context] in
      while !Task.isCancelled { await Task.yield() }
      return await plan.run(context)
    }
    task.cancel()
    let outcome = await task.value
    guard case .cancelled(at: "read") = outcome.ending else {
      Issue.record("the run ended otherwise")
      return
    }
    #expect(outcome.stages == [])
    #expect(outcome.output == nil)
  }

  /// The outcome of a run that is cancelled as soon as its first stage began.
  private func outcomeWhenCancelled(of plan: Plan<ToyRecord>) async -> RunOutcome<ToyRecord> {
    let (events, told) = AsyncStream.makeStream(of: ProgressEvent.self)
    let context = RunContext(issueDate: "2026-08-15", isDryRun: false) { told.yield($0) }
    let task = Task { await plan.run(context) }
    for await _ in events { break }
    task.cancel()
    return await task.value
  }

  @Test func `a stage sees the surroundings of its run`() async throws {
    let plan = try planned(
      "pipeline: toy\nversion: 1\nstages: [look: {}]\n",
      registry: ToyRegistry([LookStage.self])
    )
    let outcome = await plan.run(RunContext(issueDate: "2026-08-15", isDryRun: true))
    #expect(outcome.output as? Envelope == Envelope(text: "2026-08-15 true"))
  }

  @Test(arguments: ["", "refuse: true", "fail"])
  func `deferred work is awaited wherever a run ends, and its notes reach the record`(end: String)
    async throws
  {
    let plan = try planned(
      """
      pipeline: toy
      version: 1
      stages:
        - ponder: {}
        - sort: { \(end == "fail" ? "" : end) }
        - send: { to: { name: Pat }, fail: \(end == "fail") }
      """,
      registry: ToyRegistry(
        [PonderStage.self, SortStage.self, SendStage.self],
        shared: [ToySize.option.card]
      )
    )
    let progress = Progress()
    let context = RunContext(issueDate: "2026-08-15", isDryRun: true) { progress.hear($0) }
    let outcome = await plan.run(context)
    #expect(outcome.stages.first?.findings.map(\.code) == ["at-once", "pondered"])
    #expect(outcome.record == ToyRecord(notes: ["ponder", "pondered"]))
    #expect(progress.events.contains(.ended(stage: "ponder", number: 1, count: 3, findings: 2)))
  }

  @Test func `the same plan runs twice with the same outcome`() async throws {
    let plan = try plan(sort: "order: descending")
    let first = await plan.run(context)
    let second = await plan.run(context)
    #expect((first.output as? Envelope)?.text == "Pat: plum pear apple")
    #expect(second.output as? Envelope == first.output as? Envelope)
  }
}

/// Says what it sees of the run's surroundings.
struct LookStage: Stage {
  static let card = StageCard(
    name: "look",
    summary: "looks around",
    help: "Looks.",
    options: [],
    example: "- look: {}"
  )

  init(options: StageOptions) throws(PlanError) {}

  func run(_ input: PipelineStart, context: RunContext) async throws -> StageResult<Envelope> {
    .done(Envelope(text: "\(context.issueDate) \(context.isDryRun)"), [])
  }
}

/// Works until the run is cancelled.
struct LingerStage: Stage {
  private static let evenThen = StageOption(
    "even-then",
    .flag,
    help: "whether it throws when cancelled"
  )

  static let card = StageCard(
    name: "linger",
    summary: "waits for the end",
    help: "Waits.",
    options: [evenThen.card],
    example: "- linger: { even-then: true }"
  )

  let isThrowing: Bool

  init(options: StageOptions) throws(PlanError) {
    isThrowing = options[LingerStage.evenThen]
  }

  func run(_ input: PipelineStart, context: RunContext) async throws -> StageResult<WordList> {
    while !Task.isCancelled { await Task.yield() }
    if isThrowing { try Task.checkCancellation() }
    return .done(WordList(words: ["late"]), [])
  }
}

/// Leaves work to the run.
struct PonderStage: Stage {
  static let card = StageCard(
    name: "ponder",
    summary: "thinks it over",
    help: "Thinks.",
    options: [],
    example: "- ponder: {}"
  )

  init(options: StageOptions) throws(PlanError) {}

  func run(_ input: PipelineStart, context: RunContext) async throws -> StageResult<WordList> {
    .done(
      WordList(words: ["b", "a"], record: ToyRecord(notes: ["ponder"])),
      [Finding("at-once", .note, "it is so", help: "nothing")],
      deferred: DeferredWork(findingCount: 1) {
        let findings = [Finding("pondered", .note, "it is still so", help: "nothing")]
        return DeferredWork.Result(findings: FindingList(findings)) { $0.notes.append("pondered") }
      }
    )
  }
}
