import CZlib

// This file and `Deflater` are the wall before zlib. Each `unsafe` lends the bytes of arrays to one
// call, which keeps within the counts it is given and keeps no pointer; the stream's own memory is
// freed once, by `deinit`.

/// Takes deflate data apart, buffer by buffer, by zlib.
@safe final class Inflater {
  /// What is around the data.
  enum Wrapping {
    /// Nothing, as in a zip (RFC 1951).
    case none
    /// A header, and checksums after the data (RFC 1952), which are checked.
    case gzip
  }

  /// What one step did.
  struct Step {
    /// Bytes of input taken.
    var taken: Int
    /// Bytes of output given; also before an error.
    var given: Int
    var state: State
  }

  /// How the data go on.
  enum State {
    case goesOn
    /// The data have ended, their checksums fit.
    case ended
    /// These are no deflate data, or a checksum does not fit.
    case damaged
  }

  private let stream: UnsafeMutablePointer<z_stream>

  /// Nil when there is no memory for it.
  init?(_ wrapping: Wrapping) {
    guard let stream = unsafe zlib_inflater(wrapping == .gzip ? 1 : 0) else { return nil }
    unsafe self.stream = stream
  }

  deinit { unsafe zlib_inflater_free(stream) }

  /// Begins a further stream.
  func reset() { unsafe zlib_inflater_reset(stream) }

  /// Takes some of `input[range]`, and fills `output` from its beginning.
  func step(_ input: [UInt8], _ range: Range<Int>, into output: inout [UInt8]) -> Step {
    let bytes = input.span.extracting(range)
    let step = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe zlib_inflate(
          stream,
          source.baseAddress,
          source.count,
          target.baseAddress,
          target.count
        )
      }
    }
    let state: State =
      switch step.answer {
      case Z_STREAM_END: .ended
      // "No progress": there was no input, or no room; zlib goes on with the next call.
      case Z_OK, Z_BUF_ERROR: .goesOn
      default: .damaged
      }
    return Step(taken: step.taken, given: step.given, state: state)
  }
}

/// The CRC-32 of bytes that come in pieces (the polynomial of zip and gzip), by zlib.
package struct Checksum: Sendable, Hashable {
  /// That of the bytes so far.
  package private(set) var value: UInt32 = 0

  /// That of no bytes.
  package init() {}

  /// Takes the next bytes in.
  package mutating func take(_ bytes: Span<UInt8>) {
    value = unsafe bytes.withUnsafeBufferPointer {
      unsafe zlib_crc(value, $0.baseAddress, $0.count)
    }
  }
}
