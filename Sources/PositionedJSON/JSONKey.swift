public import Bytes

/// A key of an object, in a form that a `switch` can tell apart without looking at the bytes.
///
/// ``word``, ``tail`` and ``length`` speak of the decoded key, however it was spelled: together
/// they are the whole key when it has at most 16 bytes. Longer ones are told apart for sure by
/// ``JSONCursor/equals(_:_:)-(JSONKey,_)``.
@frozen public struct JSONKey: Sendable, Hashable {
  /// Where the key is, and whether it was written with escapes.
  public var text: JSONText
  /// The first eight bytes, the first one lowest, filled up with zeros: compare with ``word(_:)``.
  public var word: UInt64
  /// The last eight bytes likewise; the same as ``word`` when there are at most eight.
  public var tail: UInt64
  /// Bytes of the decoded key.
  public var length: Int

  @inlinable @inline(__always)
  init(_ text: JSONText, word: UInt64, tail: UInt64, length: Int) {
    self.text = text
    self.word = word
    self.tail = tail
    self.length = length
  }
}

/// The first eight bytes of `name`, the first one lowest, filled up with zeros.
///
/// For `switch (key.word, key.length) { case (word("email"), 5): … }`. A release build computes it
/// at compile time.
@inlinable @inline(__always)
public func word(_ name: StaticString) -> UInt64 {
  staticWord(name, from: 0)
}

/// The last eight bytes of `name`, the first of them lowest; all of a shorter one.
@inlinable @inline(__always)
func tailWord(_ name: StaticString) -> UInt64 {
  staticWord(name, from: max(0, name.utf8CodeUnitCount &- 8))
}

/// At most eight bytes of `name` as a little-endian word.
@inlinable @inline(__always)
func staticWord(_ name: StaticString, from first: Int) -> UInt64 {
  var word: UInt64 = 0
  var shift: UInt64 = 0
  var index = first
  while index < name.utf8CodeUnitCount && shift < 64 {
    word |= UInt64(name.byte(at: index)) &<< shift
    shift &+= 8
    index &+= 1
  }
  return word
}
