/// What a contact is to a student, by Clever's list (v2.0 and later; v1 is free text).
///
/// Source: Clever's API definitions, contact `type`.
public enum ContactType: UInt8, Sendable, Hashable, CaseIterable, BitwiseCopyable {
  /// Missing, `null` or `""`.
  case none
  /// `Parent/Guardian`.
  case parentGuardian
  /// `Emergency`.
  case emergency
  /// `Primary`.
  case primary
  /// `Secondary`.
  case secondary
  /// `Family`.
  case family
  /// `Other`.
  case other
  /// A word that Clever's list does not have.
  case unknown

  /// Clever's spelling; empty where there is none.
  public var text: String {
    switch self {
    case .none, .unknown: ""
    case .parentGuardian: "Parent/Guardian"
    case .emergency: "Emergency"
    case .primary: "Primary"
    case .secondary: "Secondary"
    case .family: "Family"
    case .other: "Other"
    }
  }
}

/// Which telephone a number rings (Clever's API definitions, contact `phone_type`).
public enum PhoneType: UInt8, Sendable, Hashable, CaseIterable, BitwiseCopyable {
  /// Missing, `null` or `""`.
  case none
  /// `Cell`.
  case cell
  /// `Home`.
  case home
  /// `Work`.
  case work
  /// `Other`, or a word that Clever's list does not have.
  case other
}

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
