public import BloomzBundle
public import BloomzModel
public import Reachability
public import RosterTransform
public import SafeFiles

/// What `extract` gives: a roster as it was read.
public struct ExtractedRoster: Sendable {
  /// The run so far.
  public var record: RunRecord
}

/// What `select` gives: a roster whose scope is decided.
public struct SelectedRoster: Sendable {
  /// The run so far.
  public var record: RunRecord
}

/// What `validate` gives, and only `validate` can make: a roster that may be imported.
public struct ValidatedRoster: Sendable {
  /// The run so far.
  public internal(set) var record: RunRecord
  /// How its contacts can be reached, as the rules had it.
  public internal(set) var reach: ContactReach

  init(record: RunRecord, reach: ContactReach) {
    self.record = record
    self.reach = reach
  }
}

/// What `transform` gives: what Bloomz is to get.
public struct BloomzHandoff: Sendable {
  /// The run so far.
  public var record: RunRecord
  /// The entities in Bloomz's terms.
  public var bloomz: BloomzRoster
  /// Which record each row came from.
  public var sources: SourceRows
}

/// What `load` gives: a bundle written aside, not yet sealed, so that `invite` may add to it.
public struct LoadedBundle: Sendable {
  /// The run so far.
  public var record: RunRecord
  /// The entities in Bloomz's terms.
  public var bloomz: BloomzRoster
  /// Which record each row came from.
  public var sources: SourceRows
  /// The bundle.
  public var bundle: BundleWriter
}

/// What `invite` gives: the bundle with its list of invitations, and the mail written aside.
public struct BundleWithMail: Sendable {
  /// The run so far.
  public var record: RunRecord
  /// The bundle.
  public var bundle: BundleWriter
  /// The mail.
  public var mail: OutputFolder
}
