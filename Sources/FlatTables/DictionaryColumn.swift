internal import Bytes

/// A column of texts of which many are the same, such as people's names and relationships.
///
/// Each distinct text is in a list once, and a row has its number there, in two bytes instead of
/// eight. A column with more than 65 536 distinct texts, such as the whole names of API v1, becomes
/// an array of texts. At a million students these columns take 80 MiB less than arrays, and rules
/// judge each distinct name once.
public struct DictionaryColumn: Sendable {
  /// The distinct texts, in the order they were first met; empty once there are too many.
  @usableFromInline private(set) var distinct: [TextRef] = []
  /// For each row the position of its text in ``distinct``; empty once there are too many.
  @usableFromInline private(set) var numbers: [UInt16] = []
  /// The text of each row, once there are too many.
  @usableFromInline private(set) var texts: [TextRef] = []
  @usableFromInline private(set) var hasTooMany = false
  /// Finds the position of a text in ``distinct``.
  private var index = HashIndex()

  /// How many distinct texts two bytes can number.
  private static let limit = 1 << 16

  /// No rows.
  public init() {}

  /// Makes room for `count` rows.
  public mutating func reserveCapacity(_ count: Int) { numbers.reserveCapacity(count) }

  /// Adds a row with `text`.
  ///
  /// Two texts are the same if they are the same part of the arena: ``TextInterner`` sees to that.
  public mutating func append(_ text: TextRef) {
    if let number = number(of: text) { numbers.append(number) } else { texts.append(text) }
  }

  /// Calls `look` with each row whose text `mark` does not give 0, ascending, and with what it gave.
  ///
  /// Cost: `mark` is called once for each distinct text. The rows are passed over only if it marks
  /// one of them.
  @inlinable public func visit(marking mark: (TextRef) -> UInt8, _ look: (Int, UInt8) -> Void) {
    if hasTooMany {
      for row in texts.indices {
        let found = mark(texts[row])
        if found != 0 { look(row, found) }
      }
      return
    }
    let marks = distinct.map(mark)
    guard marks.contains(where: { $0 != 0 }) else { return }
    for row in numbers.indices {
      let found = marks[Int(numbers[row])]
      if found != 0 { look(row, found) }
    }
  }

  /// The rows in another order; `positions` are for each place the index of its row.
  public func reordered(by positions: [Int32]) -> DictionaryColumn {
    var column = self
    column.numbers = hasTooMany ? [] : numbers.reordered(by: positions)
    column.texts = hasTooMany ? texts.reordered(by: positions) : []
    return column
  }

  /// The rows of a column that has one for each target of `links`, in the order that
  /// ``Links/reordered(by:)`` gives the targets.
  public func reordered(beside links: Links, by positions: [Int32]) -> DictionaryColumn {
    var column = self
    column.numbers = hasTooMany ? [] : links.reordered(column: numbers, by: positions)
    column.texts = hasTooMany ? links.reordered(column: texts, by: positions) : []
    return column
  }

  /// The number of `text`, which it gets if it has none. Nil if there are too many; the column is
  /// an array of texts then.
  private mutating func number(of text: TextRef) -> UInt16? {
    guard !hasTooMany else { return nil }
    let hash = DictionaryColumn.hash(text)
    let (slot, known) = index.find(hash) { distinct[$0] == text }
    if known >= 0 { return UInt16(known) }
    guard distinct.count < Self.limit else {
      texts.reserveCapacity(numbers.capacity)
      for number in numbers { texts.append(distinct[Int(number)]) }
      (numbers, distinct, index, hasTooMany) = ([], [], HashIndex(), true)
      return nil
    }
    distinct.append(text)
    index.add(hash, at: slot) { DictionaryColumn.hash(distinct[$0]) }
    return UInt16(distinct.count - 1)
  }

  private static func hash(_ text: TextRef) -> UInt64 {
    scrambled(UInt64(text.offset) << 16 | UInt64(text.length))
  }
}

extension DictionaryColumn: RandomAccessCollection, MutableCollection {
  /// The first row.
  @inlinable public var startIndex: Int { 0 }
  /// The number of rows.
  @inlinable public var endIndex: Int { hasTooMany ? texts.count : numbers.count }

  /// The text of `row`.
  public subscript(row: Int) -> TextRef {
    @inlinable get { hasTooMany ? texts[row] : distinct[Int(numbers[row])] }
    set {
      if let number = number(of: newValue) { numbers[row] = number } else { texts[row] = newValue }
    }
  }
}
