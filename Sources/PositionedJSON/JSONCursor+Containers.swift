public import Bytes

extension JSONCursor {
  /// Enters the object that comes next.
  ///
  /// - Throws: ``JSONFault``: `syntax` if something else comes, `depth`, `truncated`.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  public mutating func enterObject() throws(JSONFault) {
    try enter(ASCII.openBrace)
    keys.open(at: position)
  }

  /// Enters the array that comes next.
  ///
  /// - Throws: ``JSONFault``: `syntax` if something else comes, `depth`, `truncated`.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  public mutating func enterArray() throws(JSONFault) {
    try enter(ASCII.openBracket)
  }

  @inlinable @inline(__always) @_lifetime(self: copy self)
  mutating func enter(_ bracket: UInt8) throws(JSONFault) {
    var place = position
    guard try scanner.significant(&place) == bracket else { throw JSONFault(.syntax, at: place) }
    guard open < JSONCursor.depthLimit else { throw JSONFault(.depth, at: place) }
    position = place &+ 1
    open &+= 1
    isFirst = true
  }

  /// The next key of the innermost object, comma and colon passed over; nil when the object ended.
  ///
  /// Between two calls the key's value must be read or passed over.
  ///
  /// - Throws: ``JSONFault``: `syntax`, `truncated`, `duplicateKey`, and what ``string()`` throws.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  public mutating func nextKey() throws(JSONFault) -> JSONKey? {
    var place = position
    var byte = try scanner.significant(&place)
    if byte == ASCII.closeBrace {
      try closeObject(at: place)
      return nil
    }
    if !isFirst {
      guard byte == ASCII.comma else { throw JSONFault(.syntax, at: place) }
      place &+= 1
      byte = try scanner.significant(&place)
    }
    guard byte == ASCII.quote else { throw JSONFault(.syntax, at: place) }
    let key = try readKey(at: &place)
    position = place
    isFirst = false
    return key
  }

  /// Passes over the brace that ends the innermost object, if it comes next with no white space
  /// before it. The value of the last key must have been read or passed over.
  ///
  /// - Returns: whether the object ended; if not, the cursor stays.
  /// - Throws: ``JSONFault`` of the kind `duplicateKey`.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  public mutating func passObjectEnd() throws(JSONFault) -> Bool {
    guard position < scanner.bytes.count, scanner.bytes[position] == ASCII.closeBrace else {
      return false
    }
    try closeObject(at: position)
    return true
  }

  /// Whether the innermost array has another element, comma passed over; false when it ended.
  ///
  /// - Throws: ``JSONFault``: `syntax`, `truncated`.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  public mutating func nextElement() throws(JSONFault) -> Bool {
    var place = position
    let byte = try scanner.significant(&place)
    if byte == ASCII.closeBracket {
      precondition(open > 0, "no array is open")
      position = place &+ 1
      open &-= 1
      isFirst = false
      return false
    }
    if !isFirst {
      guard byte == ASCII.comma else { throw JSONFault(.syntax, at: place) }
      place &+= 1
    }
    position = place
    isFirst = false
    return true
  }

  /// Passes over the brace at `place`.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  mutating func closeObject(at place: Int) throws(JSONFault) {
    precondition(keys.level > 0, "no object is open")
    try compareDeferredKeys(before: place)
    keys.close()
    position = place &+ 1
    open &-= 1
    isFirst = false
  }

  /// Reads the key whose quote is at `place`, which moves behind the colon, and notes it.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  mutating func readKey(at place: inout Int) throws(JSONFault) -> JSONKey {
    let key = try scanner.key(at: place)
    var after = key.text.end &+ 1
    guard try scanner.significant(&after) == ASCII.colon else {
      throw JSONFault(.syntax, at: after)
    }
    place = after &+ 1
    if !keys.noteAscending(key.word) { try noteUnordered(key) }
    return key
  }

  /// Notes a key of an object whose keys are in no order.
  ///
  /// - Throws: ``JSONFault`` of the kind `duplicateKey`.
  @usableFromInline @inline(never) @_lifetime(self: copy self)
  mutating func noteUnordered(_ key: JSONKey) throws(JSONFault) {
    let start = keys.start
    if keys.last != .max {
      keys.leaveOrder()
      var place = start
      while let earlier = try scanner.keyAgain(&place, before: key.text.start - 1) {
        _ = keys.note(earlier)
      }
    }
    if keys.note(key) {
      try scanner.compare(key, withKeysFrom: start)
      // A false alarm, which someone may have made on purpose: one look at all keys, not many.
      keys.deferred |= keys.bit
    }
  }

  /// Compares the keys of the innermost object, which ends at `end`, if that was put off.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  mutating func compareDeferredKeys(before end: Int) throws(JSONFault) {
    if keys.deferred & keys.bit != 0 {
      try scanner.compareKeys(from: keys.start, to: end)
    }
  }
}
