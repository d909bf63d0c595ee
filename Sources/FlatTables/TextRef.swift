/// Text that stands in a ``TextArena``: where it begins, how long it is, and what its bytes hold.
///
/// Eight bytes a value; a column of a table is an array of these. The flags are noted once when
/// the text is copied in, so a writer need not look at the bytes again.
@frozen public struct TextRef: Sendable, Hashable {
  /// Bytes from the start of the arena.
  public var offset: UInt32
  /// The length in bytes of UTF-8.
  public var length: UInt16
  /// What the bytes hold.
  public var flags: TextFlags

  /// No text: Clever's missing, `null` and `""` alike.
  public static let empty = TextRef(offset: 0, length: 0, flags: [])

  @inlinable init(offset: UInt32, length: UInt16, flags: TextFlags) {
    self.offset = offset
    self.length = length
    self.flags = flags
  }

  /// Whether there is no text.
  @inlinable public var isEmpty: Bool { length == 0 }
}

/// What the bytes of a text hold, as far as a writer or a rule must know.
@frozen public struct TextFlags: OptionSet, Sendable, Hashable {
  /// One bit a property.
  public var rawValue: UInt16

  /// Flags from their bits.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A comma, quote, CR or LF: a CSV field must be quoted (RFC 4180, section 2).
  public static let needsCSVQuotes = TextFlags(rawValue: 1 << 0)
  /// A quote, backslash or control character: a JSON string must escape (RFC 8259, section 7).
  public static let needsJSONEscapes = TextFlags(rawValue: 1 << 1)
  /// A byte of 0x80 or above.
  public static let hasNonASCII = TextFlags(rawValue: 1 << 2)
  /// A control character: C0 or DEL.
  public static let hasControl = TextFlags(rawValue: 1 << 3)
  /// Begins with `=`, TAB or CR: a spreadsheet would run it.
  public static let startsFormula = TextFlags(rawValue: 1 << 4)
  /// Begins with `+`, `-` or `@`: a spreadsheet may run it.
  public static let startsLikeFormula = TextFlags(rawValue: 1 << 5)
  /// Begins or ends with a space.
  public static let hasOuterSpace = TextFlags(rawValue: 1 << 6)
}
