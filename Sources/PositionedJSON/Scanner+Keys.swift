public import Bytes

extension Scanner {
  /// The key whose quote is at `place`.
  @inlinable @inline(__always)
  func key(at place: Int) throws(JSONFault) -> JSONKey {
    let text = try text(at: place)
    if text.hasEscapes { return decodedKey(text) }
    let word: UInt64
    var tail: UInt64
    if text.start &+ 8 <= bytes.count {
      word = bytes.word(at: text.start)
      if text.length >= 8 {
        tail = bytes.word(at: text.end &- 8)
        return JSONKey(text, word: word, tail: tail, length: text.length)
      }
      tail = word & ((1 &<< UInt64(truncatingIfNeeded: text.length &* 8)) &- 1)
      return JSONKey(text, word: tail, tail: tail, length: text.length)
    }
    return decodedKey(text)
  }

  /// The key at `text`, byte by byte: written with escapes, or at the very end of the bytes.
  @usableFromInline @inline(never)
  func decodedKey(_ text: JSONText) -> JSONKey {
    var decoded: [UInt8] = []
    source.decode(text, into: &decoded)
    var word: UInt64 = 0
    var tail: UInt64 = 0
    for (index, byte) in decoded.enumerated() {
      if index < 8 { word |= UInt64(byte) << UInt64(index * 8) }
      tail = tail >> 8 | UInt64(byte) << 56
    }
    if decoded.count < 8 { tail = word }
    return JSONKey(text, word: word, tail: tail, length: decoded.count)
  }
}
