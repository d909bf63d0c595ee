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
  /// A word of a district's for a person who is no parent: to pick a child up, a doctor.
  case notParent
  /// A word that Clever's list does not have.
  case unknown

  /// Whether the person is one to call or to send a child home with, and no parent.
  public var isNoParent: Bool {
    switch self {
    case .emergency, .secondary, .notParent: true
    default: false
    }
  }

  /// Clever's spelling; empty where there is none.
  public var text: String {
    switch self {
    case .none, .notParent, .unknown: ""
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
