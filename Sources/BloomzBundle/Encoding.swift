package import FlatTables

/// How a value is written in a file.
package enum Encoding {
  /// RFC 4180: in quotes only where it holds a comma, quote, CR or LF, and quotes doubled.
  case csv
  /// RFC 8259: in quotes, escaped only where section 7 asks for it.
  case json
}

extension ByteSink where Self: ~Copyable {
  /// Writes a text of a roster; the flags noted when it was read tell whether to look at it.
  @inline(__always)
  package mutating func put(_ ref: TextRef, of text: borrowing TextArena, as encoding: Encoding) {
    switch encoding {
    case .csv:
      if ref.flags.contains(.needsCSVQuotes) {
        putQuoted(text.span(ref))
      } else {
        put(first: Int(ref.length), of: text.spanAhead(ref))
      }
    case .json:
      put(byte: quote)
      putInside(ref, of: text)
      put(byte: quote)
    }
  }

  /// Writes a text of a roster as the inside of a JSON string.
  @inline(__always)
  mutating func putInside(_ ref: TextRef, of text: borrowing TextArena) {
    if ref.flags.contains(.needsJSONEscapes) {
      putEscaped(text.span(ref))
    } else {
      put(first: Int(ref.length), of: text.spanAhead(ref))
    }
  }

  /// A CSV field in quotes; RFC 4180, section 2, rules 5 to 7.
  mutating func putQuoted(_ bytes: Span<UInt8>) {
    put(byte: quote)
    for index in bytes.indices {
      if bytes[index] == quote { put(byte: quote) }
      put(byte: bytes[index])
    }
    put(byte: quote)
  }

  /// The inside of a JSON string; RFC 8259, section 7.
  mutating func putEscaped(_ bytes: Span<UInt8>) {
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case quote, backslash: putEscape(byte)
      case 0x08: putEscape(UInt8(ascii: "b"))
      case 0x09: putEscape(UInt8(ascii: "t"))
      case 0x0A: putEscape(UInt8(ascii: "n"))
      case 0x0C: putEscape(UInt8(ascii: "f"))
      case 0x0D: putEscape(UInt8(ascii: "r"))
      case ..<0x20:
        putEscape(UInt8(ascii: "u"))
        put(byte: zero)
        put(byte: zero)
        put(byte: zero + byte >> 4)
        let low = byte & 0xF
        put(byte: low < 10 ? zero + low : UInt8(ascii: "a") + low - 10)
      default: put(byte: byte)
      }
    }
  }

  private mutating func putEscape(_ letter: UInt8) {
    put(byte: backslash)
    put(byte: letter)
  }
}

/// `text` as one CSV field.
package func csvField(_ text: String) -> [UInt8] {
  let bytes = Array(text.utf8)
  guard TextFlags(of: bytes.span).contains(.needsCSVQuotes) else { return bytes }
  var buffer = ByteBuffer()
  buffer.putQuoted(bytes.span)
  return buffer.bytes
}

/// `text` as a JSON string, quotes included.
package func jsonString(_ text: String) -> [UInt8] {
  let bytes = Array(text.utf8)
  var buffer = ByteBuffer()
  buffer.put(byte: quote)
  buffer.putEscaped(bytes.span)
  buffer.put(byte: quote)
  return buffer.bytes
}

private let quote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")
private let zero = UInt8(ascii: "0")
