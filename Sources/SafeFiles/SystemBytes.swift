import CSystemCalls
import Crypto

// The few calls that lend bytes to C. Each is safe for the same reason: the callee keeps within the
// count it is given, and is done with the bytes on return.

/// Writes all bytes, or gives the error as a negative `errno`.
func write(_ bytes: Span<UInt8>, to descriptor: Int32) -> Int32 {
  unsafe bytes.withUnsafeBytes { unsafe system_write(descriptor, $0.baseAddress, $0.count) }
}

/// Fills `bytes` after its first `start` from a file, with at most `limit` bytes: from `offset`, or
/// from the reading position if that is below 0. Gives the count of bytes read, or the error as a
/// negative `errno`.
func read(
  into bytes: inout [UInt8],
  from start: Int,
  of descriptor: Int32,
  at offset: Int64,
  limit: Int = .max
) -> Int64 {
  precondition(start >= 0 && start <= bytes.count, "reading begins inside the buffer")
  precondition(limit >= 0, "a limit is a count")
  let end = start + min(limit, bytes.count - start)
  return unsafe bytes.withUnsafeMutableBytes { buffer in
    let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[start..<end])
    return unsafe system_read(descriptor, rest.baseAddress, rest.count, offset)
  }
}

/// Fills `bytes` from the kernel's random numbers, or gives the error as a negative `errno`.
func fillRandomly(_ bytes: inout [UInt8]) -> Int32 {
  unsafe bytes.withUnsafeMutableBytes { unsafe system_random($0.baseAddress, $0.count) }
}

extension SHA256 {
  /// Takes the next bytes in.
  mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe update(bufferPointer: $0) }
  }
}
