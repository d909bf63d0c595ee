/// Bytes that are in no file of their own: what was unpacked from an archive, and is read again to
/// find a place or to judge a copy. They are kept as long as a roster refers to them.
public protocol ByteStore: AnyObject, Sendable {
  /// Reads at most `limit` bytes into `buffer` from `start` on, from `offset` of the store.
  ///
  /// - Returns: the bytes read; fewer than asked for, or than there is room for, only at the end.
  /// - Throws: the system's answer.
  func read(
    into buffer: inout [UInt8],
    from start: Int,
    at offset: Int,
    limit: Int
  ) throws -> Int
}

/// Where the bytes of one unpacked file are.
public struct UnpackedBytes: Sendable, Hashable {
  /// What holds them, with others'.
  public let store: any ByteStore
  /// Which of the store's bytes they are.
  public let range: Range<Int>

  /// The bytes `range` of `store`.
  public init(_ store: any ByteStore, _ range: Range<Int>) {
    self.store = store
    self.range = range
  }

  /// The same bytes of the same store.
  public static func == (left: UnpackedBytes, right: UnpackedBytes) -> Bool {
    left.store === right.store && left.range == right.range
  }

  /// Hashes which bytes they are, not the bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(store))
    hasher.combine(range)
  }
}
