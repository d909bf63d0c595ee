public import BloomzModel
public import Pipeline
public import Reachability
public import RosterTransform

/// What `extract` gives: a roster as it was read.
public struct ExtractedRoster: StageOutput {
  /// The run so far.
  public var record: RunRecord
}

/// What `select` gives: a roster whose scope is decided.
public struct SelectedRoster: StageOutput {
  /// The run so far.
  public var record: RunRecord
}

/// What `validate` gives, and only `validate` can make: a roster that may be imported.
public struct ValidatedRoster: StageOutput {
  /// The run so far.
  public var record: RunRecord
  /// How its contacts can be reached, as the rules had it.
  public let reach: ContactReach

  init(record: RunRecord, reach: ContactReach) {
    self.record = record
    self.reach = reach
  }
}

/// What `transform` gives: what Bloomz is to get.
public struct BloomzHandoff: StageOutput {
  /// The run so far.
  public var record: RunRecord
  /// The entities in Bloomz's terms.
  public var bloomz: BloomzRoster
  /// Which record each row came from.
  public var sources: SourceRows
}

/// What `load` gives: a bundle written aside, not yet sealed, so that `invite` may add to it.
public struct LoadedBundle: StageOutput {
  /// The run so far, the bundle with it.
  public var record: RunRecord
  /// The entities in Bloomz's terms.
  public var bloomz: BloomzRoster
  /// Which record each row came from.
  public var sources: SourceRows
}

/// What `invite` gives: the bundle with its list of invitations, and the mail written aside.
public struct BundleWithMail: StageOutput {
  /// The run so far, bundle and mail with it.
  public var record: RunRecord
}
