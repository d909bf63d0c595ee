/// What a JSON value is, told by its first character (RFC 8259, section 3).
@frozen public enum JSONKind: UInt8, Sendable, Hashable, CaseIterable {
  /// `{`
  case object
  /// `[`
  case array
  /// `"`
  case string
  /// `-` or a digit.
  case number
  /// `true`
  case `true`
  /// `false`
  case `false`
  /// `null`
  case null
}
