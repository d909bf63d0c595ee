public import Findings
public import FlatTables

/// Where the records of a table's rows were read.
///
/// Eight bytes a row while records are read; about three afterwards, since rows are added as
/// records come.
public struct RecordPlaces: Sendable {
  @usableFromInline private(set) var open: [RecordPlace] = []
  @usableFromInline private(set) var packed = NearNumbers()

  init() {}

  mutating func append(_ place: RecordPlace) { open.append(place) }

  mutating func reserveCapacity(_ count: Int) { open.reserveCapacity(count) }

  mutating func set(_ place: RecordPlace, _ row: Int) { open[row] = place }

  /// Makes it as small as can be. Nothing changes afterwards.
  mutating func pack() {
    guard !open.isEmpty else { return }
    let places = open
    packed = NearNumbers(count: places.count) { places[$0].packed }
    open = []
  }
}

extension RecordPlaces: RandomAccessCollection {
  /// The first row.
  @inlinable public var startIndex: Int { 0 }
  /// The number of rows.
  @inlinable public var endIndex: Int { open.count + packed.count }

  /// The place of `row`; ``Findings/RecordPlace/none`` for a stand-in.
  @inlinable @inline(__always) public subscript(row: Int) -> RecordPlace {
    guard open.isEmpty else { return open[row] }
    var place = RecordPlace.none
    place.packed = packed[row]
    return place
  }
}

/// The lines that the records of a table's rows begin on.
public struct RecordLines: Sendable {
  @usableFromInline private(set) var open: [UInt32] = []
  @usableFromInline private(set) var packed = NearNumbers()

  init() {}

  mutating func append(_ line: UInt32) { open.append(line) }

  mutating func reserveCapacity(_ count: Int) { open.reserveCapacity(count) }

  mutating func set(_ line: UInt32, _ row: Int) { open[row] = line }

  /// Makes it as small as can be. Nothing changes afterwards.
  mutating func pack() {
    guard !open.isEmpty else { return }
    let lines = open
    packed = NearNumbers(count: lines.count) { UInt64(lines[$0]) }
    open = []
  }
}

extension RecordLines: RandomAccessCollection {
  /// The first row.
  @inlinable public var startIndex: Int { 0 }
  /// The number of rows.
  @inlinable public var endIndex: Int { open.count + packed.count }

  /// The line of `row`, from 1; 0 where nobody counted.
  @inlinable @inline(__always) public subscript(row: Int) -> UInt32 {
    guard open.isEmpty else { return open[row] }
    return UInt32(truncatingIfNeeded: packed[row])
  }
}
