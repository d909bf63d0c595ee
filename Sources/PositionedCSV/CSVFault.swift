/// Why bytes could not be read as CSV, and where.
///
/// Carries no text of the input, so it can be shown anywhere.
@frozen public struct CSVFault: Error, BitwiseCopyable, Sendable, Hashable {
  /// What is wrong.
  public var kind: Kind
  /// Where it is: bytes from the start of the span that was read.
  public var offset: Int

  /// A fault at `offset` bytes from the start of the span.
  @inlinable public init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// What can be wrong with CSV (RFC 4180, section 2), and the limits this reader sets.
  @frozen public enum Kind: UInt8, BitwiseCopyable, Sendable, Hashable, CaseIterable {
    /// The bytes ended inside a row: with more bytes it might become whole.
    case truncated
    /// A quote that no other closes (rule 5).
    case unclosedQuote
    /// A fault of quoting in a row of several lines: it is unknown where its rows begin.
    case quotingAcrossLines
    /// A quote inside a field that does not begin with one (rule 5).
    case quoteInField
    /// Something else than a comma or a line end after a closing quote (rule 7).
    case textAfterQuote
    /// The byte 0.
    case nul
    /// Bytes that are not UTF-8.
    case invalidUTF8
    /// A field of more than ``CSVCursor/fieldLimit`` bytes.
    case fieldTooLong
  }

  /// Whether the next rows can still be read, so that only this row is unreadable. Otherwise the file
  /// is broken from here on.
  public var isContent: Bool {
    switch kind {
    case .quoteInField, .textAfterQuote, .nul, .invalidUTF8, .fieldTooLong: true
    case .truncated, .unclosedQuote, .quotingAcrossLines: false
    }
  }

  /// What was found, for a message: lower case, no full stop.
  public var words: String {
    switch kind {
    case .truncated: "an end in the middle of a row"
    case .unclosedQuote: "a quote that is never closed"
    case .quotingAcrossLines: "a quote where none may stand, in a row of several lines"
    case .quoteInField: "a quote inside a field that is not quoted"
    case .textAfterQuote: "text between a closing quote and the next comma"
    case .nul: "a byte of value 0"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .fieldTooLong: "a field of more than 65535 bytes"
    }
  }
}
