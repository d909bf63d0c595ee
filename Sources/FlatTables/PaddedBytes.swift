public import Bytes

/// Bytes that are laid down 32 at a time, however many they are.
///
/// For what comes again and again between texts that differ: nobody asks how long it is, and the next
/// bytes go over those too many.
public struct PaddedBytes: Sendable {
  /// The bytes, and behind them zeros to a whole number of blocks.
  @usableFromInline private(set) var bytes: [UInt8]
  /// How many of them are meant.
  public private(set) var count: Int

  /// How many bytes are laid down at once.
  @inlinable public static var blockLength: Int { 32 }

  /// Those of `bytes`.
  public init(_ bytes: some Sequence<UInt8> = []) {
    self.bytes = []
    count = 0
    set { $0.append(contentsOf: bytes) }
  }

  /// Makes it what `body` makes of no bytes; the memory is kept.
  public mutating func set(_ body: (inout [UInt8]) -> Void) {
    bytes.removeAll(keepingCapacity: true)
    body(&bytes)
    count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: -count & (Self.blockLength - 1)))
  }

  /// The bytes that are meant.
  @_lifetime(borrow self)
  public func span() -> Span<UInt8> { bytes.span.extracting(0..<count) }

  /// How many bytes it takes to lay it down.
  @inlinable public var paddedCount: Int { bytes.count }

  /// Lays it down from `position` on, which goes behind it.
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
  /// Lays down a text of at most ``PaddedBytes/blockLength`` bytes from `position` on, which goes
  /// behind it; as a block, likewise.
  ///
  /// - Precondition: `ref` is not empty.
  @inlinable @inline(__always)
  public func put(_ ref: TextRef, into target: inout MutableSpan<UInt8>, at position: inout Int) {
    target.setBlock(spanAhead(ref).block(at: 0), at: position)
    position &+= Int(ref.length)
  }
}
