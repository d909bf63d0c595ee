/// One step of a pipeline: it does one thing, and says so on its card.
///
/// A stage is made from its options when the plan is made, and runs when the plan runs. It takes
/// what the stage before it gave: the plan holds only stages whose types fit.
public protocol Stage: Sendable {
  /// What it needs; `PipelineStart` for a stage that begins a pipeline.
  associatedtype Input: Sendable
  /// What it gives to the next stage.
  associatedtype Output: Sendable

  /// Its name in the pipeline file, what it does, and its options.
  static var card: StageCard { get }

  /// The stage with these options, which are checked against the card already.
  ///
  /// - Throws: faults that only the stage can know (a rule id there is no rule for), each at the
  ///   option's place.
  init(options: StageOptions) throws(PlanError)

  /// Does the work.
  ///
  /// The input is the stage's own: nobody holds it any more, so a stage that takes what is in it
  /// apart, piece by piece, gives memory back as it goes.
  ///
  /// - Throws: what stops a run (a file that cannot be written); what is wrong with the data is a
  ///   finding in the result.
  func run(_ input: consuming Input, context: RunContext) async throws -> StageResult<Output>
}
