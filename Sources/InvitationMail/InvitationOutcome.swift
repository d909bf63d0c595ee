public import BloomzModel
public import Texts

/// The people who were invited, with their codes, and the people who were not.
public struct InvitationOutcome: Sendable {
  /// Teacher or parent.
  public let role: InvitedRole
  /// Where the codes come from.
  public let origin: CodeOrigin
  /// The last day of the codes.
  public let lastDate: CalendarDay
  /// The people with a mail, by their rows.
  public internal(set) var invited: [Invited] = []
  /// The people without one, by their rows. Together with ``invited`` these are all teachers, or
  /// all contacts, of the roster.
  public internal(set) var withheld: [WithheldInvitation] = []

  /// One person with a mail.
  public struct Invited: Sendable, Hashable {
    /// The row in the roster's staff or contacts.
    public var person: Int32
    /// The row of the person's first school.
    public var school: Int32
    /// The code.
    public var code: IssuedCode
  }

  /// The invitations in the model's form.
  public var invitations: [Invitation] {
    invited.map { Invitation(role: role, person: $0.person, code: $0.code.description) }
  }
}

/// A code as it is written in a mail.
public enum IssuedCode: Sendable, Hashable, CustomStringConvertible {
  /// Made with our key.
  case made(InvitationCode)
  /// Given by Bloomz, in whatever form.
  case given(String)

  /// The code as it is written.
  public var description: String {
    switch self {
    case .made(let code): code.description
    case .given(let code): code
    }
  }
}

/// Who made the codes. No source says that Bloomz's importer accepts codes made elsewhere
/// (`BloomzImport.md`, section 1), so the files and the mails say it.
public enum CodeOrigin: String, Sendable, Hashable, CaseIterable {
  /// We did; the importer has to be told.
  case madeHere = "made-here"
  /// Bloomz did.
  case fromBloomz = "from-bloomz"
}

/// Where the codes of a run come from.
public enum CodeSource: Sendable {
  /// Made with the key.
  case made(InvitationCodes)
  /// A list that Bloomz gave: the code for each person's key in the roster. Codes are printable
  /// ASCII.
  case given([String: String])

  var origin: CodeOrigin {
    switch self {
    case .made: .madeHere
    case .given: .fromBloomz
    }
  }
}
