extension JSONText {
  /// No text, standing nowhere: what a field that was not met holds.
  @inlinable public static var empty: JSONText {
    JSONText(from: 0, to: 0, hasEscapes: false, hasNonASCII: false)
  }
}

extension JSONCursor {
  /// The bytes of `range` as they are, whatever they hold; for comparing whole values.
  @inlinable @inline(__always) @_lifetime(copy self)
  public func rawBytes(in range: Range<Int>) -> Span<UInt8> {
    source.rawBytes(in: range)
  }

  /// The byte at the cursor, or nil at the end; nothing is passed over.
  @inlinable @inline(__always) public var byte: UInt8? {
    position < scanner.bytes.count ? scanner.bytes[position] : nil
  }
}
