public import Findings

/// What a pipeline file means: stages that exist, with options that are known, in an order that
/// fits. A plan is ready to run; one with faults cannot be made.
public struct Plan<Record: Sendable>: Sendable {
  /// The pipeline's name.
  public let name: String
  /// The pipeline file's path as the run was told it.
  public let path: String
  /// The stages in the order they run.
  public let stages: [PlannedStage]
  /// The parameters and their values, in the file's order.
  public let parameters: [ParameterValue]
  /// The options below `report:`; nil if the file has none.
  public let report: StageOptions?
  /// What runs, but is written differently now, in the file's order.
  public let warnings: [Finding]

  /// A stage with its options.
  public struct PlannedStage: Sendable {
    /// Its name.
    public let name: String
    /// The place of its name in the pipeline file.
    public let place: Place
    package let stage: any Stage<Record>

    /// What it is, and what its options mean.
    public var card: StageCard { type(of: stage).card }

    /// The folders that it makes.
    public var outputs: [String] { stage.outputs }
  }

  /// Makes the plan.
  ///
  /// - Parameters:
  ///   - file: what the pipeline file says.
  ///   - registry: the stages there are.
  ///   - settings: values for parameters, from the command line.
  /// - Throws: every fault of the file and the settings.
  public init(
    _ file: PipelineFile,
    registry: StageRegistry<Record>,
    settings: [ParameterSetting] = []
  ) throws(PlanError) {
    var planner = Planner(file: file, registry: registry, settings: settings, standsIn: false)
    planner.plan()
    guard planner.faults.isEmpty else { throw PlanError(planner.faults) }
    name = file.name
    path = file.path
    stages = planner.stages
    parameters = planner.parameters
    report = planner.report
    warnings = planner.warnings
  }

  /// Checks a file that not all parameters have values for yet: all faults but the missing values.
  ///
  /// What depends on a missing value is taken to be right.
  ///
  /// - Returns: what is written differently now.
  /// - Throws: every other fault of the file and the settings.
  @discardableResult
  public static func check(
    _ file: PipelineFile,
    registry: StageRegistry<Record>,
    settings: [ParameterSetting] = []
  ) throws(PlanError) -> [Finding] {
    var planner = Planner(file: file, registry: registry, settings: settings, standsIn: true)
    planner.plan()
    guard planner.faults.isEmpty else { throw PlanError(planner.faults) }
    return planner.warnings
  }
}
