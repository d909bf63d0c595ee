/// A column of texts of which many are the same, such as people's names.
///
/// As long as no more than 65 536 are distinct, each stands once in a list and a row has its number
/// there, in two bytes instead of eight. With more than that it is an array of texts.
public struct NameColumn: Sendable {
  /// The distinct texts, each once; the first is none.
  @usableFromInline private(set) var names: [TextRef] = [.empty]
  /// The number of each row's text; empty once there are too many.
  @usableFromInline private(set) var numbers: [UInt16] = []
  /// The text of each row, once there are too many for numbers.
  @usableFromInline private(set) var texts: [TextRef] = []
  @usableFromInline private(set) var hasTooMany = false
  /// Finds the number of a text: open addressing, at most half of it used; 0 is a free slot.
  private var slots: [UInt16] = Array(repeating: 0, count: 256)

  private static let limit = 1 << 16

  /// No rows.
  public init() {}

  /// Makes room for `count` rows.
  public mutating func reserveCapacity(_ count: Int) { numbers.reserveCapacity(count) }

  /// Adds a row with `text`.
  public mutating func append(_ text: TextRef) {
    if !hasTooMany, let number = number(of: text) { return numbers.append(number) }
    texts.append(text)
  }

  /// Makes the text of `row` also that of another row.
  public mutating func copy(_ row: Int, to other: Int) {
    if hasTooMany { texts[other] = texts[row] } else { numbers[other] = numbers[row] }
  }

  /// Takes away the last `count` rows.
  public mutating func removeLast(_ count: Int) {
    if hasTooMany { texts.removeLast(count) } else { numbers.removeLast(count) }
  }

  /// Shows each row whose text `mark` gives another number than 0, and that number; ascending.
  ///
  /// Cost: `mark` is asked once for each distinct text, among which there may be some that no row
  /// has any more. The rows are passed over only if one of them was marked.
  @inlinable public func visit(marking mark: (TextRef) -> UInt8, _ look: (Int, UInt8) -> Void) {
    if hasTooMany {
      for row in texts.indices {
        let found = mark(texts[row])
        if found != 0 { look(row, found) }
      }
      return
    }
    let marks = names.map(mark)
    guard marks.contains(where: { $0 != 0 }) else { return }
    for row in numbers.indices {
      let found = marks[Int(numbers[row])]
      if found != 0 { look(row, found) }
    }
  }

  /// The column whose row at each index is the row of this one at that of `positions`.
  public func arranged(_ positions: [Int32]) -> NameColumn {
    var column = NameColumn()
    column.names = names
    column.slots = slots
    column.hasTooMany = hasTooMany
    if hasTooMany {
      column.texts = positions.map { texts[Int($0)] }
    } else {
      column.numbers = positions.map { numbers[Int($0)] }
    }
    return column
  }

  /// Puts the rows in another order in place; see ``Swift/Array/arrange(by:)``.
  public mutating func arrange(by positions: [Int32]) {
    if hasTooMany { texts.arrange(by: positions) } else { numbers.arrange(by: positions) }
  }

  /// The same where few rows change places; see ``Swift/Array/arrange(by:moving:)``.
  public mutating func arrange(by positions: [Int32], moving isMoved: [Bool]) {
    if hasTooMany {
      texts.arrange(by: positions, moving: isMoved)
    } else {
      numbers.arrange(by: positions, moving: isMoved)
    }
  }

  /// The number of `text`, which it gets if it has none; nil if there are too many, and then all
  /// rows have become texts.
  private mutating func number(of text: TextRef) -> UInt16? {
    if text.isEmpty { return 0 }
    var slot = slot(of: text)
    while slots[slot] != 0 {
      if names[Int(slots[slot])] == text { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard names.count < Self.limit else {
      texts.reserveCapacity(numbers.capacity)
      for number in numbers { texts.append(names[Int(number)]) }
      (numbers, names, slots, hasTooMany) = ([], [], [], true)
      return nil
    }
    let number = UInt16(names.count)
    names.append(text)
    slots[slot] = number
    if names.count * 2 > slots.count { growSlots() }
    return number
  }

  private func slot(of text: TextRef) -> Int {
    Int(truncatingIfNeeded: UInt64(text.offset) &* 0x9E37_79B9_7F4A_7C15 >> 40) & (slots.count - 1)
  }

  private mutating func growSlots() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 1..<names.count {
      var slot = slot(of: names[number])
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt16(number)
    }
  }
}

extension NameColumn: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
  /// A column of `elements`.
  public init(arrayLiteral elements: TextRef...) {
    for text in elements { append(text) }
  }

  /// The first row.
  @inlinable public var startIndex: Int { 0 }
  /// The number of rows.
  @inlinable public var endIndex: Int { numbers.count + texts.count }

  /// The text of `row`.
  public subscript(row: Int) -> TextRef {
    @inlinable get { hasTooMany ? texts[row] : names[Int(numbers[row])] }
    set {
      if !hasTooMany, let number = number(of: newValue) {
        numbers[row] = number
      } else {
        texts[row] = newValue
      }
    }
  }
}
