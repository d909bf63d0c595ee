/// Bytes of an output file that are held back before they are hashed and written.
///
/// Unchecked, for it is shared by two threads, one after the other: ``OutputFile`` fills it, hands
/// it to ``Drain``, and does not touch it until the drain is done with it.
@safe final class OutputBuffer: @unchecked Sendable {
  /// Its size. Large enough that handing it to a thread costs nothing beside filling it, small
  /// enough to stay in the processor's cache.
  static var capacity: Int { OutputFile.capacity }

  /// Not initialised: only bytes that were written are read.
  let start: UnsafeMutablePointer<UInt8>

  init() { unsafe start = .allocate(capacity: Self.capacity) }

  deinit { unsafe start.deallocate() }

  /// Lends the first `count` bytes.
  func lend(_ count: Int, to body: (Span<UInt8>) -> Void) {
    precondition(count <= Self.capacity, "a buffer is not longer than itself")
    withExtendedLifetime(self) { body(unsafe Span(_unsafeStart: start, count: count)) }
  }
}
