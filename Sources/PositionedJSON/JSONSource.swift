public import Bytes

/// The bytes that a cursor walks over, to look up what its texts say.
///
/// Two words that are passed in registers: for code that has the texts and does not walk any
/// further. A cursor is a dozen words, and one that is borrowed by a function that is not inlined is
/// copied for it.
@frozen public struct JSONSource: ~Escapable {
  /// All of them.
  public let bytes: Span<UInt8>

  /// The bytes that a cursor was made over.
  @inlinable @inline(__always) @_lifetime(copy bytes)
  public init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
  }

  /// The raw bytes of `text`, in place: the text itself if it has no escapes.
  @inlinable @inline(__always) @_lifetime(copy self)
  public func span(of text: JSONText) -> Span<UInt8> {
    bytes.extracting(text.start..<text.end)
  }

  /// The bytes of `range` as they are, whatever they hold; for comparing whole values.
  @inlinable @inline(__always) @_lifetime(copy self)
  public func rawBytes(in range: Range<Int>) -> Span<UInt8> {
    bytes.extracting(range)
  }

  /// Appends the text of `text`, escapes resolved, as UTF-8.
  ///
  /// - Parameters:
  ///   - text: what a cursor over these bytes gave.
  ///   - decoded: grows by at most `text.length` bytes.
  public func decode(_ text: JSONText, into decoded: inout [UInt8]) {
    decoded.reserveCapacity(decoded.count + text.length)
    var place = text.start
    while place < text.end {
      let byte = bytes[place]
      if byte == ASCII.backslash {
        place += decodeEscape(at: place, into: &decoded)
      } else {
        decoded.append(byte)
        place += 1
      }
    }
  }

  /// Whether `text`, escapes resolved, has the bytes of `name`.
  @inlinable public func equals(_ text: JSONText, _ name: StaticString) -> Bool {
    if text.hasEscapes { return decodedEquals(text, name) }
    guard text.length == name.utf8CodeUnitCount else { return false }
    for index in 0..<text.length {
      guard bytes[text.start &+ index] == name.byte(at: index) else { return false }
    }
    return true
  }

  @usableFromInline @inline(never)
  func decodedEquals(_ text: JSONText, _ name: StaticString) -> Bool {
    var decoded: [UInt8] = []
    decode(text, into: &decoded)
    return decoded.count == name.utf8CodeUnitCount
      && decoded.indices.allSatisfy { decoded[$0] == name.byte(at: $0) }
  }

  /// Whether `key` is `name`.
  ///
  /// Up to 16 bytes that is three comparisons with constants; only longer ones that agree so far
  /// are compared byte by byte.
  @inlinable @inline(__always)
  public func equals(_ key: JSONKey, _ name: StaticString) -> Bool {
    key.length == name.utf8CodeUnitCount && key.word == word(name) && key.tail == tailWord(name)
      && (name.utf8CodeUnitCount <= 16 || equals(key.text, name))
  }

  /// Appends the character that the escape at `place` means.
  ///
  /// - Returns: how many bytes the escape has.
  private func decodeEscape(at place: Int, into decoded: inout [UInt8]) -> Int {
    switch bytes[place + 1] {
    case 0x62: decoded.append(0x08)
    case 0x66: decoded.append(0x0C)
    case 0x6E: decoded.append(0x0A)
    case 0x72: decoded.append(0x0D)
    case 0x74: decoded.append(0x09)
    case 0x75:
      let unit = codeUnit(at: place)
      let isPair = 0xD800...0xDBFF ~= unit
      let low = isPair ? codeUnit(at: place + 6) : 0
      let value = isPair ? 0x10000 + (unit - 0xD800) << 10 + low & 0x3FF : unit
      // Checked when the string was read, so there is always a scalar.
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      decoded.append(
        contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter
      )
      return isPair ? 12 : 6
    case let byte: decoded.append(byte)
    }
    return 2
  }

  /// The code unit of the `\u` escape at `place`, which has been checked.
  private func codeUnit(at place: Int) -> UInt32 {
    var unit: UInt32 = 0
    for index in place + 2..<place + 6 { unit = unit << 4 | (hexDigit(bytes[index]) ?? 0) }
    return unit
  }
}
