/// The ASCII characters that the formats of this program are made of, by name.
@frozen public enum ASCII {
  /// Tab, `0x09`.
  @inlinable public static var tab: UInt8 { 0x09 }
  /// Line feed, `0x0A`.
  @inlinable public static var lineFeed: UInt8 { 0x0A }
  /// Carriage return, `0x0D`.
  @inlinable public static var carriageReturn: UInt8 { 0x0D }
  /// Space, `0x20`.
  @inlinable public static var space: UInt8 { 0x20 }
  /// `"`
  @inlinable public static var quote: UInt8 { 0x22 }
  /// `,`
  @inlinable public static var comma: UInt8 { 0x2C }
  /// `:`
  @inlinable public static var colon: UInt8 { 0x3A }
  /// `[`
  @inlinable public static var openBracket: UInt8 { 0x5B }
  /// `\`
  @inlinable public static var backslash: UInt8 { 0x5C }
  /// `]`
  @inlinable public static var closeBracket: UInt8 { 0x5D }
  /// `{`
  @inlinable public static var openBrace: UInt8 { 0x7B }
  /// `}`
  @inlinable public static var closeBrace: UInt8 { 0x7D }
}
