/// One file while it is written and hashed: a buffer in memory, and behind it the disk.
///
/// Given by ``OutputFolder/write(_:_:)``. Putting never throws: the first failure is kept, later
/// bytes go nowhere, and the error comes when the file is closed. So a writer's inner loop needs
/// no `try`, and nobody can forget to look.
///
/// The bytes are meant to be UTF-8; the file does not look at them.
@safe public struct OutputFile: ~Copyable {
  /// Bytes that are held back before they are handed on.
  @usableFromInline static var capacity: Int { 256 * 1024 }

  // The buffer is the file's own from init to deinit, and no pointer into it leaves a method.
  // Each copy into it is preceded by the check that `used` plus the count is within `capacity`.
  @usableFromInline let buffer: UnsafeMutablePointer<UInt8>
  /// Bytes in the buffer.
  @usableFromInline var used = 0
  /// Bytes handed on before.
  @usableFromInline var passedOn = 0
  private let drain: Drain
  private let path: String

  /// - Parameters:
  ///   - descriptor: a new file, owned from now on; nil to predict only.
  ///   - path: for messages.
  init(descriptor: Int32?, path: String) {
    unsafe buffer = .allocate(capacity: Self.capacity)
    drain = Drain(descriptor: descriptor)
    self.path = path
  }

  deinit { unsafe buffer.deallocate() }

  /// Bytes put so far.
  @inlinable public var byteCount: Int { passedOn + used }

  /// Puts text that stands in the program.
  @inlinable public mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { unsafe copy($0) }
  }

  /// Puts text as UTF-8.
  // A literal is a StaticString here, which costs nothing to look into.
  @_disfavoredOverload
  @inlinable public mutating func put(_ text: String) {
    put(text.utf8.span)
  }

  /// Puts bytes.
  @inlinable public mutating func put(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe copy($0) }
  }

  /// Puts bytes.
  @inlinable public mutating func put(_ bytes: [UInt8]) {
    put(bytes.span)
  }

  /// Puts one byte: `put(byte: UInt8(ascii: ","))`.
  ///
  /// It has a label because `put(0x22)` would look like a number's digits.
  @inlinable public mutating func put(byte: UInt8) {
    if used == Self.capacity { pass() }
    unsafe buffer[used] = byte
    used += 1
  }

  @inlinable @inline(__always)
  mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= Self.capacity - used else { return unsafe copyInPieces(bytes) }
    guard let start = bytes.baseAddress else { return }
    unsafe (buffer + used).update(from: start, count: bytes.count)
    used += bytes.count
  }

  @usableFromInline mutating func copyInPieces(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = unsafe bytes[...]
    while unsafe !rest.isEmpty {
      if used == Self.capacity { pass() }
      let piece = unsafe rest.prefix(Self.capacity - used)
      unsafe copy(UnsafeBufferPointer(rebasing: piece))
      unsafe rest = rest.dropFirst(piece.count)
    }
  }

  /// Hands the buffer's bytes on.
  @usableFromInline mutating func pass() {
    unsafe drain.take(Span(_unsafeStart: buffer, count: used))
    passedOn += used
    used = 0
  }

  /// Closes the file when it is complete and on disk.
  ///
  /// - Throws: the first failure since the file was made.
  mutating func close(as entry: String) throws(FileError) -> FileEntry {
    pass()
    do {
      try drain.close()
    } catch {
      throw error.failed("write", path)
    }
    return FileEntry(path: entry, byteCount: byteCount, sha256: drain.sha256)
  }
}
