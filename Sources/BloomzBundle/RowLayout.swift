internal import BloomzModel

/// The columns of a CSV file, compiled once: what repeats in every row is merged into runs of
/// bytes, and only what differs is looked up.
struct RowLayout {
  /// A value of the row.
  private struct Column {
    var value: RowValue
    /// Whether it must not be empty.
    var isRequired: Bool
    /// The position of its column in the file.
    var position: Int
  }

  private var row = RowTemplate<Column>()

  /// Compiles `columns` (positions) of `file`, without a comma before the first; after the last
  /// comes a comma too, unless it ends the line.
  init(_ columns: Range<Int>, of file: ProfileFile, endsLine: Bool) {
    for position in columns {
      switch file.columns[position].source {
      case .fixed(let text): row.add(csvField(text))
      case .value(let value):
        let isRequired = file.columns[position].field.need == .required
        row.add(value: Column(value: value, isRequired: isRequired, position: position))
      }
      let isLast = position == columns.upperBound - 1 && endsLine
      row.add((isLast ? "\r\n" : ",").utf8)
    }
    row.end()
  }

  /// Writes the row at `place`.
  ///
  /// - Returns: the column that is required and empty in this row, or nil.
  @inline(__always)
  func put<Sink: ByteSink & ~Copyable>(
    _ place: RowPlace,
    of values: RowValues,
    into sink: inout Sink
  ) -> Int? {
    var missing: Int?
    row.literals.put(row.before, into: &sink)
    for index in row.steps.indices {
      let step = row.steps[index]
      let cell = values.cell(step.value.value, at: place)
      switch cell {
      case .text(let ref): sink.put(ref, of: values.roster.text, as: .csv)
      case .word(let word): values.words.put(word, into: &sink)
      case .count(let count): sink.put(decimal: count)
      }
      if step.value.isRequired, values.isEmpty(cell) { missing = step.value.position }
      row.literals.put(step.after, into: &sink)
    }
    return missing
  }
}
