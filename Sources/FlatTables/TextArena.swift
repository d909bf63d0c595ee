public import Bytes

/// All text of a roster in one array of bytes; columns hold ``TextRef``s into it.
///
/// Text is copied in once and never moved or changed, so a reference stays valid. All text is valid
/// UTF-8, which the caller checks before it appends.
public struct TextArena: Sendable {
  /// The text of the arena that this one extends, shared with it. ``baseCount`` bytes are used.
  @usableFromInline let base: [UInt8]
  @usableFromInline let baseCount: Int
  /// The text of this arena. ``used`` bytes are used, and at least one block of 32 bytes follows
  /// them, so that a text can be copied in blocks whatever its length.
  @usableFromInline var own: [UInt8]
  @usableFromInline var used = 0

  /// An empty arena, with room for `capacity` bytes.
  public init(capacity: Int = 0) {
    base = []
    baseCount = 0
    own = []
    own.reserveCapacity(capacity)
  }

  /// An arena that extends `other`: references into `other` are valid here too.
  ///
  /// Cost: nothing is copied, unless `other` extends an arena itself.
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
    let end = start + Int(ref.length)
    if start < baseCount { return base.span.extracting(start..<end) }
    return own.span.extracting(start - baseCount..<end - baseCount)
  }

  /// The bytes of `ref` and those that follow it in the arena, at least 32 in all, unless `ref` is
  /// empty. For writers that copy texts in blocks of 32 bytes.
  @inlinable @inline(__always) @_lifetime(borrow self)
  public func spanAhead(_ ref: TextRef) -> Span<UInt8> {
    let start = Int(ref.offset)
    let length = max(Int(ref.length), Self.room)
    if start < baseCount { return base.span.extracting(start..<start &+ length) }
    guard ref.length > 0 else { return span(ref) }
    return own.span.extracting(start &- baseCount..<start &- baseCount &+ length)
  }

  /// Copies `bytes` in and notes their flags.
  ///
  /// - Parameter bytes: valid UTF-8 of at most 65 535 bytes.
  /// - Returns: the text's reference.
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

  /// Copies a part of `bytes` in that is printable ASCII without quotes and backslashes, such as a
  /// JSON string without escapes, and notes its flags.
  ///
  /// Few flags are possible, and the bytes after the part may be read, so it is copied as one block
  /// of 32 bytes. With ``append(_:)`` instead, a run over 100,000 students takes 2 % more CPU time.
  ///
  /// - Throws: ``TextArenaFull``, likewise.
  @inlinable public mutating func append(
    printable range: Range<Int>,
    of bytes: Span<UInt8>
  ) throws(TextArenaFull) -> TextRef {
    let count = range.upperBound &- range.lowerBound
    // Nearly all texts fit into one block.
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
      // The last word may overlap the one before it.
      var ends = printableMarks(text.word(at: 0)) | printableMarks(text.word(at: count &- 8))
      if count > 16 { ends |= printableMarks(text.word(at: 8)) }
      if count > 24 { ends |= printableMarks(text.word(at: 16)) }
      marks = ends
    }
    var flags = marks == 0 ? [] : TextFlags(ofEach: text)
    flags.formUnion(TextFlags(ofEnds: text))
    return put(count, flags)
  }

  /// As ``append(printable:of:)``, for a part of any length at any place.
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
      // At least one block of bytes follows every text.
      copy.setBlock(bytes.block(at: first &+ index), at: start &+ index)
      index &+= Self.room
    } while index < count
    return put(count, ref.flags)
  }

  /// Drops the text after the first `count` bytes, and keeps the memory.
  ///
  /// - Precondition: what is dropped is this arena's own, not that of an arena it extends.
  public mutating func truncate(to count: Int) {
    precondition(count >= baseCount && count <= byteCount, "only own text can be dropped")
    used = count - baseCount
  }

  /// How many bytes there are at least after the text: a text may be read and written in blocks of
  /// this length.
  @inlinable static var room: Int { 32 }

  /// Makes room for `count` bytes and a block after them.
  ///
  /// - Returns: where the bytes go in ``own``.
  @inlinable @inline(__always)
  mutating func makeRoom(for count: Int) throws(TextArenaFull) -> Int {
    guard byteCount &+ count <= Int(UInt32.max), count <= Int(UInt16.max) else {
      throw TextArenaFull()
    }
    if used &+ count &+ Self.room > own.count { extend(by: count) }
    return used
  }

  /// Adds zeros after the text, by half of its length but at most 64 KiB at a time.
  @usableFromInline @inline(never) mutating func extend(by count: Int) {
    let more = min(max(used / 2, 256), 64 * 1024)
    own.append(contentsOf: repeatElement(0, count: count + Self.room + more))
  }

  /// Makes the `count` bytes after the text part of it.
  @inlinable @inline(__always)
  mutating func put(_ count: Int, _ flags: TextFlags) -> TextRef {
    let offset = UInt32(truncatingIfNeeded: byteCount)
    used &+= count
    return TextRef(offset: offset, length: UInt16(truncatingIfNeeded: count), flags: flags)
  }

  /// A part of `ref`; nothing is copied.
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

  /// A part of `ref` whose bytes raise no flag, such as digits; nothing is copied.
  @inlinable public func plainPart(_ range: Range<Int>, of ref: TextRef) -> TextRef {
    precondition(!range.isEmpty && range.upperBound <= Int(ref.length), "a part is in the whole")
    return TextRef(
      offset: ref.offset + UInt32(range.lowerBound),
      length: UInt16(range.count),
      flags: []
    )
  }

  /// Copies `text` in. Slow: for text that the program composes.
  ///
  /// - Throws: ``TextArenaFull``.
  public mutating func append(_ text: String) throws(TextArenaFull) -> TextRef {
    try append(Array(text.utf8).span)
  }

  /// The text of `ref` as a `String`. Slow: for findings and tests.
  public func string(_ ref: TextRef) -> String {
    guard ref.length > 0 else { return "" }
    let start = Int(ref.offset)
    let (bytes, first) = start < baseCount ? (base, start) : (own, start - baseCount)
    return String(decoding: bytes[first..<first + Int(ref.length)], as: UTF8.self)
  }
}

/// The text of an export is longer than 4 GiB, or one text is longer than 65 535 bytes.
public struct TextArenaFull: Error, Sendable, CustomStringConvertible {
  /// The only value.
  public init() {}

  /// What was too large.
  public var description: String { "the text of this export is larger than 4 GiB" }
}

extension TextFlags {
  /// The flags of `bytes`, in one pass.
  @inlinable public init(of bytes: Span<UInt8>) {
    self.init(of: bytes) { _, _ in }
  }

  /// The flags of `bytes`, in one pass. If there are at least eight bytes, `eachWord` is called with
  /// every eight bytes on the way, and with the index of the first of them.
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
      // The last word may overlap the one before it.
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

  /// The flags that the first and the last byte raise. There must be at least one byte.
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

  /// The flags that single bytes raise at any place.
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
  /// All bytes; tests search them for what must not be there.
  package var bytesForTests: [UInt8] { Array(base[..<baseCount] + own[..<used]) }
}
