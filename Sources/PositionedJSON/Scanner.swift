public import Bytes

/// What can be told of bytes by looking at them alone, whatever was read before.
///
/// Two words that never change, so they stay in registers while the cursor's state changes beside
/// them: with these functions on the cursor itself, reading was a third slower.
@frozen @usableFromInline struct Scanner: ~Escapable {
  @usableFromInline let bytes: Span<UInt8>
  /// Whether nothing comes after the bytes.
  @usableFromInline let isFinal: Bool

  @inlinable @inline(__always) @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, isFinal: Bool) {
    self.bytes = bytes
    self.isFinal = isFinal
  }

  /// The bytes alone.
  @inlinable @inline(__always) var source: JSONSource {
    @_lifetime(copy self) get { JSONSource(bytes) }
  }

  /// The byte at `place`, after white space, which `place` is moved over.
  @inlinable @inline(__always)
  func significant(_ place: inout Int) throws(JSONFault) -> UInt8 {
    if place < bytes.count {
      let byte = bytes[place]
      if byte > ASCII.space { return byte }
    }
    return try significantAfterWhitespace(&place)
  }

  @usableFromInline @inline(never)
  func significantAfterWhitespace(_ place: inout Int) throws(JSONFault) -> UInt8 {
    place = afterWhitespace(place)
    guard place < bytes.count else { throw JSONFault(.truncated, at: bytes.count) }
    return bytes[place]
  }

  @usableFromInline func afterWhitespace(_ place: Int) -> Int {
    var place = place
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x0A, 0x0D, 0x09: place &+= 1
      default: return place
      }
    }
    return place
  }
}
