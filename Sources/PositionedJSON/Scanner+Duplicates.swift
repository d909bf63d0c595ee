internal import Bytes

extension Scanner {
  /// Compares `key` with the keys of its object before it, one by one.
  ///
  /// - Parameters:
  ///   - key: one that was just read.
  ///   - start: where the object's keys begin.
  /// - Throws: ``JSONFault`` of the kind `duplicateKey`.
  func compare(_ key: JSONKey, withKeysFrom start: Int) throws(JSONFault) {
    var place = start
    while let earlier = try keyAgain(&place, before: key.text.start &- 1) {
      if isSame(earlier, key) { throw JSONFault(.duplicateKey, at: key.text.start &- 1) }
    }
  }

  /// Compares all keys of an object with one another.
  ///
  /// - Parameters:
  ///   - start: where the object's keys begin.
  ///   - end: its closing brace.
  /// - Throws: ``JSONFault`` of the kind `duplicateKey`.
  @usableFromInline @inline(never)
  func compareKeys(from start: Int, to end: Int) throws(JSONFault) {
    var seen: Set<[UInt8]> = []
    var place = start
    while let key = try keyAgain(&place, before: end) {
      var decoded: [UInt8] = []
      source.decode(key.text, into: &decoded)
      guard seen.insert(decoded).inserted else {
        throw JSONFault(.duplicateKey, at: key.text.start &- 1)
      }
    }
  }

  /// A key met before; `place` is anywhere between the value before it and its quote, and moves
  /// after its value. Nil when there is none before `end`.
  func keyAgain(_ place: inout Int, before end: Int) throws(JSONFault) -> JSONKey? {
    while place < end, bytes[place] != ASCII.quote { place += 1 }
    guard place < end else { return nil }
    let key = try key(at: place)
    place = key.text.end + 1
    guard try significant(&place) == ASCII.colon else { throw JSONFault(.syntax, at: place) }
    place = try frameEnd(from: place + 1)
    return key
  }

  private func isSame(_ left: JSONKey, _ right: JSONKey) -> Bool {
    guard left.word == right.word, left.tail == right.tail, left.length == right.length else {
      return false
    }
    if left.length <= 16 { return true }
    var decoded: ([UInt8], [UInt8]) = ([], [])
    source.decode(left.text, into: &decoded.0)
    source.decode(right.text, into: &decoded.1)
    return decoded.0 == decoded.1
  }
}
