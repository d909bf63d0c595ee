extension Report {
  /// Whether the export is proved to hold every record of one type.
  ///
  /// Only then does a record's absence mean that it was removed.
  public struct Completeness: Sendable, Hashable {
    /// What is known.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
      /// Every record that was given out is there.
      case proved
      /// Nothing shows that a record lacks, nor that none does.
      case notProved = "not-proved"
      /// Records lack.
      case incomplete

      /// The verdict as words for a person.
      public var words: String {
        switch self {
        case .proved: "proved complete"
        case .notProved: "not proved complete"
        case .incomplete: "incomplete"
        }
      }
    }

    /// The type in Clever's word, singular: `student`, `school_admin`.
    public var type: String
    /// How many records of it there are, each once.
    public var records: Int
    /// What is known.
    public var verdict: Verdict
    /// What proves it, or why it is not proved; in lower case without a full stop, without values
    /// of the export.
    public var reasons: [String]

    /// What is known of a type.
    public init(_ type: String, records: Int, _ verdict: Verdict, reasons: [String]) {
      self.type = type
      self.records = records
      self.verdict = verdict
      self.reasons = reasons
    }
  }
}
