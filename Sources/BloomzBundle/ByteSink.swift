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
}

extension ByteSink where Self: ~Copyable {
  package mutating func put(first count: Int, of bytes: Span<UInt8>) {
    put(bytes.extracting(0..<count))
  }

  package mutating func put(first count: Int, ofWord word: UInt64) {
    for index in 0..<count { put(byte: UInt8(truncatingIfNeeded: word >> UInt64(8 * index))) }
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

  /// Adds zeros, so that as many bytes as are quickest may be read from every one on.
  mutating func pad() { bytes.append(contentsOf: repeatElement(0, count: Literals.padding)) }

  /// Empties it and keeps its memory.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
