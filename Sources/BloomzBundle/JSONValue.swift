internal import SafeFiles

/// A small JSON text: the bundle's description of itself. Names keep the order they are given in.
indirect enum JSONValue {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// A list of strings.
  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  /// Writes the value, a name or element a line, two spaces a level; lists of plain values stay
  /// on one line.
  func write(into output: inout OutputFile, indent: Int = 0) {
    switch self {
    case .string(let text): output.put(jsonString(text).span)
    case .integer(let number): output.put(decimal: number)
    case .boolean(true): output.put("true")
    case .boolean(false): output.put("false")
    case .array(let elements) where elements.allSatisfy(\.isPlain):
      output.put("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { output.put(", ") }
        element.write(into: &output)
      }
      output.put("]")
    case .array(let elements):
      output.put("[")
      for (index, element) in elements.enumerated() {
        startLine(index, indent + 1, into: &output)
        element.write(into: &output, indent: indent + 1)
      }
      endLine(indent, into: &output)
      output.put("]")
    case .object(let members):
      output.put("{")
      for (index, (name, value)) in members.enumerated() {
        startLine(index, indent + 1, into: &output)
        output.put(jsonString(name).span)
        output.put(": ")
        value.write(into: &output, indent: indent + 1)
      }
      endLine(indent, into: &output)
      output.put("}")
    }
  }

  private var isPlain: Bool {
    switch self {
    case .string, .integer, .boolean: true
    case .array, .object: false
    }
  }

  private func startLine(_ index: Int, _ indent: Int, into output: inout OutputFile) {
    if index > 0 { output.put(",") }
    endLine(indent, into: &output)
  }

  private func endLine(_ indent: Int, into output: inout OutputFile) {
    output.put("\n")
    for _ in 0..<indent { output.put("  ") }
  }
}
