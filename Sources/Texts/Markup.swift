/// Escapes for HTML and XML.
public enum Markup {
  /// What `byte` is written as in markup, `&lt;` for `<`; nil for a byte that is written as it is.
  @inlinable
  public static func entity(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  /// `data` as text or as an attribute's value, so that nothing in it can become markup.
  ///
  /// Scalar by scalar: `<` with a combining mark on it is one `Character`, and still the beginning
  /// of a tag. Control characters and hidden marks are written out as ``printable(_:)`` does it; so
  /// are U+FFFE and U+FFFF, which XML 1.0 has no form for (section 2.2).
  public static func escaped(_ data: String) -> String {
    var result = ""
    for scalar in printable(data).unicodeScalars {
      switch scalar {
      case "\u{FFFE}", "\u{FFFF}": result += "\\u{\(String(scalar.value, radix: 16))}"
      case _ where scalar.isASCII:
        if let entity = entity(for: UInt8(scalar.value)) {
          result += entity.description
        } else {
          result.unicodeScalars.append(scalar)
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
