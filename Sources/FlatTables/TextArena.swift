public import Bytes

/// All text of a roster in one row of bytes; columns hold ``TextRef``s into it.
///
/// Text is copied in once and never moved or changed, so a reference stays good. Holds valid
/// UTF-8 only: whoever appends has checked it.
public struct TextArena: Sendable {
  /// The text of the arena that this one continues, shared with it: ``baseCount`` bytes are in use.
  @usableFromInline let base: [UInt8]
  @usableFromInline let baseCount: Int
  /// The text of this one, of which ``used`` bytes are in use. Behind them there is always room for
  /// a block more, so that texts are copied a block at a time, whatever their length.
  @usableFromInline var own: [UInt8]
  @usableFromInline var used = 0

  /// An empty arena, with room for `capacity` bytes.
  public init(capacity: Int = 0) {
    base = []
    baseCount = 0
    own = []
    own.reserveCapacity(capacity)
  }

  /// An arena that continues `other`: references into `other` are good here too, and new text
  /// costs no copy of the old as long as `other` continues none itself.
  public init(extending other: TextArena) {
    if other.own.isEmpty {
      base = other.base
    } else {
      base = other.base.isEmpty ? other.own : other.base[..<other.baseCount] + other.own
    }
    baseCount = other.byteCount
    own = []
  }

  /// Bytes in use.
  public var byteCount: Int { baseCount + used }

  /// The bytes of `ref`, in place.
  @inlinable @_lifetime(borrow self)
  public func span(_ ref: TextRef) -> Span<UInt8> {
    let start = Int(ref.offset)
    if start < baseCount || ref.length == 0 {
      return base.span.extracting(unchecked(start, ref.length, in: baseCount))
    }
    return own.span.extracting(start - baseCount..<start - baseCount + Int(ref.length))
  }

  /// The bytes of `ref`, and behind them what follows in the arena, to 32 bytes in all: for who
  /// copies many texts and would rather not ask how long each is. Of an empty text it may be less.
  @inlinable @inline(__always) @_lifetime(borrow self)
  public func spanAhead(_ ref: TextRef) -> Span<UInt8> {
    let start = Int(ref.offset)
    let length = max(Int(ref.length), Self.room)
    if start < baseCount { return base.span.extracting(start..<start &+ length) }
    guard ref.length > 0 else { return span(ref) }
    return own.span.extracting(start &- baseCount..<start &- baseCount &+ length)
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
    let start = try makeRoom(for: bytes.count)
    var copy = own.mutableSpan
    let flags: TextFlags
    if bytes.count >= 8 {
      flags = TextFlags(of: bytes) { word, index in copy.setWord(word, at: start &+ index) }
    } else {
      for index in bytes.indices { copy[start &+ index] = bytes[index] }
      flags = TextFlags(of: bytes)
    }
    return put(bytes.count, flags)
  }

  /// Copies a part of `bytes` in that is printable ASCII without quotes and backslashes, as a JSON
  /// string without escapes is, and notes its flags: a fraction of what ``append(_:)`` costs, as
  /// little is left to look for, and what stands behind the part may be read as well.
  ///
  /// - Throws: ``TextArenaFull``, likewise.
  @inlinable public mutating func append(
    printable range: Range<Int>,
    of bytes: Span<UInt8>
  ) throws(TextArenaFull) -> TextRef {
    let count = range.upperBound &- range.lowerBound
    // Nearly all are so short, and there is room: one block.
    guard 1...Self.room ~= count, range.lowerBound <= bytes.count &- Self.room,
      used <= own.count &- 2 &* Self.room, byteCount <= Int(UInt32.max) &- Self.room
    else { return try append(longPrintable: range, of: bytes) }
    let start = used
    var copy = own.mutableSpan
    copy.setBlock(bytes.block(at: range.lowerBound), at: start)
    let text = bytes.extracting(range)
    let marks: UInt64
    if count < 8 {
      let mask = (1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1
      marks = printableMarks(bytes.word(at: range.lowerBound)) & mask
    } else {
      // The last eight bytes may be some of those before once more.
      var ends = printableMarks(text.word(at: 0)) | printableMarks(text.word(at: count &- 8))
      if count > 16 { ends |= printableMarks(text.word(at: 8)) }
      if count > 24 { ends |= printableMarks(text.word(at: 16)) }
      marks = ends
    }
    var flags = marks == 0 ? [] : TextFlags(ofEach: text)
    flags.formUnion(TextFlags(ofEnds: text))
    return put(count, flags)
  }

  /// The same of a text of any length, wherever it stands.
  @usableFromInline @inline(never) mutating func append(
    longPrintable range: Range<Int>,
    of bytes: Span<UInt8>
  ) throws(TextArenaFull) -> TextRef {
    guard !range.isEmpty else { return .empty }
    let text = bytes.extracting(range)
    guard text.count >= 8 else { return try append(text) }
    let start = try makeRoom(for: text.count)
    var copy = own.mutableSpan
    var marks: UInt64 = 0
    var index = 0
    while index < text.count {
      let place = min(index, text.count &- 8)
      let word = text.word(at: place)
      copy.setWord(word, at: start &+ place)
      marks |= printableMarks(word)
      index &+= 8
    }
    var flags = marks == 0 ? [] : TextFlags(ofEach: text)
    flags.formUnion(TextFlags(ofEnds: text))
    return put(text.count, flags)
  }

  /// Copies a text of another arena in, whose flags are known.
  ///
  /// - Throws: ``TextArenaFull`` when the arena would pass 4 GiB.
  @inlinable public mutating func append(
    _ ref: TextRef,
    of other: borrowing TextArena
  ) throws(TextArenaFull) -> TextRef {
    guard !ref.isEmpty else { return .empty }
    let count = Int(ref.length)
    let start = try makeRoom(for: count)
    let offset = Int(ref.offset) &- other.baseCount
    let bytes = offset >= 0 ? other.own.span : other.base.span
    let first = offset >= 0 ? offset : Int(ref.offset)
    var copy = own.mutableSpan
    var index = 0
    repeat {
      // Behind every text there is room for a block.
      copy.setBlock(bytes.block(at: first &+ index), at: start &+ index)
      index &+= Self.room
    } while index < count
    return put(count, ref.flags)
  }

  /// Forgets the text behind the first `count` bytes, keeping the memory.
  ///
  /// - Precondition: they are this arena's own.
  public mutating func truncate(to count: Int) {
    precondition(count >= baseCount && count <= byteCount, "what is forgotten is there")
    used = count - baseCount
  }

  /// Bytes behind those in use that are always there: a text may be read, and written, as if it
  /// were so much longer.
  @inlinable static var room: Int { 32 }

  /// Makes room for `count` bytes and ``room``, and says where they go in ``own``.
  @inlinable @inline(__always)
  mutating func makeRoom(for count: Int) throws(TextArenaFull) -> Int {
    guard byteCount &+ count <= Int(UInt32.max), count <= Int(UInt16.max) else {
      throw TextArenaFull()
    }
    if used &+ count &+ Self.room > own.count { extend(by: count) }
    return used
  }

  /// Adds zeros behind the text; some more than are needed, as what is added has to be filled.
  @usableFromInline @inline(never) mutating func extend(by count: Int) {
    let more = min(max(used / 2, 256), 64 * 1024)
    own.append(contentsOf: repeatElement(0, count: count + Self.room + more))
  }

  /// Takes the `count` bytes behind the text into it.
  @inlinable @inline(__always)
  mutating func put(_ count: Int, _ flags: TextFlags) -> TextRef {
    let offset = UInt32(truncatingIfNeeded: byteCount)
    used &+= count
    return TextRef(offset: offset, length: UInt16(truncatingIfNeeded: count), flags: flags)
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

  /// A part of `ref`, in place, whose bytes are known to raise no flag: digits, say.
  @inlinable public func plainPart(_ range: Range<Int>, of ref: TextRef) -> TextRef {
    precondition(!range.isEmpty && range.upperBound <= Int(ref.length), "a part lies in the whole")
    return TextRef(
      offset: ref.offset + UInt32(range.lowerBound),
      length: UInt16(range.count),
      flags: []
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
    let (bytes, first) = start < baseCount ? (base, start) : (own, start - baseCount)
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

extension TextFlags {
  /// The flags of `bytes`, in one pass.
  @inlinable public init(of bytes: Span<UInt8>) {
    self.init(of: bytes) { _, _ in }
  }

  /// The flags of `bytes`, in one pass; of eight bytes or more, `eachWord` gets every word on the
  /// way, and where it begins.
  @inlinable @inline(__always)
  init(of bytes: Span<UInt8>, eachWord: (_ word: UInt64, _ index: Int) -> Void) {
    guard bytes.count > 0 else {
      self = []
      return
    }
    var flags: TextFlags = []
    if bytes.count < 8 {
      if !isPlain(bytes.paddedWord) { flags = TextFlags(ofEach: bytes) }
    } else {
      // The last eight bytes may be some of those before once more.
      var index = 0
      while index < bytes.count {
        let start = min(index, bytes.count &- 8)
        let word = bytes.word(at: start)
        eachWord(word, start)
        if !isPlain(word) {
          flags.formUnion(TextFlags(ofEach: bytes.extracting(start..<start &+ 8)))
        }
        index &+= 8
      }
    }
    flags.formUnion(TextFlags(ofEnds: bytes))
    self = flags
  }

  /// The flags that the first and the last of `bytes`, at least one, raise where they stand.
  @inlinable @inline(__always) init(ofEnds bytes: Span<UInt8>) {
    var flags: TextFlags = []
    switch bytes[0] {
    case 0x3D, 0x09, 0x0D: flags.insert(.startsFormula)
    case 0x2B, 0x2D, 0x40: flags.insert(.startsLikeFormula)
    case 0x20: flags.insert(.hasOuterSpace)
    default: break
    }
    if bytes[bytes.count &- 1] == 0x20 { flags.insert(.hasOuterSpace) }
    self = flags
  }

  /// The flags that single bytes raise, wherever they stand.
  @usableFromInline @inline(never) init(ofEach bytes: Span<UInt8>) {
    var flags: TextFlags = []
    for index in bytes.indices {
      switch bytes[index] {
      case 0x22: flags.formUnion([.needsCSVQuotes, .needsJSONEscapes])
      case 0x2C: flags.insert(.needsCSVQuotes)
      case 0x0A, 0x0D: flags.formUnion([.needsCSVQuotes, .hasControl, .needsJSONEscapes])
      case 0..<0x20: flags.formUnion([.hasControl, .needsJSONEscapes])
      case 0x5C: flags.insert(.needsJSONEscapes)
      case 0x7F: flags.insert(.hasControl)
      case 0x80...: flags.insert(.hasNonASCII)
      default: break
      }
    }
    self = flags
  }
}

extension TextArena {
  /// All bytes, to search them for what must not be there.
  package var bytesForTests: [UInt8] { Array(base[..<baseCount] + own[..<used]) }
}
