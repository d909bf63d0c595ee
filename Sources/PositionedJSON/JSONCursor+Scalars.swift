public import Bytes

extension JSONCursor {
  /// Reads the string that comes next: UTF-8, escapes and surrogates checked, nothing copied.
  ///
  /// - Throws: ``JSONFault``: `syntax` if something else comes, `truncated`, `controlInString`,
  ///   `badEscape`, `loneSurrogate`, `invalidUTF8`, `stringTooLong`.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  public mutating func string() throws(JSONFault) -> JSONText {
    var place = position
    guard try scanner.significant(&place) == ASCII.quote else {
      throw JSONFault(.syntax, at: place)
    }
    let text = try scanner.text(at: place)
    position = text.end &+ 1
    return text
  }

  /// Reads the string that comes next by `parse`, if it has `length` raw bytes and no white space
  /// before it.
  ///
  /// - Parameters:
  ///   - length: how many bytes the string is thought to have.
  ///   - parse: gets those bytes unchecked, and must give nil unless they are such as need no check:
  ///     ASCII without control characters, quotes and backslashes.
  /// - Returns: what `parse` gave; nil if the string has to be read in another way, and the cursor
  ///   stays.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  public mutating func string<Value>(
    ofLength length: Int,
    by parse: (borrowing Span<UInt8>) -> Value?
  ) -> Value? {
    let start = position &+ 1
    let end = start &+ length
    guard end < scanner.bytes.count, scanner.bytes[position] == ASCII.quote,
      scanner.bytes[end] == ASCII.quote,
      let value = parse(scanner.bytes.extracting(start..<end))
    else { return nil }
    position = end &+ 1
    return value
  }

  /// Reads the number that comes next: the place of its literal, never its value, so that nothing
  /// is rounded and every digit survives.
  ///
  /// - Throws: ``JSONFault``: `syntax` if something else comes, `badNumber`, `numberTooBig`,
  ///   `truncated`.
  @_lifetime(self: copy self)
  public mutating func number() throws(JSONFault) -> JSONText {
    var place = position
    switch try scanner.significant(&place) {
    case 0x30...0x39, 0x2D: break
    default: throw JSONFault(.syntax, at: place)
    }
    let end = try scanner.numberEnd(from: place)
    position = end
    return JSONText(from: place, to: end, hasEscapes: false, hasNonASCII: false)
  }

  /// Reads `null`.
  ///
  /// - Throws: ``JSONFault``: `syntax` if something else comes, `truncated`.
  @_lifetime(self: copy self)
  public mutating func null() throws(JSONFault) {
    var place = position
    _ = try scanner.significant(&place)
    position = try scanner.literalEnd(from: place, "null")
  }
}
