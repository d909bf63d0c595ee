/// A piece of a text that may use parameters: `${name}`; `$$` is one `$`.
enum ParameterPiece: Equatable {
  /// Text as it is to be.
  case text(String)
  /// The name between `${` and `}`.
  case name(String)
  /// `${` without `}`; the rest of the text is dropped.
  case unclosed

  /// The pieces of `text` in order. What is filled in later is never looked through again.
  static func pieces(of text: String) -> [ParameterPiece] {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return [.text(text)] }
    var pieces: [ParameterPiece] = []
    var plain = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "$" else {
        plain.append(scalar)
        continue
      }
      switch rest.first {
      case "$":
        rest.removeFirst()
        plain.append("$")
      case "{":
        pieces.append(.text(String(plain)))
        plain = String.UnicodeScalarView()
        guard let end = rest.firstIndex(of: "}") else { return pieces + [.unclosed] }
        pieces.append(.name(String(rest[..<end].dropFirst())))
        rest = rest[end...].dropFirst()
      default:
        plain.append("$")
      }
    }
    return pieces + [.text(String(plain))]
  }
}
