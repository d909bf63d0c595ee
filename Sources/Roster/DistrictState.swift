/// A district's sync state (Clever's API definitions, district `state`).
public enum DistrictState: UInt8, Sendable, Hashable, CaseIterable, BitwiseCopyable {
  /// Missing, `""`, or a word that Clever's list does not have.
  case none
  /// `running`: the data are current.
  case running
  /// `success`: the data are current.
  case success
  /// `pending`: an error that the district can fix, or a first sync awaited.
  case pending
  /// `error`: one that Clever must fix.
  case error
  /// `paused`: frozen on last year's roster.
  case paused

  /// Clever's spelling.
  public var text: String {
    switch self {
    case .none: ""
    case .running: "running"
    case .success: "success"
    case .pending: "pending"
    case .error: "error"
    case .paused: "paused"
    }
  }
}
