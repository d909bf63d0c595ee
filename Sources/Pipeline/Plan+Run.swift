import Findings

extension Plan {
  /// Runs the stages in order; each gets what the one before it gave.
  ///
  /// A stage that refuses or fails is the last one. Before each stage the run asks whether it is
  /// cancelled. Deferred work begins when its stage ends, and is awaited at the end of the run.
  ///
  /// - Parameters:
  ///   - context: what the stages are told.
  ///   - last: the stage to stop after; nil runs all of them.
  /// - Returns: what the stages came to.
  public func run(_ context: RunContext, through last: String? = nil) async -> RunOutcome<Record> {
    var ended: [EndedStage<Record>] = []
    var record: Record?
    // The stage takes it, so that no second reference forces a copy of what the stage changes.
    var input: (any Sendable)? = PipelineStart()
    var output: (any StageOutput<Record>)?
    var ending = RunEnding.finished
    for (index, planned) in stages.enumerated() {
      guard !Task.isCancelled else {
        ending = .cancelled(at: planned.name)
        break
      }
      let number = index + 1
      context.progress(.began(stage: planned.name, number: number, count: stages.count))
      let result: ErasedResult<Record>
      do {
        guard let input = input.take() else {
          preconditionFailure("a stage that went on gave the next one something")
        }
        output = nil
        result = try await planned.stage.runErased(consume input, context: context)
      } catch {
        ending =
          error is CancellationError && Task.isCancelled
          ? .cancelled(at: planned.name) : .failed(stage: planned.name, error)
        break
      }
      ended.append(EndedStage(planned.name, planned.place, result))
      record = result.output.record
      let findings = result.findings.count + (result.deferred?.findingCount ?? 0)
      context.progress(
        .ended(stage: planned.name, number: number, count: stages.count, findings: findings)
      )
      output = result.output
      if result.isRefused {
        ending = .refused(by: planned.name)
        break
      }
      if planned.name == last { break }
      input = result.output
    }
    var runs: [RunOutcome<Record>.StageRun] = []
    for stage in ended { runs.append(await stage.finish(&record)) }
    return RunOutcome(stages: runs, ending: ending, record: record, output: output)
  }
}

/// A stage that ended, and its deferred work.
private struct EndedStage<Record: Sendable> {
  private let name: String
  private let place: Place
  private let findings: [Finding]
  private let work: Task<DeferredWork<Record>.Result, Never>?

  /// Begins the deferred work of `result`.
  init(_ name: String, _ place: Place, _ result: ErasedResult<Record>) {
    self.name = name
    self.place = place
    findings = result.findings
    work = result.deferred.map { deferred in Task { @concurrent in deferred.work() } }
  }

  /// Awaits the deferred work, and adds what it found out to `record`.
  func finish(_ record: inout Record?) async -> RunOutcome<Record>.StageRun {
    var all = FindingList(findings)
    if let result = await work?.value {
      if all.isEmpty { all = result.findings } else { all.append(contentsOf: result.findings) }
      if var noted = record.take() {
        result.note(&noted)
        record = noted
      }
    }
    return RunOutcome.StageRun(name: name, place: place, findings: all)
  }
}

/// A stage's result without the type of its output.
private struct ErasedResult<Record: Sendable> {
  var output: any StageOutput<Record>
  var findings: [Finding]
  var deferred: DeferredWork<Record>?
  var isRefused: Bool
}

extension Stage {
  /// Runs the stage on a value whose type the plan compared already.
  fileprivate func runErased(
    _ input: consuming any Sendable,
    context: RunContext
  ) async throws -> ErasedResult<Record> {
    guard let input = (consume input) as? Input else {
      preconditionFailure("the plan let through a stage that does not fit")
    }
    switch try await run(consume input, context: context) {
    case .done(let output, let findings, let deferred):
      return ErasedResult(
        output: output,
        findings: findings,
        deferred: deferred,
        isRefused: false
      )
    case .refused(let state, let findings, let deferred):
      return ErasedResult(output: state, findings: findings, deferred: deferred, isRefused: true)
    }
  }
}
