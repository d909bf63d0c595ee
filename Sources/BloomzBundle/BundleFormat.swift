/// A form in which a bundle carries its records.
public enum BundleFormat: String, Sendable, Hashable, CaseIterable {
  /// One CSV file a table of the profile, below `data/csv`: what Bloomz's importer takes.
  case csv
  /// One line of JSON a record, below `data/json`: the same facts, with members inside their class,
  /// and the class options, which no CSV column holds.
  case json
}
