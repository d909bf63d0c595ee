internal import BloomzModel
internal import FlatTables

/// The rows of a memberships file: nearly half of all bytes of a bundle.
///
/// The people of one type in one class differ by their key alone: what is between two keys, the
/// end of one row and the beginning of the next, is the same bytes each time.
struct MembershipRows {
  private let values: RowValues
  private let layoutBefore: RowLayout
  private let layoutAfter: RowLayout
  /// The end of one row and the beginning of the next, as long as the class and type stay the same.
  private var between = PaddedBytes()
  private var around = ByteBuffer()
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

  /// Writes a row for each of `people`, who are members of `place`'s class in the way it says.
  ///
  /// Required columns are not checked: each key was checked when the person's own file was written.
  ///
  /// - Parameters:
  ///   - people: rows of a table of people.
  ///   - keys: that table's keys.
  ///   - place: the class and the type of member.
  ///   - sink: where the rows go.
  mutating func put<Sink: ByteSink & ~Copyable>(
    _ people: ArraySlice<Int32>,
    keys: [TextRef],
    at place: RowPlace,
    into sink: inout Sink
  ) {
    guard !people.isEmpty else { return }
    // An empty key, so that what is around it is left.
    around.bytes.removeAll(keepingCapacity: true)
    _ = layoutAfter.put(place, of: values, into: &around)
    let endCount = around.bytes.count
    _ = layoutBefore.put(place, of: values, into: &around)
    between.set { $0.append(contentsOf: around.bytes) }
    sink.put(between.span().extracting(endCount...))
    sink.put(people, keys: keys, of: values.roster.text, as: .csv, between: between)
    sink.put(between.span().extracting(..<endCount))
    count += people.count
  }
}
