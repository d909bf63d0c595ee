public import Pipeline

/// A plan of an import.
public typealias ImportPlan = Plan<RunRecord>

extension StageRegistry<RunRecord> {
  /// The stages of an import, in the order a pipeline has them.
  public static var standard: StageRegistry { standardStages }
}

/// Made once; a generic type has no stored properties of its own.
private let standardStages = StageRegistry<RunRecord>(
  [
    Extract.self,
    Select.self,
    Validate.self,
    Transform.self,
    Load.self,
    Invite.self,
  ],
  shared: [FileOptions.step.card],
  report: ReportOptions.cards
)
