/// What would else be ambient, as values: a stage reads no clock, no environment, no global.
public struct RunContext: Sendable {
  /// The day of issue, `YYYY-MM-DD`.
  public var issueDate: String
  /// Whether nothing is to be published: the same work, written to nothing but a hash.
  public var isDryRun: Bool
  /// Told how far the run is, from the thread that a stage works on.
  public var progress: @Sendable (ProgressEvent) -> Void

  /// The surroundings of one run.
  public init(
    issueDate: String,
    isDryRun: Bool,
    progress: @escaping @Sendable (ProgressEvent) -> Void = { _ in }
  ) {
    self.issueDate = issueDate
    self.isDryRun = isDryRun
    self.progress = progress
  }
}
