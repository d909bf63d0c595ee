public import Findings
public import Texts

/// What a rule may know of the run beside the roster.
public struct RuleCircumstances: Sendable, Hashable {
  /// Which step the import is at: contacts are judged in step two alone.
  public var step: GuideStep
  /// Whether staff who do not teach are imported, and so judged.
  public var includesOtherStaff: Bool
  /// The day the run counts from; nil when none is given, and no rule then asks what is over.
  public var day: CalendarDay?

  /// The circumstances of a run.
  public init(step: GuideStep, includesOtherStaff: Bool = false, day: CalendarDay? = nil) {
    self.step = step
    self.includesOtherStaff = includesOtherStaff
    self.day = day
  }
}
