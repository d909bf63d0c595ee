/// A row that is written again and again: its values, and the bytes before, between and after them.
///
/// Bytes that are the same in every row are merged into one literal. The CSV row `2024,NAME,true` of
/// which only `NAME` differs has one value, the bytes `2024,` before it and `,true` after it.
struct RowTemplate<Value> {
  /// A value, and the bytes after it.
  struct Step {
    var value: Value
    var after: Literals.Literal
  }

  private(set) var literals = Literals()
  /// The bytes before the first value.
  private(set) var before: Literals.Literal
  private(set) var steps: [Step] = []
  /// Bytes that were added since the last value.
  private var pending: [UInt8] = []

  init() { before = literals.add([]) }

  /// Adds bytes that every row has.
  mutating func add(_ bytes: some Sequence<UInt8>) { pending.append(contentsOf: bytes) }

  /// Adds a value that differs from row to row.
  mutating func add(value: Value) {
    end()
    steps.append(Step(value: value, after: literals.add([])))
  }

  /// Ends the row. Called once, after everything was added.
  mutating func end() {
    let literal = literals.add(pending)
    if steps.isEmpty { before = literal } else { steps[steps.count - 1].after = literal }
    pending = []
  }

  /// Adds a literal that rows have in lists of their own.
  mutating func literal(_ bytes: some Sequence<UInt8>) -> Literals.Literal {
    literals.add(Array(bytes))
  }
}
