/// How far a run is. Progress is for eyes: nothing may depend on it.
public enum ProgressEvent: Sendable, Hashable {
  /// The stage with this number (from 1) of `count` begins.
  case began(stage: String, number: Int, count: Int)
  /// The stage did `done` of `total` things, `students` for instance; nil if the total is not known.
  case counted(stage: String, things: String, done: Int, total: Int?)
  /// The stage ended, with so many findings; also when it refused.
  case ended(stage: String, number: Int, count: Int, findings: Int)
}
