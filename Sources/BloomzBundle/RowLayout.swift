internal import BloomzModel

/// The columns of a CSV file, compiled once: what repeats in every row is merged into runs of
/// bytes, and only what differs is looked up.
struct RowLayout {
  private enum Step {
    /// A range of ``literals``: commas, fixed values, the end of the line.
    case bytes(Range<Int>)
    /// A value of the row, which must not be empty if `isRequired`; `column` is for the error.
    case value(RowValue, isRequired: Bool, column: Int)
  }

  private var literals: [UInt8] = []
  private var steps: [Step] = []

  /// Compiles `columns` (positions) of `file`, without a comma before the first; after the last
  /// comes a comma too, unless it ends the line.
  init(_ columns: Range<Int>, of file: ProfileFile, endsLine: Bool) {
    var literal = 0
    for column in columns {
      switch file.columns[column].source {
      case .fixed(let text): literals.append(contentsOf: csvField(text))
      case .value(let value):
        if literal < literals.count { steps.append(.bytes(literal..<literals.count)) }
        literal = literals.count
        let isRequired = file.columns[column].field.need == .required
        steps.append(.value(value, isRequired: isRequired, column: column))
      }
      if column == columns.upperBound - 1, endsLine {
        literals.append(contentsOf: "\r\n".utf8)
      } else {
        literals.append(UInt8(ascii: ","))
      }
    }
    if literal < literals.count { steps.append(.bytes(literal..<literals.count)) }
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
    for step in steps {
      switch step {
      case .bytes(let range): sink.put(literals.span.extracting(range))
      case .value(let value, let isRequired, let column):
        let cell = values.cell(value, at: place)
        switch cell {
        case .text(let ref): sink.put(ref, of: values.roster.text, as: .csv)
        case .word(let word): values.words.put(word, into: &sink)
        case .count(let count): sink.put(decimal: count)
        }
        if isRequired, values.isEmpty(cell) { missing = column }
      }
    }
    return missing
  }
}
