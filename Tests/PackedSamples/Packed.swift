import PackedFiles

/// Bytes packed by deflate: raw (RFC 1951), or with `gzip` as a gzip member (RFC 1952).
package func deflated(_ bytes: [UInt8], gzip: Bool = false) -> [UInt8] {
  var packed: [UInt8] = []
  let deflater = Deflater(gzip: gzip)
  precondition(deflater != nil, "there is memory for a test")
  deflater?.pack(bytes.span, isLast: true) { piece in
    for index in piece.indices { packed.append(piece[index]) }
  }
  return packed
}

/// A text as a gzip file.
package func gzipped(_ text: String) -> [UInt8] { deflated(Array(text.utf8), gzip: true) }

/// The CRC-32 of bytes.
package func crc(_ bytes: [UInt8]) -> UInt32 {
  var checksum = Checksum()
  checksum.take(bytes.span)
  return checksum.value
}

extension [UInt8] {
  /// Appends a number, the least byte first.
  package mutating func append(_ number: Int, bytes: Int) {
    for index in 0..<bytes {
      append(UInt8(truncatingIfNeeded: UInt64(bitPattern: Int64(number)) >> UInt64(8 * index)))
    }
  }
}
