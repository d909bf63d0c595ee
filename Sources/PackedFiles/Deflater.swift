import CZlib

/// Packs bytes by zlib, buffer by buffer. The same bytes in the same pieces give the same packed
/// bytes: no time and no name goes into them.
@safe package final class Deflater {
  /// What one step did.
  private typealias Step = (taken: Int, given: Int, hasEnded: Bool)

  private let stream: UnsafeMutablePointer<z_stream>
  private var output = [UInt8](repeating: 0, count: 64 << 10)

  /// Raw deflate data (RFC 1951), or a gzip member (RFC 1952); nil when there is no memory for it.
  package init?(gzip: Bool) {
    guard let stream = unsafe zlib_deflater(gzip ? 1 : 0) else { return nil }
    unsafe self.stream = stream
  }

  deinit { unsafe zlib_deflater_free(stream) }

  /// Takes `bytes` in and hands on what is packed by then; with `isLast` all of it.
  package func pack<Failure: Error>(
    _ bytes: Span<UInt8>,
    isLast: Bool,
    to take: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    // Out of the object while it is lent: a span of an object's property cannot be handed on.
    var output: [UInt8] = []
    swap(&output, &self.output)
    defer { swap(&output, &self.output) }
    var done = 0
    while true {
      let step = self.step(bytes.extracting(done..<bytes.count), isLast: isLast, into: &output)
      done += step.taken
      if step.given > 0 { try take(output.span.extracting(0..<step.given)) }
      // A full buffer means that there may be more to come.
      if step.hasEnded || !isLast && done == bytes.count && step.given < output.count { return }
    }
  }

  private func step(
    _ bytes: Span<UInt8>,
    isLast: Bool,
    into output: inout [UInt8]
  ) -> Step {
    let step = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe zlib_deflate(
          stream,
          source.baseAddress,
          source.count,
          target.baseAddress,
          target.count,
          isLast ? 1 : 0
        )
      }
    }
    return (step.taken, step.given, step.answer == Z_STREAM_END)
  }
}
