public import Bytes

/// A key that may come next, prepared so that a few comparisons tell whether it does.
///
/// Exporters write the keys of one kind of record in one order. A reader that remembers it passes
/// over a key with ``JSONCursor/passKey(_:)`` in a fraction of what ``JSONCursor/nextKey()`` costs, and
/// knows already which one it is.
@frozen public struct ExpectedKey: Sendable {
  /// The longest key that can be expected, in bytes: with quotes and colon, three words.
  @inlinable public static var lengthLimit: Int { 21 }

  /// The key, as it was read before.
  public let key: JSONKey
  /// `"key":` as three words, which overlap where it has fewer than 24 bytes.
  @usableFromInline let first: UInt64
  @usableFromInline let second: UInt64
  @usableFromInline let third: UInt64
  /// Where the second word begins, and the third.
  @usableFromInline let secondOffset: UInt8
  @usableFromInline let thirdOffset: UInt8
  /// The bytes of the words that count: all, unless the whole is shorter than one word.
  @usableFromInline let mask: UInt64

  /// Prepares `key`, which a cursor over `source` gave; nil if it is too long, or was written with
  /// escapes.
  public init?(_ key: JSONKey, in source: JSONSource) {
    guard key.length <= ExpectedKey.lengthLimit, !key.text.hasEscapes else { return nil }
    var bytes = [ASCII.quote]
    source.decode(key.text, into: &bytes)
    bytes += [ASCII.quote, ASCII.colon]
    let count = bytes.count
    while bytes.count < 8 { bytes.append(0) }
    self.key = key
    secondOffset = UInt8(min(8, bytes.count - 8))
    thirdOffset = UInt8(bytes.count - 8)
    first = bytes.span.word(at: 0)
    second = bytes.span.word(at: Int(secondOffset))
    third = bytes.span.word(at: Int(thirdOffset))
    mask = count < 8 ? (1 << UInt64(count * 8)) - 1 : .max
  }
}

extension JSONCursor {
  /// Passes over `expected` and its colon, if it is what comes next in the innermost object, with
  /// no white space about it and not at the very end of the bytes.
  ///
  /// - Returns: whether it came; if not, something else may come, and the cursor stays.
  /// - Throws: ``JSONFault`` of the kind `duplicateKey`.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  public mutating func passKey(_ expected: borrowing ExpectedKey) throws(JSONFault) -> Bool {
    // With the comma before it, and what no key's words reach beyond.
    guard position <= scanner.bytes.count &- 40 else { return false }
    let block = scanner.bytes.extracting(position..<position &+ 40)
    precondition(block.count == 40)
    let comma = isFirst ? 0 : 1
    guard isFirst || block[0] == ASCII.comma else { return false }
    let different =
      (block.word(at: comma) ^ expected.first)
      | (block.word(at: comma &+ Int(expected.secondOffset & 15)) ^ expected.second)
      | (block.word(at: comma &+ Int(expected.thirdOffset & 31)) ^ expected.third)
    guard different & expected.mask == 0 else { return false }
    let start = position &+ comma &+ 1
    let end = start &+ expected.key.length
    if !keys.noteAscending(expected.key.word) {
      var key = expected.key
      key.text = JSONText(from: start, to: end, hasEscapes: false, hasNonASCII: false)
      try noteUnordered(key)
    }
    position = end &+ 2
    isFirst = false
    return true
  }
}
