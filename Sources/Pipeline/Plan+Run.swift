import Findings

extension Plan {
  /// Runs the stages in order; each gets what the one before it gave.
  ///
  /// A stage that refuses or fails is the last one. Whether the run is cancelled is asked before
  /// each stage.
  ///
  /// - Parameters:
  ///   - context: what the stages are told.
  ///   - last: the stage to stop behind; nil runs all of them.
  /// - Returns: what the stages came to.
  public func run(_ context: RunContext, through last: String? = nil) async -> RunOutcome {
    var ended: [(stage: PlannedStage, result: StageResult<Void>)] = []
    // What the stage before gave, until the next one takes it.
    var output: (any Sendable)? = PipelineStart()
    func outcome(_ ending: RunOutcome.Ending) async -> RunOutcome {
      var runs: [RunOutcome.StageRun] = []
      for (stage, result) in ended {
        let findings = await result.findings
        runs.append(
          RunOutcome.StageRun(name: stage.name, place: stage.place, findings: findings)
        )
      }
      return RunOutcome(stages: runs, ending: ending, output: runs.isEmpty ? nil : output)
    }
    for (index, planned) in stages.enumerated() {
      guard !Task.isCancelled else { return await outcome(.cancelled(at: planned.name)) }
      let number = index + 1
      context.progress(.began(stage: planned.name, number: number, count: stages.count))
      let result: StageResult<any Sendable>
      do {
        guard let input = output.take() else {
          preconditionFailure("a stage that went on gave the next one something")
        }
        result = try await planned.stage.runErased(consume input, context: context)
      } catch is CancellationError where Task.isCancelled {
        return await outcome(.cancelled(at: planned.name))
      } catch {
        return await outcome(.failed(stage: planned.name, error))
      }
      ended.append((planned, result.withoutOutput))
      context.progress(
        .ended(
          stage: planned.name,
          number: number,
          count: stages.count,
          findings: result.findingCount
        )
      )
      switch result {
      case .done(let value, _, _):
        context.handedOn(value)
        output = value
      case .refused(let value, _, _):
        output = value
        return await outcome(.refused(by: planned.name))
      }
      if planned.name == last { break }
    }
    return await outcome(.finished)
  }
}

extension Stage {
  /// Runs the stage on a value whose type the plan compared already.
  fileprivate func runErased(
    _ input: consuming any Sendable,
    context: RunContext
  ) async throws -> StageResult<any Sendable> {
    guard let input = (consume input) as? Input else {
      preconditionFailure("the plan let through a stage that does not fit")
    }
    switch try await run(consume input, context: context) {
    case .done(let output, let findings, let later): return .done(output, findings, later: later)
    case .refused(let state, let findings, let later):
      return .refused(soFar: state, findings, later: later)
    }
  }
}

extension StageResult {
  /// The findings alone: what the stage gave belongs to the next one.
  fileprivate var withoutOutput: StageResult<Void> {
    switch self {
    case .done(_, let findings, let later): .done((), findings, later: later)
    case .refused(_, let findings, let later): .refused(soFar: (), findings, later: later)
    }
  }
}
