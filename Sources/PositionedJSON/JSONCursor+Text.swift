extension JSONCursor {
  /// The raw bytes of `text`, in place: the text itself if it has no escapes.
  @inlinable @inline(__always) @_lifetime(copy self)
  public func span(of text: JSONText) -> Span<UInt8> {
    scanner.bytes.extracting(text.start..<text.end)
  }

  /// Appends the text of `text`, escapes resolved, as UTF-8.
  ///
  /// - Parameters:
  ///   - text: what ``string()`` or ``nextKey()`` of this cursor gave.
  ///   - decoded: grows by at most `text.length` bytes.
  @inlinable @inline(__always)
  public func decode(_ text: JSONText, into decoded: inout [UInt8]) {
    scanner.decode(text, into: &decoded)
  }

  /// Whether `text`, escapes resolved, has the bytes of `name`.
  @inlinable @inline(__always)
  public func equals(_ text: JSONText, _ name: StaticString) -> Bool {
    scanner.equals(text, name)
  }

  /// Whether `key` is `name`.
  ///
  /// Up to 16 bytes that is three comparisons with constants; only longer ones that agree so far
  /// are compared byte by byte.
  @inlinable @inline(__always)
  public func equals(_ key: JSONKey, _ name: StaticString) -> Bool {
    key.length == name.utf8CodeUnitCount && key.word == word(name) && key.tail == tailWord(name)
      && (name.utf8CodeUnitCount <= 16 || scanner.equals(key.text, name))
  }
}
