/// The books of one stage: what came in is what went on and what got a fate there.
///
/// Every stage closes its books; a difference is a fault of the program, and nothing is published.
public struct StageBook: Sendable, Hashable {
  /// The stage's name in the pipeline file.
  public var stage: String
  /// Records that had no fate before the stage.
  public var cameIn: Int
  /// Records that had none after it.
  public var wentOn: Int
  /// Fates that the stage gave.
  public var fates: FateCounts

  /// A stage's books.
  public init(_ stage: String, cameIn: Int, wentOn: Int, fates: FateCounts = FateCounts()) {
    self.stage = stage
    self.cameIn = cameIn
    self.wentOn = wentOn
    self.fates = fates
  }
}
