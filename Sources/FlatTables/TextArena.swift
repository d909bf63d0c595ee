/// All text of a roster in one row of bytes; columns hold ``TextRef``s into it.
///
/// Text is copied in once and never moved or changed, so a reference stays good. Holds valid
/// UTF-8 only: whoever appends has checked it.
public struct TextArena: Sendable {
  /// The text of the arena that this one continues, shared with it.
  @usableFromInline let base: [UInt8]
  @usableFromInline var own: [UInt8]

  /// An empty arena, with room for `capacity` bytes.
  public init(capacity: Int = 0) {
    base = []
    own = []
    own.reserveCapacity(capacity)
  }

  /// An arena that continues `other`: references into `other` are good here too, and new text
  /// costs no copy of the old as long as `other` continues none itself.
  public init(extending other: TextArena) {
    base = other.base.isEmpty ? other.own : other.base + other.own
    own = []
  }

  /// Bytes in use.
  public var byteCount: Int { base.count + own.count }

  /// The bytes of `ref`, in place.
  @inlinable @_lifetime(borrow self)
  public func span(_ ref: TextRef) -> Span<UInt8> {
    let start = Int(ref.offset)
    if start < base.count || ref.length == 0 {
      return base.span.extracting(unchecked(start, ref.length, in: base.count))
    }
    return own.span.extracting(start - base.count..<start - base.count + Int(ref.length))
  }

  /// An empty text has offset 0 whatever the arena, so its range must be made to fit.
  @inlinable func unchecked(_ start: Int, _ length: UInt16, in count: Int) -> Range<Int> {
    length == 0 ? 0..<0 : start..<start + Int(length)
  }

  /// Copies `bytes` in and notes their flags.
  ///
  /// - Parameter bytes: valid UTF-8 of at most 65 535 bytes.
  /// - Returns: where the text stands.
  /// - Throws: ``TextArenaFull`` when the arena would pass 4 GiB, or the text is too long.
  @inlinable public mutating func append(_ bytes: Span<UInt8>) throws(TextArenaFull) -> TextRef {
    guard bytes.count > 0 else { return .empty }
    let offset = base.count + own.count
    guard offset + bytes.count <= Int(UInt32.max), bytes.count <= Int(UInt16.max) else {
      throw TextArenaFull()
    }
    own.append(addingCapacity: bytes.count) { output in
      for index in bytes.indices { output.append(bytes[index]) }
    }
    return TextRef(
      offset: UInt32(offset),
      length: UInt16(bytes.count),
      flags: TextFlags(of: bytes)
    )
  }

  /// A part of `ref`, in place.
  ///
  /// - Parameters:
  ///   - range: bytes from the start of `ref`, at boundaries of characters.
  ///   - ref: a text of this arena.
  /// - Returns: the part, with flags of its own.
  public func part(_ range: Range<Int>, of ref: TextRef) -> TextRef {
    guard !range.isEmpty else { return .empty }
    return TextRef(
      offset: ref.offset + UInt32(range.lowerBound),
      length: UInt16(range.count),
      flags: TextFlags(of: span(ref).extracting(range))
    )
  }

  /// Copies `text` in; for text the program composes, not for the hot path.
  ///
  /// - Throws: ``TextArenaFull``.
  public mutating func append(_ text: String) throws(TextArenaFull) -> TextRef {
    try append(Array(text.utf8).span)
  }

  /// The text of `ref` as a `String`; for findings and tests, not for the hot path.
  public func string(_ ref: TextRef) -> String {
    guard ref.length > 0 else { return "" }
    let start = Int(ref.offset)
    let (bytes, first) = start < base.count ? (base, start) : (own, start - base.count)
    return String(decoding: bytes[first..<first + Int(ref.length)], as: UTF8.self)
  }
}

/// The text of a district would pass 4 GiB, or one text 65 535 bytes.
public struct TextArenaFull: Error, Sendable, CustomStringConvertible {
  /// The only value.
  public init() {}

  /// What was too large, in words.
  public var description: String { "the text of this export is larger than 4 GiB" }
}

/// Whether the eight bytes from `start` on are letters, digits and the like, none of which raises a
/// flag: 0x30 to 0x7E without the backslash.
@inlinable @inline(__always)
func isPlain(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
  var word: UInt64 = 0
  for index in 0..<8 { word |= UInt64(bytes[start + index]) << UInt64(8 * index) }
  let ones: UInt64 = 0x0101_0101_0101_0101
  // A borrow or carry can only make a byte look less plain than it is.
  let low = word &- ones &* 0x30
  let high = word &+ ones
  let backslash = word ^ (ones &* 0x5C)
  return (low | high | (backslash &- ones) & ~backslash) & (ones &* 0x80) == 0
}

extension TextFlags {
  /// The flags of `bytes`, in one pass.
  @inlinable public init(of bytes: Span<UInt8>) {
    var flags: TextFlags = []
    var index = 0
    while index < bytes.count {
      if index <= bytes.count - 8, isPlain(bytes, index) {
        index += 8
        continue
      }
      let byte = bytes[index]
      index += 1
      if byte >= 0x80 {
        flags.insert(.hasNonASCII)
      } else if byte < 0x30 || byte == 0x5C || byte == 0x7F {
        if byte < 0x20 { flags.formUnion([.hasControl, .needsJSONEscapes]) }
        switch byte {
        case 0x22: flags.formUnion([.needsCSVQuotes, .needsJSONEscapes])
        case 0x2C, 0x0A, 0x0D: flags.insert(.needsCSVQuotes)
        case 0x5C: flags.insert(.needsJSONEscapes)
        case 0x7F: flags.insert(.hasControl)
        default: break
        }
      }
    }
    if bytes.count > 0 {
      switch bytes[0] {
      case 0x3D, 0x09, 0x0D: flags.insert(.startsFormula)
      case 0x2B, 0x2D, 0x40: flags.insert(.startsLikeFormula)
      case 0x20: flags.insert(.hasOuterSpace)
      default: break
      }
      if bytes[bytes.count - 1] == 0x20 { flags.insert(.hasOuterSpace) }
    }
    self = flags
  }
}

extension TextArena {
  /// All bytes, to search them for what must not be there.
  package var bytesForTests: [UInt8] { base + own }
}
