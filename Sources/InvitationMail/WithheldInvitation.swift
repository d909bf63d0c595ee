public import BloomzModel
public import MailMessage

/// A person who is not in the bundle, so gets no mail: `withheld.csv` tells all that get none.
public struct LeftOutPerson: Sendable, Hashable {
  /// The person's Clever id.
  public var id: String
  /// What left them out: a rule's id.
  public var reason: String
  /// What is wrong, in lower case without a full stop.
  public var words: String
  /// What a person can do about it, in the same form.
  public var help: String

  /// A person and why they were left out.
  public init(id: String, reason: String, words: String, help: String) {
    self.id = id
    self.reason = reason
    self.words = words
    self.help = help
  }
}

/// A person who gets no mail, and why. They stay in the bundle.
public struct WithheldInvitation: Sendable, Hashable {
  /// Teacher or parent.
  public var role: InvitedRole
  /// The person's row in the roster's staff or contacts.
  public var person: Int32
  /// Why.
  public var reason: Reason

  /// Why a person gets no mail.
  public enum Reason: Sendable, Hashable {
    /// The address is missing or can not be sent to.
    case address(AddressVerdict)
    /// A value that would go into the mail has a control character: a line break in a name is how
    /// header fields are smuggled in.
    case controlCharacter(in: String)
    /// A value has marks that can not be seen or that turn the direction of text.
    case hiddenCharacter(in: String)
    /// The list of codes that Bloomz gave has none for this person.
    case noCode
    /// The mail could not be made, or could not be sent as it is, for this reason.
    case notCorrect(String)

    /// A stable word for files and reports.
    public var code: String {
      switch self {
      case .address(.empty): "no-address"
      case .address(.reservedForTests): "address-reserved"
      case .address: "address-cannot-be-sent"
      case .controlCharacter: "control-character"
      case .hiddenCharacter: "hidden-character"
      case .noCode: "no-code"
      case .notCorrect: "mail-not-correct"
      }
    }

    /// What is wrong, in lower case without a full stop, and without a value of the person.
    public var words: String {
      switch self {
      case .address(let verdict): "the address \(verdict.words)"
      case .controlCharacter(let field): "the \(field) has a control character"
      case .hiddenCharacter(let field):
        "the \(field) has a character that can not be seen or turns the text's direction"
      case .noCode: "the list of codes has none for this person"
      case .notCorrect(let fault): "the finished mail is not correct: \(fault)"
      }
    }

    /// What a person can do about it.
    public var help: String {
      switch self {
      case .address: "put an address in the school's records, or hand the invitation over on paper"
      case .controlCharacter(let field), .hiddenCharacter(let field):
        "type the \(field) again in the school's records"
      case .noCode: "ask Bloomz for this person's code"
      case .notCorrect: "please report it: the program made a wrong mail and kept it back"
      }
    }
  }
}
