import CSystemCalls
import Crypto

/// Where an output file's bytes go: to the hash, and to the disk unless it is a prediction.
final class Drain {
  private var hash = SHA256()
  private var descriptor: Int32?
  /// The first failure; after it nothing more is written.
  private(set) var failure: SystemError?

  /// - Parameter descriptor: owned from now on; nil for a prediction.
  init(descriptor: Int32?) {
    self.descriptor = descriptor
  }

  deinit {
    if let descriptor { system_close(descriptor) }
  }

  /// Takes the next bytes in.
  func take(_ bytes: Span<UInt8>) {
    hash.update(bytes)
    guard failure == nil, let descriptor else { return }
    do {
      try checked(write(bytes, to: descriptor))
    } catch {
      failure = error
    }
  }

  /// Puts the file on disk and closes it.
  func close() throws(SystemError) {
    guard let descriptor else { return }
    self.descriptor = nil
    if failure == nil {
      do { try checked(system_sync(descriptor)) } catch { failure = error }
    }
    do {
      try checked(system_close(descriptor))
    } catch {
      failure = failure ?? error
    }
    if let failure { throw failure }
  }

  /// The SHA-256 of all bytes so far.
  var sha256: String { hexadecimal(hash.finalize()) }
}
