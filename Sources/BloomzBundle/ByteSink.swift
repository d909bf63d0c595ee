internal import SafeFiles

/// Where encoded bytes go: a file of the bundle, or a few bytes that many rows share.
package protocol ByteSink: ~Copyable {
  mutating func put(_ bytes: Span<UInt8>)
  mutating func put(byte: UInt8)
  mutating func put(decimal value: Int)
}

extension OutputFile: ByteSink {}

/// Bytes kept in memory: the part of a row that repeats, and what tests look at.
package struct ByteBuffer: ByteSink {
  package var bytes: [UInt8] = []

  package init() {}

  package mutating func put(_ bytes: Span<UInt8>) {
    for index in bytes.indices { self.bytes.append(bytes[index]) }
  }

  package mutating func put(byte: UInt8) { bytes.append(byte) }

  package mutating func put(decimal value: Int) { bytes.append(contentsOf: String(value).utf8) }

  /// Empties it and keeps its memory.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
