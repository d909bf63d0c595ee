internal import SafeFiles

/// Where encoded bytes go: a file of the bundle, or a few bytes that many rows share.
package protocol ByteSink: ~Copyable {
  mutating func put(_ bytes: Span<UInt8>)
  /// Puts the first `count` of `bytes`; quickest where there are 32 of them at least.
  mutating func put(first count: Int, of bytes: Span<UInt8>)
  /// Puts the first `count` of the eight bytes of `word`, the lowest first.
  mutating func put(first count: Int, ofWord word: UInt64)
  mutating func put(byte: UInt8)
  mutating func put(decimal value: Int)
  /// How many bytes may be put with ``put(upTo:_:)``; 0 where there is no memory to lay them in.
  var room: Int { get }
  /// Puts as many bytes as `body` lays down from the start of the `count` it is given, which are no
  /// more than ``room``.
  mutating func put(upTo count: Int, _ body: (inout MutableSpan<UInt8>) -> Int)
}

extension ByteSink where Self: ~Copyable {
  package mutating func put(first count: Int, of bytes: Span<UInt8>) {
    put(bytes.extracting(0..<count))
  }

  package mutating func put(first count: Int, ofWord word: UInt64) {
    for index in 0..<count { put(byte: UInt8(truncatingIfNeeded: word >> UInt64(8 * index))) }
  }

  package var room: Int { 0 }

  package mutating func put(upTo count: Int, _ body: (inout MutableSpan<UInt8>) -> Int) {
    precondition(count == 0, "there is no room for what may be put")
  }
}

extension OutputFile: ByteSink {}

/// Bytes kept in memory: the part of a row that repeats, and what tests look at.
package struct ByteBuffer: ByteSink {
  package var bytes: [UInt8] = []

  package init() {}

  package mutating func put(_ bytes: Span<UInt8>) {
    self.bytes.append(addingCapacity: bytes.count) { output in
      for index in bytes.indices { output.append(bytes[index]) }
    }
  }

  package mutating func put(byte: UInt8) { bytes.append(byte) }

  package mutating func put(decimal value: Int) { bytes.append(contentsOf: String(value).utf8) }
}
