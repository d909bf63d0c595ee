/// Where a record begins, in eight bytes: the number of its file and the offset of its first byte.
///
/// A table keeps one of these a row. Line and column cost a walk of the file, so they are
/// computed only when a finding or a ledger line is shown.
@frozen public struct RecordPlace: Sendable, Hashable, Comparable {
  /// The file number in the upper 20 bits, the byte offset in the lower 44.
  public var packed: UInt64

  /// How many files a run can tell apart.
  public static let fileLimit = 1 << 20
  /// The first offset that does not fit: 16 TiB.
  public static let offsetLimit = 1 << 44

  /// A row that was never read: it is only known because something refers to it.
  @inlinable public static var none: RecordPlace { RecordPlace(packed: .max) }

  @inlinable init(packed: UInt64) { self.packed = packed }

  /// The place `offset` bytes into file number `file`.
  ///
  /// - Precondition: both are below their limits; the reader refuses larger inputs before.
  @inlinable public init(file: Int, offset: Int) {
    precondition(
      file >= 0 && file < RecordPlace.fileLimit && offset >= 0 && offset < RecordPlace.offsetLimit
    )
    packed = UInt64(file) << 44 | UInt64(offset)
  }

  /// The file's number in the order the run read its list of files.
  @inlinable public var file: Int { Int(packed >> 44) }
  /// Bytes from the start of the file, from 0.
  @inlinable public var offset: Int { Int(packed & (1 << 44 - 1)) }
  /// Whether the record was read at all.
  @inlinable public var isKnown: Bool { packed != .max }

  /// Orders by file, then offset.
  @inlinable public static func < (left: RecordPlace, right: RecordPlace) -> Bool {
    left.packed < right.packed
  }
}
