public import Pipeline

extension StageRegistry {
  /// The stages of an import, in the order a pipeline has them.
  public static let standard = StageRegistry(
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
}
