internal import BloomzModel
internal import FlatTables

/// The rows of a memberships file: nearly half of all bytes of a bundle.
///
/// The people of one type in one class differ by their key alone, so a row is the bytes before
/// the key, the key, and the bytes after it.
struct MembershipRows {
  private let values: RowValues
  private let layoutBefore: RowLayout
  private let layoutAfter: RowLayout
  private var before = ByteBuffer()
  private var after = ByteBuffer()
  /// How many rows were written.
  private(set) var count = 0

  /// - Precondition: `file` has one column with the member's key. A profile without one is a bug
  ///   of ours, which a test finds.
  init(_ file: ProfileFile, of values: RowValues) {
    let keys = file.columns.indices.filter { file.columns[$0].source == .value(.memberKey) }
    precondition(keys.count == 1, "a memberships file has one column with the member's key")
    self.values = values
    layoutBefore = RowLayout(0..<keys[0], of: file, endsLine: false)
    layoutAfter = RowLayout(keys[0]..<file.columns.count, of: file, endsLine: true)
  }

  /// Makes the bytes that the following rows share: those of `place`'s class and member type.
  ///
  /// Required columns need no look: the keys here were written in their own files before.
  mutating func start(_ place: RowPlace) {
    before.removeAll()
    after.removeAll()
    // An empty key, so that what follows it is left.
    _ = layoutBefore.put(place, of: values, into: &before)
    _ = layoutAfter.put(place, of: values, into: &after)
  }

  /// Writes the row of the person with `key`.
  @inline(__always)
  mutating func put<Sink: ByteSink & ~Copyable>(
    _ key: TextRef,
    of text: borrowing TextArena,
    into sink: inout Sink
  ) {
    sink.put(before.bytes.span)
    sink.put(key, of: text, as: .csv)
    sink.put(after.bytes.span)
    count += 1
  }
}
