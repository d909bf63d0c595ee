/// One person to invite, and the code that lets them in.
public struct Invitation: Sendable, Hashable {
  /// Teacher or parent.
  public var role: InvitedRole
  /// The person's row in the staff or contacts table.
  public var person: Int32
  /// `XXXX-XXXX-XXXX-XXXX`, Crockford's alphabet, with a check sign.
  public var code: String

  /// An invitation.
  public init(role: InvitedRole, person: Int32, code: String) {
    self.role = role
    self.person = person
    self.code = code
  }
}

/// The people who are invited: teachers in step one, parents in step two (Bloomz's Clever guide).
public enum InvitedRole: String, Sendable, Hashable, CaseIterable {
  /// A teacher of a class in the bundle.
  case teacher
  /// A contact in the bundle.
  case parent
}
