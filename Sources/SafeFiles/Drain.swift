import CSystemCalls
import Crypto
import Dispatch  // a serial queue: the one thread that hashes and writes, started only when needed
import Synchronization

/// Where an output file's bytes go: to the hash, and to the disk unless it is a prediction.
///
/// Full buffers are hashed and written on a thread of their own while the next one is filled, at
/// most one at a time; on the caller's, where ``WritingCrew`` keeps every processor busy. What is
/// left at the end, and so a small file as a whole, is always taken there.
final class Drain: Sendable {
  private struct State {
    /// Nil if no digest is asked for.
    var hash: SHA256?
    var descriptor: Int32?
    /// The first failure; after it nothing more is written.
    var failure: SystemError?

    mutating func take(_ bytes: Span<UInt8>) {
      hash?.update(bytes)
      guard failure == nil, let descriptor else { return }
      do {
        try checked(write(bytes, to: descriptor))
      } catch {
        failure = error
      }
    }
  }

  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "output file")

  /// - Parameters:
  ///   - descriptor: owned from now on; nil for a prediction.
  ///   - isHashed: whether the digest of the bytes is wanted.
  init(descriptor: Int32?, isHashed: Bool) {
    state = Mutex(State(hash: isHashed ? SHA256() : nil, descriptor: descriptor))
  }

  deinit { state.withLock { _ = $0.descriptor.map(system_close) } }

  /// Takes a full buffer in, soon. Nothing may touch it until ``waitForBuffers()``.
  func takeLater(_ buffer: OutputBuffer) {
    queue.async { self.take(buffer, OutputBuffer.capacity) }
  }

  /// Waits until the buffers that were handed over are done with.
  func waitForBuffers() {
    queue.sync {}
  }

  /// Takes the first `count` bytes of a buffer in, now.
  func take(_ buffer: OutputBuffer, _ count: Int) {
    state.withLock { state in buffer.lend(count) { state.take($0) } }
  }

  /// Closes the file, of which no buffer is under way any more. It is on its way to disk then, not
  /// there: ``Staging`` waits for all files at the end, which is far faster than for each at once.
  ///
  /// - Parameter isLarge: the disk shall begin now. For a small file the call costs more than it
  ///   gains.
  /// - Returns: the SHA-256 of all bytes; "" where it was not wanted.
  /// - Throws: the first failure.
  func close(isLarge: Bool) throws(SystemError) -> String {
    try state.withLock { state throws(SystemError) in
      if let descriptor = state.descriptor {
        state.descriptor = nil
        if isLarge, state.failure == nil { system_begin_sync(descriptor) }
        let result = system_close(descriptor)
        if let failure = state.failure { throw failure }
        try checked(result)
      }
      return state.hash.map { hexadecimal($0.finalize()) } ?? ""
    }
  }
}
