internal import Findings

/// Writes JSON (RFC 8259) piece by piece, two spaces a level, members in the order they are given.
///
/// Escapes more than it must: besides quotes, backslashes and control characters also the marks
/// that hide or reorder text (as `printable(_:)` sees them) and `<`, `>`, `&`. The values read
/// back unchanged, while the file itself is safe to show on a terminal or to place in a page.
struct JSONWriter {
  private var text = ""
  private var depth = 0
  /// Whether the innermost object or array has no member yet.
  private var isEmpty = true

  /// What was written since the last call; keeps memory small when a report is long.
  mutating func drain() -> String {
    defer { text = "" }
    return text
  }

  /// Bytes waiting to be drained.
  var byteCount: Int { text.utf8.count }

  mutating func member(_ key: String, _ value: String) {
    begin(key)
    text += JSONWriter.quoted(value)
  }

  mutating func member(_ key: String, _ value: Int) {
    begin(key)
    text += String(value)
  }

  mutating func member(_ key: String, _ value: Bool) {
    begin(key)
    text += value ? "true" : "false"
  }

  mutating func null(_ key: String) {
    begin(key)
    text += "null"
  }

  mutating func element(_ value: String) {
    begin(nil)
    text += JSONWriter.quoted(value)
  }

  /// An object: a member when it has a key, else an element or the document.
  mutating func object(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) {
    nested(key, "{", "}", body)
  }

  /// An array as the member `key`.
  mutating func array(_ key: String, _ body: (inout JSONWriter) -> Void) {
    nested(key, "[", "]", body)
  }

  /// `value` as a JSON string.
  static func quoted(_ value: String) -> String {
    // Nearly every text is plain; it is copied whole.
    if value.utf8.allSatisfy(isPlain) { return "\"\(value)\"" }
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "<", ">", "&": result += escape(scalar)
      case " "..."~": result.unicodeScalars.append(scalar)
      default:
        if printable(String(scalar)).hasPrefix("\\") {
          result += escape(scalar)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// Whether a byte is a printing ASCII character that needs no escape.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"):
      false
    case 0x20...0x7E: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    UTF16.encode(scalar).map { units in
      units.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    } ?? ""
  }

  private mutating func nested(
    _ key: String?,
    _ open: String,
    _ close: String,
    _ body: (inout JSONWriter) -> Void
  ) {
    begin(key)
    text += open
    depth += 1
    isEmpty = true
    body(&self)
    depth -= 1
    if !isEmpty { newLine() }
    text += close
    isEmpty = false
    if depth == 0 { text += "\n" }
  }

  private mutating func begin(_ key: String?) {
    if depth > 0 {
      if !isEmpty { text += "," }
      newLine()
    }
    isEmpty = false
    if let key { text += JSONWriter.quoted(key) + ": " }
  }

  private mutating func newLine() {
    text += "\n" + String(repeating: "  ", count: depth)
  }
}
