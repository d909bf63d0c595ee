public import Bytes

extension JSONCursor {
  /// Passes over the next value, whatever it is, and checks all of it as strictly as reading would.
  ///
  /// Never recurses: what is open is a bit each in one word.
  ///
  /// - Throws: ``JSONFault`` of any kind but `trailing`.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  public mutating func skipValue() throws(JSONFault) {
    var place = position
    if try scanner.significant(&place) == ASCII.quote {
      position = try scanner.text(at: place).end &+ 1
    } else {
      try skipAny(from: place)
    }
  }

  @usableFromInline @inline(never) @_lifetime(self: copy self)
  mutating func skipAny(from place: Int) throws(JSONFault) {
    let level = keys.level
    do throws(JSONFault) {
      position = try valueEnd(from: place)
    } catch {
      keys.drop(to: level)
      throw error
    }
  }

  /// Where the value ends that begins at `start`.
  @_lifetime(self: copy self)
  private mutating func valueEnd(from start: Int) throws(JSONFault) -> Int {
    var place = start
    var depth = open
    /// What is open since `start`, innermost lowest: 1 is an object, 0 an array.
    var kinds: UInt64 = 0
    while true {
      let byte = try scanner.significant(&place)
      switch byte {
      case ASCII.quote:
        place = try scanner.text(at: place).end &+ 1
      case ASCII.openBrace, ASCII.openBracket:
        guard depth < JSONCursor.depthLimit else { throw JSONFault(.depth, at: place) }
        place &+= 1
        // `{` + 2 is `}`, and `[` + 2 is `]`.
        if try scanner.significant(&place) == byte &+ 2 {
          place &+= 1
          break
        }
        depth &+= 1
        kinds = kinds &<< 1
        if byte == ASCII.openBrace {
          kinds |= 1
          keys.open(at: place)
          try skipKey(&place)
        }
        continue
      case 0x30...0x39, 0x2D: place = try scanner.numberEnd(from: place)
      case 0x74: place = try scanner.literalEnd(from: place, "true")
      case 0x66: place = try scanner.literalEnd(from: place, "false")
      case 0x6E: place = try scanner.literalEnd(from: place, "null")
      default: throw JSONFault(.syntax, at: place)
      }
      // A value ended, and with it perhaps what it is in.
      while true {
        if depth == open { return place }
        let byte = try scanner.significant(&place)
        let isObject = kinds & 1 == 1
        if byte == ASCII.comma {
          place &+= 1
          if isObject { try skipKey(&place) }
          break
        }
        guard byte == (isObject ? ASCII.closeBrace : ASCII.closeBracket) else {
          throw JSONFault(.syntax, at: place)
        }
        if isObject {
          try compareDeferredKeys(before: place)
          keys.close()
        }
        place &+= 1
        depth &-= 1
        kinds = kinds &>> 1
      }
    }
  }

  /// Passes over a key and its colon.
  @inline(__always) @_lifetime(self: copy self)
  private mutating func skipKey(_ place: inout Int) throws(JSONFault) {
    guard try scanner.significant(&place) == ASCII.quote else {
      throw JSONFault(.syntax, at: place)
    }
    _ = try readKey(at: &place)
  }

  /// Passes over the next value by its brackets and quotes alone, to get past a record that could
  /// not be read: keys, numbers, escapes, UTF-8 and depth are not looked at.
  ///
  /// - Throws: ``JSONFault``: `truncated` if the bytes end before the value does, `syntax` if no
  ///   value begins here.
  @_lifetime(self: copy self)
  public mutating func frameValue() throws(JSONFault) {
    position = try scanner.frameEnd(from: position)
  }
}
