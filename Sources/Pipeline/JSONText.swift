/// A JSON value that is written as it was put together: members keep their order.
indirect enum JSONText: ExpressibleByStringLiteral {
  case text(String)
  case number(Int)
  case truth(Bool)
  case list([JSONText])
  case object([(String, JSONText)])

  init(stringLiteral value: String) { self = .text(value) }

  /// RFC 8259 text, two spaces a level, empty objects and lists and lists of texts on one line.
  func written(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return JSONText.quoted(text)
    case .number(let number): return String(number)
    case .truth(let truth): return truth ? "true" : "false"
    case .list(let items):
      let isFlat = items.allSatisfy { if case .text = $0 { true } else { false } }
      let texts = items.map { $0.written(indent: inner) }
      return isFlat
        ? "[\(texts.joined(separator: ", "))]"
        : "[\n\(texts.map { inner + $0 }.joined(separator: ",\n"))\n\(indent)]"
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let lines = members.map { "\(inner)\(JSONText.quoted($0.0)): \($0.1.written(indent: inner))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\u{0}"..<" ":
        let code = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
