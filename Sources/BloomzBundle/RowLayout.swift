internal import BloomzModel

/// The columns of a CSV file, compiled once: what repeats in every row is merged into runs of
/// bytes, and only what differs is looked up.
struct RowLayout {
  /// A value of the row, and what stands behind it: commas, fixed values, the end of the line.
  private struct Step {
    var value: RowValue
    /// Whether it must not be empty; ``column`` is for the error.
    var isRequired: Bool
    var column: Int
    var behind: Literals.Literal
  }

  private var literals = Literals()
  private var before: Literals.Literal
  private var steps: [Step] = []

  /// Compiles `columns` (positions) of `file`, without a comma before the first; after the last
  /// comes a comma too, unless it ends the line.
  init(_ columns: Range<Int>, of file: ProfileFile, endsLine: Bool) {
    var literal: [UInt8] = []
    before = literals.add([])
    func end() {
      let added = literals.add(literal)
      if steps.isEmpty { before = added } else { steps[steps.count - 1].behind = added }
      literal = []
    }
    for column in columns {
      switch file.columns[column].source {
      case .fixed(let text): literal.append(contentsOf: csvField(text))
      case .value(let value):
        end()
        let isRequired = file.columns[column].field.need == .required
        steps.append(Step(value: value, isRequired: isRequired, column: column, behind: before))
      }
      let isLast = column == columns.upperBound - 1 && endsLine
      literal.append(contentsOf: (isLast ? "\r\n" : ",").utf8)
    }
    end()
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
    literals.put(before, into: &sink)
    for index in steps.indices {
      let step = steps[index]
      let cell = values.cell(step.value, at: place)
      switch cell {
      case .text(let ref): sink.put(ref, of: values.roster.text, as: .csv)
      case .word(let word): values.words.put(word, into: &sink)
      case .count(let count): sink.put(decimal: count)
      }
      if step.isRequired, values.isEmpty(cell) { missing = step.column }
      literals.put(step.behind, into: &sink)
    }
    return missing
  }
}
