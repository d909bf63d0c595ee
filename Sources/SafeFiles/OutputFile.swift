/// One file while it is written and hashed: a buffer in memory, then the disk.
///
/// Given by ``OutputFolder/write(_:_:)``. Putting never throws: the first failure is kept, later
/// bytes go nowhere, and the error comes when the file is closed. So a writer's inner loop needs
/// no `try`, and the error cannot be overlooked.
///
/// The bytes are meant to be UTF-8; the file does not look at them.
@safe public struct OutputFile: ~Copyable {
  /// Bytes that are held back before they are handed on.
  @inlinable static var capacity: Int { 256 * 1024 }

  // The start of `filling`, at hand for the inner loops of other rooms. No pointer leaves a method,
  // and each copy is preceded by the check that `used` plus the count is within `capacity`.
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  /// Bytes in the buffer.
  @usableFromInline var used = 0
  /// Bytes handed on before.
  @usableFromInline var passedOn = 0
  private var filling = OutputBuffer()
  /// The other buffer, from the first time one was handed over.
  private var other: OutputBuffer?
  /// Whether the drain may still be at work on the other buffer.
  private var isDraining = false
  private let drain: Drain
  private let crew: WritingCrew?
  private let path: String

  /// - Parameters:
  ///   - descriptor: a new file, owned from now on; nil to predict only.
  ///   - isHashed: whether the digest of its bytes is wanted.
  ///   - path: for messages.
  ///   - crew: the other writers at work; nil if there are none.
  init(descriptor: Int32?, isHashed: Bool, path: String, crew: WritingCrew? = nil) {
    unsafe start = filling.start
    drain = Drain(descriptor: descriptor, isHashed: isHashed)
    self.crew = crew
    self.path = path
  }

  // The drain must not write any more when the caller goes on, to remove the file perhaps.
  deinit { if isDraining { drain.waitForBuffers() } }

  /// Bytes put so far.
  @inlinable public var byteCount: Int { passedOn + used }

  /// Puts a literal of the program.
  @inlinable public mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { unsafe put(Span(_unsafeElements: $0)) }
  }

  /// Puts text as UTF-8. A literal is taken for a `StaticString`, which is quicker to look into.
  @_disfavoredOverload
  @inlinable public mutating func put(_ text: String) {
    put(text.utf8.span)
  }

  /// Puts bytes.
  @inlinable public mutating func put(_ bytes: [UInt8]) {
    put(bytes.span)
  }

  /// Puts bytes.
  @inlinable public mutating func put(_ bytes: Span<UInt8>) {
    let count = bytes.count
    guard count <= Self.capacity - used else { return putInPieces(bytes) }
    unsafe bytes.withUnsafeBytes { source in
      guard let first = source.baseAddress else { return }
      unsafe copy(count, from: first, to: UnsafeMutableRawPointer(start + used))
    }
    used += count
  }

  /// Puts the first `count` of `bytes`.
  ///
  /// Quicker than to put a part where there are 32 bytes at least and few of them are wanted, for
  /// no count is needed: all 32 are written, and the next bytes overwrite the surplus.
  @inlinable @inline(__always)
  public mutating func put(first count: Int, of bytes: Span<UInt8>) {
    guard bytes.count >= 32, 0...32 ~= count, used <= Self.capacity - 32 else {
      return putLong(bytes.extracting(0..<count))
    }
    unsafe bytes.withUnsafeBytes { source in
      guard let first = source.baseAddress else { return }
      let target = unsafe UnsafeMutableRawPointer(start + used)
      unsafe target.storeBytes(of: first.loadUnaligned(as: SIMD32<UInt8>.self), as: SIMD32.self)
    }
    used += count
  }

  /// How many bytes may be put until the buffer is full.
  @inlinable public var room: Int { Self.capacity - used }

  /// Puts as many bytes as `body` lays down from the start of what it is given: for loops in which
  /// each step would ask for room and note how much is left.
  ///
  /// What it is given holds whatever was put there before.
  ///
  /// - Parameters:
  ///   - count: how many bytes it is given; no more than ``room``.
  ///   - body: gives the number of bytes that it laid down.
  @inlinable @inline(__always)
  public mutating func put(upTo count: Int, _ body: (inout MutableSpan<UInt8>) -> Int) {
    precondition(0...room ~= count, "there is room for what may be put")
    var target = unsafe MutableSpan(_unsafeStart: start + used, count: count)
    let done = body(&target)
    precondition(0...count ~= done, "no more is put than there is room for")
    used += done
  }

  /// Puts bytes; not inlined, for where they are seldom more than a few.
  @usableFromInline @inline(never) mutating func putLong(_ bytes: Span<UInt8>) { put(bytes) }

  /// Puts the first `count` of the eight bytes of `word`, the lowest first.
  @inlinable @inline(__always)
  public mutating func put(first count: Int, ofWord word: UInt64) {
    guard used <= Self.capacity - 8, 0...8 ~= count else { return putBytes(count, of: word) }
    unsafe UnsafeMutableRawPointer(start + used).storeBytes(
      of: word.littleEndian,
      as: UInt64.self
    )
    used += count
  }

  @usableFromInline @inline(never) mutating func putBytes(_ count: Int, of word: UInt64) {
    precondition(0...8 ~= count, "a word has eight bytes")
    for index in 0..<count { put(byte: UInt8(truncatingIfNeeded: word >> UInt64(8 * index))) }
  }

  /// Copies bytes; most texts are shorter than a call to the system's copying costs, so up to 32
  /// bytes are moved as two overlapping half words, words or pairs of words.
  ///
  /// Safe where `count` bytes may be read from `source` and written to `target`: no load or store
  /// goes beyond.
  @inlinable @inline(__always)
  func copy(_ count: Int, from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer) {
    func word(_ offset: Int) {
      unsafe target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
        toByteOffset: offset,
        as: UInt64.self
      )
    }
    func halfWord(_ offset: Int) {
      unsafe target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: offset, as: UInt32.self),
        toByteOffset: offset,
        as: UInt32.self
      )
    }
    switch count {
    case 17...32:
      word(0)
      word(8)
      word(count &- 16)
      word(count &- 8)
    case 8...16:
      word(0)
      word(count &- 8)
    case 4..<8:
      halfWord(0)
      halfWord(count &- 4)
    case 0..<4:
      for offset in 0..<count {
        unsafe target.storeBytes(
          of: source.load(fromByteOffset: offset, as: UInt8.self),
          toByteOffset: offset,
          as: UInt8.self
        )
      }
    default: unsafe target.copyMemory(from: source, byteCount: count)
    }
  }

  /// Puts more bytes than there is room for.
  @usableFromInline mutating func putInPieces(_ bytes: Span<UInt8>) {
    var done = 0
    while done < bytes.count {
      if used == Self.capacity { pass() }
      let count = min(Self.capacity - used, bytes.count - done)
      put(bytes.extracting(done..<done + count))
      done += count
    }
  }

  /// Puts one byte: `put(byte: UInt8(ascii: ","))`.
  ///
  /// It has a label because `put(0x22)` would look like a number's digits.
  @inlinable public mutating func put(byte: UInt8) {
    if used == Self.capacity { pass() }
    unsafe start[used] = byte
    used += 1
  }

  /// Puts eight bytes, the lowest of `word` first.
  @inlinable public mutating func put(word: UInt64) { put(first: 8, ofWord: word) }

  /// Hands the full buffer on and goes on with the other, once that is free; where there is no
  /// processor for that, has it hashed and written first.
  @usableFromInline mutating func pass() {
    waitForDrain()
    if crew?.isComplete == true {
      drain.take(filling, used)
    } else {
      let full = filling
      filling = other ?? OutputBuffer()
      other = full
      unsafe start = filling.start
      drain.takeLater(full)
      isDraining = true
    }
    passedOn += used
    used = 0
  }

  private mutating func waitForDrain() {
    guard isDraining else { return }
    drain.waitForBuffers()
    isDraining = false
  }

  /// Closes the file when it is complete.
  ///
  /// - Parameter entry: its path in the entry.
  /// - Returns: path, size and digest, which is "" where none was wanted.
  /// - Throws: the first failure since the file was made.
  mutating func close(as entry: String) throws(FileError) -> FileEntry {
    waitForDrain()
    let isLarge = passedOn > 0
    drain.take(filling, used)
    passedOn += used
    used = 0
    do {
      return FileEntry(
        path: entry,
        byteCount: byteCount,
        sha256: try drain.close(isLarge: isLarge)
      )
    } catch {
      throw error.failed("write", path)
    }
  }
}
