/// A value that a header field cannot carry.
///
/// It is refused, not tidied: `Pat\r\nBcc: eve@evil.example` as a name would add a field.
public struct HeaderFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The field the value was for.
  public let field: String

  /// A value that does not fit `field`.
  public init(field: String) {
    self.field = field
  }

  /// What is wrong, without the value.
  public var description: String {
    "a value for the field '\(field)' has a control character, or is not what the field takes"
  }

  /// Throws if `text` has a control character.
  static func check(_ text: String, in field: String) throws(HeaderFault) {
    for byte in text.utf8 where byte < 0x20 || byte == 0x7F {
      throw HeaderFault(field: field)
    }
  }

  /// Throws unless `token` is visible ASCII that needs no escape inside quotes or angle brackets.
  static func check(token: String, in field: String) throws(HeaderFault) {
    var isFine = !token.isEmpty
    for byte in token.utf8
    where !(0x21..<0x7F).contains(byte) || [0x22, 0x3C, 0x3E, 0x5C].contains(byte) {
      isFine = false
    }
    guard isFine else { throw HeaderFault(field: field) }
  }
}
