/// A text in a ``TextArena``: where it begins, how long it is, and what kinds of bytes it has.
///
/// Eight bytes a value; a column of a table is an array of these. The flags are found once, when
/// the text is copied in, so a writer need not look at the bytes again.
@frozen public struct TextRef: Sendable, Hashable, BitwiseCopyable {
  /// Bytes from the start of the arena.
  public var offset: UInt32
  /// The length in bytes of UTF-8.
  public var length: UInt16
  /// What kinds of bytes it has.
  public var flags: TextFlags

  /// No text. A field that is missing, `null` or `""` in Clever's export is this.
  @inlinable public static var empty: TextRef { TextRef(offset: 0, length: 0, flags: []) }

  @inlinable init(offset: UInt32, length: UInt16, flags: TextFlags) {
    self.offset = offset
    self.length = length
    self.flags = flags
  }

  /// Whether there is no text.
  @inlinable public var isEmpty: Bool { length == 0 }
}

/// The kinds of bytes in a text that a writer or a rule must know of.
@frozen public struct TextFlags: OptionSet, Sendable, Hashable, BitwiseCopyable {
  /// One bit a property.
  public var rawValue: UInt16

  /// Flags from their bits.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A comma, quote, CR or LF: a CSV field must be quoted (RFC 4180, section 2).
  @inlinable public static var needsCSVQuotes: TextFlags { TextFlags(rawValue: 1 << 0) }
  /// A quote, backslash or control character: a JSON string must escape (RFC 8259, section 7).
  @inlinable public static var needsJSONEscapes: TextFlags { TextFlags(rawValue: 1 << 1) }
  /// A byte of 0x80 or above.
  @inlinable public static var hasNonASCII: TextFlags { TextFlags(rawValue: 1 << 2) }
  /// A control character: C0 or DEL.
  @inlinable public static var hasControl: TextFlags { TextFlags(rawValue: 1 << 3) }
  /// Begins with `=`, TAB or CR: a spreadsheet would run it.
  @inlinable public static var startsFormula: TextFlags { TextFlags(rawValue: 1 << 4) }
  /// Begins with `+`, `-` or `@`: a spreadsheet may run it.
  @inlinable public static var startsLikeFormula: TextFlags { TextFlags(rawValue: 1 << 5) }
  /// Begins or ends with a space.
  @inlinable public static var hasOuterSpace: TextFlags { TextFlags(rawValue: 1 << 6) }
}
