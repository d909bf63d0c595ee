internal import Bytes

/// The two ways a body travels in lines of at most 76 ASCII octets (RFC 2045, section 6).
@frozen public enum TransferEncoding: Sendable, Hashable {
  /// Readable where the text is Latin script.
  case quotedPrintable
  /// Shorter where most characters are not.
  case base64

  /// The shorter one for `text`; quoted-printable when they are equal.
  public init(shorterFor text: Span<UInt8>) {
    var escapes = 0
    for index in text.indices {
      let byte = text[index]
      if byte >= 0x80 || byte == UInt8(ascii: "=") { escapes += 1 }
    }
    let quoted = text.count + 2 * escapes
    // Four signs for three octets, and two octets of line end for 76 signs.
    let packed = text.count * 4 / 3 * 78 / 76
    self = quoted <= packed ? .quotedPrintable : .base64
  }

  /// The field's value.
  public var name: String {
    switch self {
    case .quotedPrintable: "quoted-printable"
    case .base64: "base64"
    }
  }

  /// Appends `text`, encoded, with a line end at its end.
  ///
  /// - Parameters:
  ///   - text: UTF-8; lines end with LF or CRLF.
  ///   - bytes: where to.
  public func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    switch self {
    case .quotedPrintable: appendQuotedPrintable(text, to: &bytes)
    case .base64:
      // Base64 carries the octets of the canonical form, whose lines end with CRLF (RFC 2046,
      // section 4.1.1).
      let canonical = withCRLF(text)
      var start = 0
      while start < canonical.count {
        let end = min(start + 57, canonical.count)
        bytes.append(base64: canonical.span.extracting(start..<end))
        if end < canonical.count { bytes.append(contentsOf: [0x0D, 0x0A]) }
        start = end
      }
    }
    if bytes.last != 0x0A { bytes.append(contentsOf: [0x0D, 0x0A]) }
  }
}

private func withCRLF(_ text: Span<UInt8>) -> [UInt8] {
  var canonical: [UInt8] = []
  canonical.reserveCapacity(text.count + text.count / 32)
  var previous: UInt8 = 0
  for index in text.indices {
    let byte = text[index]
    if byte == 0x0A, previous != 0x0D { canonical.append(0x0D) }
    canonical.append(byte)
    previous = byte
  }
  return canonical
}
