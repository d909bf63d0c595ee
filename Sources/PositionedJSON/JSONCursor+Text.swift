extension JSONCursor {
  /// The bytes that it walks over, to look up what its texts say.
  @inlinable @inline(__always) public var source: JSONSource {
    @_lifetime(copy self) get { scanner.source }
  }

  /// The raw bytes of `text`, in place: the text itself if it has no escapes.
  @inlinable @inline(__always) @_lifetime(copy self)
  public func span(of text: JSONText) -> Span<UInt8> {
    source.span(of: text)
  }

  /// Appends the text of `text`, escapes resolved, as UTF-8; see ``JSONSource/decode(_:into:)``.
  @inlinable @inline(__always)
  public func decode(_ text: JSONText, into decoded: inout [UInt8]) {
    source.decode(text, into: &decoded)
  }

  /// Whether `text`, escapes resolved, has the bytes of `name`.
  @inlinable @inline(__always)
  public func equals(_ text: JSONText, _ name: StaticString) -> Bool {
    source.equals(text, name)
  }

  /// Whether `key` is `name`; see ``JSONSource/equals(_:_:)-(JSONKey,_)``.
  @inlinable @inline(__always)
  public func equals(_ key: JSONKey, _ name: StaticString) -> Bool {
    source.equals(key, name)
  }
}
