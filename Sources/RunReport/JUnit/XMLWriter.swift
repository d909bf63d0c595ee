internal import Findings

/// Writes XML 1.0 in which data cannot become markup: names are `StaticString`, data is escaped.
struct XMLWriter {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// An element around others.
  mutating func element(
    _ name: StaticString,
    _ attributes: [(StaticString, String)],
    _ body: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    text += ">\n"
    depth += 1
    body(&self)
    depth -= 1
    indent()
    text += "</\(name.description)>\n"
  }

  /// An element around lines of text.
  mutating func element(
    _ name: StaticString,
    _ attributes: [(StaticString, String)],
    _ lines: [String]
  ) {
    open(name, attributes)
    text += ">" + lines.map(XMLWriter.escaped).joined(separator: "\n")
    text += "</\(name.description)>\n"
  }

  /// An element without content.
  mutating func empty(_ name: StaticString, _ attributes: [(StaticString, String)]) {
    open(name, attributes)
    text += "/>\n"
  }

  private mutating func open(_ name: StaticString, _ attributes: [(StaticString, String)]) {
    indent()
    text += "<\(name.description)"
    for (key, value) in attributes {
      text += " \(key.description)=\"\(XMLWriter.escaped(value))\""
    }
  }

  private mutating func indent() {
    text += String(repeating: "  ", count: depth)
  }

  /// `data` as character data or as an attribute's value.
  ///
  /// Control characters, which XML 1.0 has no form for (section 2.2), are written out by
  /// `printable(_:)`; so are the two code points at the end of the plane that XML leaves out.
  static func escaped(_ data: String) -> String {
    var result = ""
    for scalar in printable(data).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
