public import Bytes

/// Bytes that are written in blocks of 32, whatever their count.
///
/// For bytes that a writer puts between texts again and again. `","phone":"` is 11 bytes and is
/// written as one block of 32; whatever is written next replaces the other 21.
public struct PaddedBytes: Sendable {
  /// The bytes, and zeros after them up to a whole number of blocks.
  @usableFromInline private(set) var bytes: [UInt8]
  /// How many bytes there are, without the zeros.
  public private(set) var count: Int

  /// How many bytes are written at once.
  @inlinable public static var blockLength: Int { 32 }

  /// A copy of `bytes`.
  public init(_ bytes: some Sequence<UInt8> = []) {
    self.bytes = []
    count = 0
    set { $0.append(contentsOf: bytes) }
  }

  /// Replaces the bytes by those that `body` appends to an empty array; the memory is kept.
  public mutating func set(_ body: (inout [UInt8]) -> Void) {
    bytes.removeAll(keepingCapacity: true)
    body(&bytes)
    count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: -count & (Self.blockLength - 1)))
  }

  /// The bytes, without the zeros.
  @_lifetime(borrow self)
  public func span() -> Span<UInt8> { bytes.span.extracting(0..<count) }

  /// How many bytes are written: ``count``, rounded up to whole blocks.
  @inlinable public var paddedCount: Int { bytes.count }

  /// Writes the bytes from `position` on, and moves `position` to their end.
  @inlinable @inline(__always)
  public func put(into target: inout MutableSpan<UInt8>, at position: inout Int) {
    var done = 0
    while done < bytes.count {
      target.setBlock(bytes.span.block(at: done), at: position &+ done)
      done &+= Self.blockLength
    }
    position &+= count
  }
}

extension TextArena {
  /// Writes a text of at most ``PaddedBytes/blockLength`` bytes from `position` on, as one block, and
  /// moves `position` to its end.
  ///
  /// - Precondition: `ref` is not empty.
  @inlinable @inline(__always)
  public func put(_ ref: TextRef, into target: inout MutableSpan<UInt8>, at position: inout Int) {
    target.setBlock(spanAhead(ref).block(at: 0), at: position)
    position &+= Int(ref.length)
  }
}
