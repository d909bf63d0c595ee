/// What ``MailAddress/check(_:)`` makes of the bytes of an address.
@frozen public enum AddressVerdict: UInt8, Sendable, Hashable, CaseIterable {
  /// An address that any mail server takes.
  case ok
  /// No bytes, or only blanks.
  case empty
  /// There is no `@`. Clever does not tidy addresses: this happens.
  case noAt
  /// The part before the `@` is not a dot-atom of at most 64 bytes (RFC 5322, section 3.2.3;
  /// RFC 5321, section 4.5.3.1.1). Quoted forms (`"a b"@…`) are legal there and refused here:
  /// many servers do not take them.
  case badLocal
  /// The part after the `@` is not a host name with a dot (RFC 5321, section 2.3.5).
  case badDomain
  /// A byte of 0x80 or above. Such an address needs SMTPUTF8 (RFC 6531) or its domain as
  /// punycode, and cannot be sent as it is.
  case nonASCII
  /// Over 254 bytes: a path of 256 with its angle brackets (RFC 5321, section 4.5.3.1.3).
  case tooLong
  /// In `.invalid`, `.test` or `.localhost`, which reach no one (RFC 2606, section 2;
  /// RFC 6761, section 6).
  case reservedForTests
  /// In `.example` or below `example.com`, `example.net` or `example.org`, which stand for an
  /// address in documents and samples and reach no one (RFC 2606, sections 2 and 3).
  case reservedForExamples
  /// Two addresses or more, with a comma, a semicolon, a slash or a blank between them. Which one
  /// is meant is for people to say.
  case several

  /// Whether the address has the form that mail needs. A reserved domain has it, too.
  @inlinable public var isWellFormed: Bool {
    switch self {
    case .ok, .reservedForTests, .reservedForExamples: true
    default: false
    }
  }

  /// What is wrong, to follow "the address …"; no value of a person in it.
  public var words: String {
    switch self {
    case .ok: "can be sent to"
    case .empty: "is missing"
    case .noAt: "has no '@'"
    case .several: "is more than one address, and which one is meant is not known"
    case .badLocal: "has something before the '@' that mail servers do not take"
    case .badDomain: "has no host name with a dot after the '@'"
    case .nonASCII: "has letters beyond ASCII, which most mail servers do not take"
    case .tooLong: "is longer than 254 bytes"
    case .reservedForTests: "is in a domain reserved for tests, which reaches nobody"
    case .reservedForExamples: "is in a domain reserved for examples, which reaches nobody"
    }
  }
}
