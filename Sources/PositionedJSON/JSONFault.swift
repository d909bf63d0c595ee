/// Why bytes could not be read as JSON, and where.
///
/// Carries no text of the input, so it can be shown anywhere.
@frozen public struct JSONFault: Error, Sendable, Hashable {
  /// What is wrong.
  public var kind: Kind
  /// Where it is: bytes from the start of the span that was read. For ``Kind/truncated`` the end
  /// of the span; for ``Kind/duplicateKey`` the opening quote of the key that came second.
  public var offset: Int

  /// A fault at `offset` bytes from the start of the span.
  @inlinable public init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// What can be wrong with JSON text (RFC 8259), and the limits this reader sets.
  @frozen public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// The bytes ended inside a value: with more bytes it might become whole.
    case truncated
    /// A character that the grammar does not allow here (section 2).
    case syntax
    /// A number that does not follow section 6: a leading zero, no digit where one must be.
    case badNumber
    /// A number beyond 64-bit integers, or beyond doubles if it has a fraction or an exponent: none
    /// that the next program could hold (a limit that section 6 leaves to the reader).
    case numberTooBig
    /// A backslash that no escape of section 7 follows.
    case badEscape
    /// A control character that is in a string as it is (section 7).
    case controlInString
    /// More than ``JSONCursor/depthLimit`` objects and arrays inside one another.
    case depth
    /// Bytes in a string that are not UTF-8 (section 8.1).
    case invalidUTF8
    /// A `\u` escape that is half of a surrogate pair (section 8.2).
    case loneSurrogate
    /// A key that its object already has, escapes resolved (section 4).
    case duplicateKey
    /// A string of more than ``JSONCursor/stringLimit`` bytes.
    case stringTooLong
    /// Something other than white space after the value that should be the only one.
    case trailing
  }

  /// Whether the structure around is still good: ``JSONCursor/frameValue()`` can pass over the
  /// record, and only the record is unreadable. Otherwise the file is broken from here on.
  public var isContent: Bool {
    switch kind {
    case .duplicateKey, .invalidUTF8, .loneSurrogate, .stringTooLong, .numberTooBig, .depth: true
    case .truncated, .syntax, .badNumber, .badEscape, .controlInString, .trailing: false
    }
  }

  /// What was found, for a message: lower case, no full stop.
  public var words: String {
    switch kind {
    case .truncated: "an end in the middle of a value"
    case .syntax: "a character that JSON does not allow here"
    case .badNumber: "a number that is not written as JSON demands"
    case .numberTooBig: "a number too big for a 64-bit integer or a double"
    case .badEscape: "a backslash that begins no JSON escape"
    case .controlInString: "a bare control character in a string"
    case .depth: "more than 64 objects and arrays inside one another"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .loneSurrogate: "half of a surrogate pair"
    case .duplicateKey: "a key comes twice in one object"
    case .stringTooLong: "a string of more than 64 KiB"
    case .trailing: "more text after the end of the value"
    }
  }
}
