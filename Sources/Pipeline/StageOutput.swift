/// What a stage gives to the next one.
///
/// The record travels along whatever else a stage gives, so a run can be reported wherever it
/// ends. A registry takes only stages whose outputs have the same kind of record.
public protocol StageOutput<Record>: Sendable {
  /// What is known of a run.
  associatedtype Record: Sendable

  /// What the run knows so far.
  var record: Record { get set }
}
