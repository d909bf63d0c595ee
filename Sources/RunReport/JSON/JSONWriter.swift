internal import Findings

/// Writes JSON (RFC 8259) piece by piece, two spaces a level, members in the order they are given.
///
/// Escapes more than it must: besides quotes, backslashes and control characters also the marks
/// that hide or reorder text (as `printable(_:)` sees them) and `<`, `>`, `&`. The values read
/// back unchanged, while the file itself is safe to show on a terminal or to place in a page.
struct JSONWriter {
  private var bytes: [UInt8] = []
  private var depth = 0
  /// Whether the innermost object or array has no member yet.
  private var isEmpty = true

  /// What `write` puts out in pieces, as one text.
  static func text(_ write: ((Span<UInt8>) -> Void) -> Void) -> String {
    var bytes: [UInt8] = []
    write { piece in
      for index in piece.indices { bytes.append(piece[index]) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Hands on what was written since the last call; keeps memory small when a report is long.
  mutating func drain(_ emit: (Span<UInt8>) -> Void) {
    emit(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Bytes waiting to be drained.
  var byteCount: Int { bytes.count }

  mutating func member(_ key: String, _ value: String) {
    begin(key)
    putQuoted(value)
  }

  mutating func member(_ key: String, _ value: Int) {
    begin(key)
    put(String(value))
  }

  mutating func member(_ key: String, _ value: Bool) {
    begin(key)
    put(value ? "true" : "false")
  }

  mutating func null(_ key: String) {
    begin(key)
    put("null")
  }

  mutating func element(_ value: String) {
    begin(nil)
    putQuoted(value)
  }

  /// Writes what `body` writes of `value`; where that is what it was last time, the same bytes again.
  ///
  /// For what many records in a row have in common. A `last` belongs to one place of them: the same
  /// depth, and behind a member or not. Values that are equal are written as the same bytes, which
  /// a `String` does not promise (``ExactText``).
  mutating func repeating<Value: Equatable>(
    _ last: inout Repeated<Value>,
    _ value: Value,
    _ body: (inout JSONWriter) -> Void
  ) {
    if last.value == value {
      bytes += last.bytes
      isEmpty = false
    } else {
      let start = bytes.count
      body(&self)
      last = Repeated(value: value, bytes: Array(bytes[start...]))
    }
  }

  /// What was written last of a value that comes again and again.
  struct Repeated<Value: Equatable> {
    fileprivate var value: Value?
    fileprivate var bytes: [UInt8] = []

    /// Nothing was.
    init() {}

    fileprivate init(value: Value, bytes: [UInt8]) {
      self.value = value
      self.bytes = bytes
    }
  }

  /// An object: a member when it has a key, else an element or the document.
  mutating func object(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) {
    nested(key, "{", "}", body)
  }

  /// An array as the member `key`.
  mutating func array(_ key: String, _ body: (inout JSONWriter) -> Void) {
    nested(key, "[", "]", body)
  }

  /// Writes `value` as a JSON string.
  private mutating func putQuoted(_ value: String) {
    put(byte: UInt8(ascii: "\""))
    // Nearly every text is plain; it is copied whole.
    if JSONWriter.isPlain(value.utf8.span) {
      put(value)
    } else {
      for scalar in value.unicodeScalars { putEscaped(scalar) }
    }
    put(byte: UInt8(ascii: "\""))
  }

  private mutating func put(byte: UInt8) { bytes.append(byte) }

  private mutating func putEscaped(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": put("\\\"")
    case "\\": put("\\\\")
    case "\n": put("\\n")
    case "<", ">", "&": put(JSONWriter.escape(scalar))
    case " "..."~": put(String(scalar))
    default:
      let text = String(scalar)
      put(printable(text).hasPrefix("\\") ? JSONWriter.escape(scalar) : text)
    }
  }

  private mutating func put(_ text: String) { bytes += text.utf8 }

  /// Whether all bytes are printing ASCII characters that need no escape.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    // Looked at all, without an early end: so the compiler makes it many bytes at a time.
    var isOdd: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      isOdd |= byte &- 0x20 > 0x5E ? 1 : 0
      isOdd |= byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? 1 : 0
      isOdd |= byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") ? 1 : 0
      isOdd |= byte == UInt8(ascii: "&") ? 1 : 0
    }
    return isOdd == 0
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
    put(open)
    depth += 1
    isEmpty = true
    body(&self)
    depth -= 1
    if !isEmpty { newLine() }
    put(close)
    isEmpty = false
    if depth == 0 { put("\n") }
  }

  /// Keys are words of the program's own and need no escape.
  private mutating func begin(_ key: String?) {
    let isNested = depth > 0
    let needsComma = isNested && !isEmpty
    let indent = 2 * depth
    isEmpty = false
    bytes.append(addingCapacity: 2 + indent + 4 + (key?.utf8.count ?? 0)) { output in
      if needsComma { output.append(UInt8(ascii: ",")) }
      if isNested {
        output.append(UInt8(ascii: "\n"))
        output.append(repeating: UInt8(ascii: " "), count: indent)
      }
      guard let key else { return }
      let word = key.utf8.span
      output.append(UInt8(ascii: "\""))
      for index in word.indices { output.append(word[index]) }
      output.append(UInt8(ascii: "\""))
      output.append(UInt8(ascii: ":"))
      output.append(UInt8(ascii: " "))
    }
  }

  private mutating func newLine() {
    let indent = 2 * depth
    bytes.append(addingCapacity: 1 + indent) { output in
      output.append(UInt8(ascii: "\n"))
      output.append(repeating: UInt8(ascii: " "), count: indent)
    }
  }
}
