internal import Bytes

/// How a CSV text is written where programs differ from RFC 4180.
@frozen public struct CSVDialect: BitwiseCopyable, Sendable, Hashable {
  /// The byte between fields: a comma, a semicolon, a tab or a vertical bar.
  public var separator: UInt8
  /// Whether a quote inside of quotes may have a backslash in front of it (`"Ada \"Addie\""`), and
  /// blanks may be outside of quotes (`1, "Ada" ,2`). Neither is allowed in RFC 4180.
  public var hasLooseQuotes: Bool

  /// RFC 4180: a comma between fields, quotes in quotes doubled.
  public static var standard: CSVDialect { CSVDialect(separator: ASCII.comma) }

  /// A dialect with `separator` between fields.
  public init(separator: UInt8, hasLooseQuotes: Bool = false) {
    self.separator = separator
    self.hasLooseQuotes = hasLooseQuotes
  }
}
