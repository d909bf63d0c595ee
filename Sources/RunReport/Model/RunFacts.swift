extension Report {
  /// Which pipeline ran, with which parameters, for which day, by which version.
  public struct RunFacts: Sendable, Hashable {
    /// A parameter of the pipeline file and the value it had.
    public struct Parameter: Sendable, Hashable {
      /// The name in the pipeline file.
      public var name: String
      /// The value; nil for a secret, which no report shows.
      public var value: String?

      /// A parameter; pass nil for a secret.
      public init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
      }
    }

    /// The pipeline's name, as its file says.
    public var pipeline: String
    /// The day the run counts from, as `YYYY-MM-DD`.
    public var issueDate: String
    /// The newest time at which a record of the export was changed, as Clever writes it; nil where
    /// none has one.
    public var newestChange: String?
    /// The program's version.
    public var programVersion: String
    /// The parameters in the order of the pipeline file.
    public var parameters: [Parameter]
    /// Whether the run only predicts what it would write.
    public var isDryRun: Bool

    /// The facts of one run.
    public init(
      pipeline: String,
      issueDate: String,
      programVersion: String,
      parameters: [Parameter] = [],
      isDryRun: Bool,
      newestChange: String? = nil
    ) {
      self.pipeline = pipeline
      self.issueDate = issueDate
      self.programVersion = programVersion
      self.parameters = parameters
      self.isDryRun = isDryRun
      self.newestChange = newestChange
    }
  }
}
