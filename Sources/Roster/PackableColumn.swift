public import FlatTables

/// A column of values that are whole numbers underneath: open to changes at first, packed in the end.
///
/// While rows come and change, a value stands as it is; packed, in as few bytes as ``NearNumbers``
/// takes for it.
public struct PackableColumn<Value: PackableValue>: Sendable {
  @usableFromInline var open: [Value] = []
  @usableFromInline var packed = NearNumbers()

  /// No rows.
  public init() {}

  /// Adds a row. Nothing is added once the column is packed.
  @inlinable public mutating func append(_ value: Value) { open.append(value) }

  /// Adds `count` rows with `value`.
  mutating func append(repeating value: Value, count: Int) {
    open.append(contentsOf: repeatElement(value, count: count))
  }

  /// Takes away the last `count` rows of a column that is not packed.
  mutating func removeLast(_ count: Int) { open.removeLast(count) }

  /// Makes room for `count` rows.
  public mutating func reserveCapacity(_ count: Int) { open.reserveCapacity(count) }

  /// Changes the value of `row`; not once the column is packed.
  @inlinable public mutating func set(_ value: Value, _ row: Int) { open[row] = value }

  /// Whether the values of the rows that `counts`, as numbers, are each greater than the one before.
  @inlinable public func isAscending(where counts: (Int) -> Bool) -> Bool {
    guard !open.isEmpty else { return packed.isAscending(where: counts) }
    var last: UInt64?
    for row in open.indices where counts(row) {
      if let last, open[row].number <= last { return false }
      last = open[row].number
    }
    return true
  }

  /// Makes it as small as can be. Nothing changes afterwards.
  @inlinable public mutating func pack() {
    guard !open.isEmpty else { return }
    let values = open
    packed = NearNumbers(count: values.count) { values[$0].number }
    open = []
  }
}

/// A value that is a whole number underneath.
public protocol PackableValue: Sendable {
  /// The number.
  var number: UInt64 { get }
  /// The value whose ``number`` is this.
  init(number: UInt64)
}

extension UInt32: PackableValue {
  /// The number itself.
  @inlinable public var number: UInt64 { UInt64(self) }
  /// The number, which is one of 32 bits.
  @inlinable public init(number: UInt64) { self = UInt32(truncatingIfNeeded: number) }
}

extension PackableColumn: RandomAccessCollection {
  /// The first row.
  @inlinable public var startIndex: Int { 0 }
  /// The number of rows.
  @inlinable public var endIndex: Int { open.count + packed.count }

  /// The value of `row`.
  @inlinable @inline(__always) public subscript(row: Int) -> Value {
    guard open.isEmpty else { return open[row] }
    return Value(number: packed[row])
  }
}
