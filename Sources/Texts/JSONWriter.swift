/// Writes JSON (RFC 8259) piece by piece, two spaces a level, members in the order they are given.
///
/// Escapes more than it must: besides quotes, backslashes and control characters also the marks
/// that hide or reorder text (as `printable(_:)` sees them) and `<`, `>`, `&`. The values read
/// back unchanged, while the file itself is safe to show on a terminal or to place in a page.
///
/// A long document is written member by member and drained now and then; a small one is put
/// together as a ``JSONValue`` and written at once.
public struct JSONWriter {
  // Seen by `repeating(_:_:_:)`, which is compiled anew for each type of value.
  @usableFromInline var bytes: [UInt8] = []
  private var depth = 0
  /// Whether the innermost object or array has no member yet.
  @usableFromInline var isEmpty = true

  /// A writer that has written nothing.
  public init() {}

  /// Hands on what was written since the last call; keeps memory small when a document is long.
  public mutating func drain(_ emit: (Span<UInt8>) -> Void) {
    emit(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Bytes waiting to be drained.
  public var byteCount: Int { bytes.count }

  /// A text as the member `key`.
  ///
  /// Keys, here and in the other members, are words of the program's own: they are not escaped.
  public mutating func member(_ key: String, _ value: String) { put(value, as: key) }

  /// A text as the member `key`; `null` if there is none.
  public mutating func member(_ key: String, _ value: String?) {
    if let value { put(value, as: key) } else { putNull(as: key) }
  }

  /// A number as the member `key`.
  public mutating func member(_ key: String, _ value: Int) { put(value, as: key) }

  /// A number as the member `key`; `null` if there is none.
  public mutating func member(_ key: String, _ value: Int?) {
    if let value { put(value, as: key) } else { putNull(as: key) }
  }

  /// `true` or `false` as the member `key`.
  public mutating func member(_ key: String, _ value: Bool) { put(value, as: key) }

  /// `null` as the member `key`.
  public mutating func null(_ key: String) { putNull(as: key) }

  /// A text as the member `key`, or as an element.
  public mutating func put(_ value: String, as key: String?) {
    begin(key)
    putQuoted(value)
  }

  /// A number as the member `key`, or as an element.
  public mutating func put(_ value: Int, as key: String?) {
    begin(key)
    put(String(value))
  }

  /// `true` or `false` as the member `key`, or as an element.
  public mutating func put(_ value: Bool, as key: String?) {
    begin(key)
    put(value ? "true" : "false")
  }

  /// `null` as the member `key`, or as an element.
  public mutating func putNull(as key: String?) {
    begin(key)
    put("null")
  }

  /// A text as the next element of the array.
  public mutating func element(_ value: String) { put(value, as: nil) }

  /// A value as the next element of the array, or as the document.
  public mutating func element(_ value: JSONValue) {
    begin(nil)
    putInside(value)
  }

  /// Writes what `body` writes of `value`; if `value` equals the last one, the same bytes again.
  ///
  /// For what many records in a row have in common. A `last` belongs to one place of them: the
  /// same depth, and either always or never the first member. Values that are equal are written
  /// as the same bytes, which a `String` does not promise: `"é"` equals `"e\u{301}"`.
  @inlinable
  public mutating func repeating<Value: Equatable>(
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

  /// The last value that `repeating(_:_:_:)` wrote at one place, and its bytes.
  public struct Repeated<Value: Equatable> {
    @usableFromInline var value: Value?
    @usableFromInline var bytes: [UInt8] = []

    /// Nothing was written yet.
    @inlinable public init() {}

    @usableFromInline init(value: Value, bytes: [UInt8]) {
      self.value = value
      self.bytes = bytes
    }
  }

  /// An object: a member when it has a key, else an element or the document.
  public mutating func object(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) {
    begin(key)
    enclose("{", "}", body)
  }

  /// An array, an element a line: a member when it has a key, else an element or the document.
  public mutating func array(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) {
    begin(key)
    enclose("[", "]", body)
  }

  private mutating func putInside(_ value: JSONValue) {
    switch value {
    case .text(let text): putQuoted(text)
    case .number(let number): put(String(number))
    case .truth(let truth): put(truth ? "true" : "false")
    case .null: put("null")
    case .list(let items) where items.allSatisfy(\.isScalar):
      put("[")
      for (index, item) in items.enumerated() {
        if index > 0 { put(", ") }
        putInside(item)
      }
      put("]")
    case .list(let items):
      enclose("[", "]") { json in
        for item in items { json.element(item) }
      }
    case .object(let members):
      enclose("{", "}") { json in
        for (key, value) in members {
          json.begin(nil)
          json.putQuoted(key)
          json.put(": ")
          json.putInside(value)
        }
      }
    }
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
    default: put(isHidden(scalar) ? JSONWriter.escape(scalar) : String(scalar))
    }
  }

  private mutating func put(_ text: String) { bytes += text.utf8 }

  /// Whether all bytes are printing ASCII characters that need no escape.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    // Every byte is looked at, without an early exit: the compiler then takes many at a time.
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

  /// `\u202e` for U+202E; two of them, a surrogate pair, for a scalar above U+FFFF.
  private static func escape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16
      .map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
      .joined()
  }

  private mutating func enclose(
    _ open: String,
    _ close: String,
    _ body: (inout JSONWriter) -> Void
  ) {
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

  /// Writes what goes before a value: the comma, the line end, the indentation, the key.
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
