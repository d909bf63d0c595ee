/// An address that `href` may have: https, or mailto.
public struct TemplateLink: Sendable, Hashable, CustomStringConvertible {
  /// The address as it was given.
  public let description: String

  /// The address, or nil when it is neither https with a host nor mailto with something after
  /// it, or has a blank, a control character, a quote, an angle bracket or a letter beyond ASCII
  /// (RFC 3986, section 2, has none of these).
  public init?(_ text: String) {
    let isHTTPS = text.hasPrefix("https://") && text.utf8.count > 8
    let isMail = text.hasPrefix("mailto:") && text.utf8.count > 7
    guard isHTTPS || isMail else { return nil }
    for byte in text.utf8 {
      guard (0x21..<0x7F).contains(byte), byte != 0x22, byte != 0x27, byte != 0x3C, byte != 0x3E,
        byte != 0x5C
      else { return nil }
    }
    let host = text.utf8.dropFirst(8).first
    if isHTTPS, host == UInt8(ascii: "/") || host == UInt8(ascii: "?") { return nil }
    description = text
  }
}
