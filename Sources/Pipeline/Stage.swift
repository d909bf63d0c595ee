/// One stage of a pipeline: it does one thing, and says so on its card.
///
/// A stage is made from its options when the plan is made, and runs when the plan runs. It takes
/// what the stage before it gave: the plan holds only stages whose types fit. It is a plain
/// sequence: what may run beside other stages it hands back as ``DeferredWork``.
public protocol Stage<Record>: Sendable {
  /// What it needs; ``PipelineStart`` for a stage that begins a pipeline.
  associatedtype Input: Sendable
  /// What is known of a run; the same for all stages of a registry.
  associatedtype Record: Sendable
  /// What it gives to the next stage.
  associatedtype Output: StageOutput<Record>

  /// Its name in the pipeline file, what it does, and its options.
  static var card: StageCard { get }

  /// The stage with these options, which are checked against the card already.
  ///
  /// - Throws: faults that only the stage can know (a rule id there is no rule for), each at the
  ///   option's place.
  init(options: StageOptions) throws(PlanError)

  /// The folders that the stage makes aside and that appear when the whole run has gone well, as
  /// the pipeline file spells them.
  var outputs: [String] { get }

  /// Does the work.
  ///
  /// - Throws: what stops a run (a file that cannot be written); what is wrong with the data is a
  ///   finding in the result.
  func run(_ input: consuming Input, context: RunContext) async throws -> StageResult<Output>
}

extension Stage {
  /// None: most stages write nothing.
  public var outputs: [String] { [] }
}
