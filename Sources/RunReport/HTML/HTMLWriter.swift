internal import Findings

/// Writes HTML in which data cannot become markup.
///
/// Tags and attribute names are `StaticString`, which only source code can hold; data is `String`
/// and is always escaped, in text and in attributes alike. Every element is closed by the call
/// that opened it.
struct HTMLWriter {
  private(set) var text = ""

  typealias Attributes = KeyValuePairs<StaticString, String>

  /// Markup out of the source code, as it is.
  mutating func markup(_ markup: StaticString) {
    text += markup.description
  }

  /// Text that is data: escaped, control characters and hidden marks written out.
  mutating func say(_ data: String) {
    text += HTMLWriter.escaped(data)
  }

  /// An element around what `body` writes.
  mutating func element(
    _ tag: StaticString,
    _ attributes: Attributes = [:],
    _ body: (inout HTMLWriter) -> Void
  ) {
    open(tag, attributes)
    body(&self)
    text += "</\(tag.description)>"
    if HTMLWriter.endsLine(tag) { text += "\n" }
  }

  /// An element around text.
  mutating func element(_ tag: StaticString, _ attributes: Attributes, _ data: String) {
    element(tag, attributes) { $0.say(data) }
  }

  /// An element without attributes around text.
  mutating func element(_ tag: StaticString, _ data: String) {
    element(tag, [:], data)
  }

  /// An element that has no content and no end tag.
  mutating func void(_ tag: StaticString, _ attributes: Attributes) {
    open(tag, attributes)
    if HTMLWriter.endsLine(tag) { text += "\n" }
  }

  /// The style sheet, whose text is ours and must reach the browser byte for byte.
  mutating func style(_ sheet: String) {
    text += "<style>\(sheet)</style>\n"
  }

  /// The script, whose text is ours and must reach the browser byte for byte.
  mutating func script(_ source: String) {
    text += "<script>\(source)</script>\n"
  }

  private mutating func open(_ tag: StaticString, _ attributes: Attributes) {
    text += "<\(tag.description)"
    for (name, value) in attributes {
      text += " \(name.description)=\"\(HTMLWriter.escaped(value))\""
    }
    text += ">"
  }

  /// `data` so that no reader of HTML can take any of it for markup.
  ///
  /// Scalar by scalar: `<` with a combining mark on it is one character, yet a tag's beginning.
  static func escaped(_ data: String) -> String {
    var result = ""
    for scalar in printable(data).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a line ends after the tag; keeps the file readable without adding blanks to text.
  private static func endsLine(_ tag: StaticString) -> Bool {
    switch tag.description {
    case "a", "b", "span", "code", "strong", "svg", "use", "rect", "title", "path", "symbol",
      "input":
      false
    default: true
    }
  }
}
