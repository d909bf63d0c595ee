/// Finds the rows of ids: open addressing over slots of four bytes.
///
/// The low bits of a slot, as many as tell the slots apart, are a row; the bits above are some of
/// its id's hash. So most slots of other ids show that they are such without a look at the ids
/// themselves, which lie elsewhere in memory: waiting for memory is what a look-up costs.
struct RowIndex: Sendable {
  /// All bits of a free slot are set; that row is never reached, since a quarter stays free.
  private var slots: [UInt32] = Array(repeating: .max, count: 16)

  /// The bits of a slot that are a row.
  private var mask: UInt32 { UInt32(truncatingIfNeeded: slots.count &- 1) }

  /// The slot that holds `id`, or the free one where it belongs, and its row, -1 if there is none;
  /// `ids` are those of the rows.
  func find(_ id: RecordID, in ids: [RecordID]) -> (slot: Int, row: Int32) {
    let mask = mask
    let mixed = id.mixed
    let tag = tag(mixed, mask)
    var slot = mixed & UInt64(mask)
    while true {
      let entry = slots[Int(slot)]
      let row = entry & mask
      if row == mask { return (Int(slot), -1) }
      if entry & ~mask == tag, ids[Int(row)] == id { return (Int(slot), Int32(row)) }
      slot = (slot &+ 1) & UInt64(mask)
    }
  }

  /// Notes a new row, the last of `ids`, in the free slot that ``find(_:in:)`` gave for its id.
  mutating func add(_ row: Int32, at slot: Int, in ids: [RecordID]) {
    slots[slot] = tag(ids[Int(row)].mixed, mask) | UInt32(row)
    if ids.count * 4 > slots.count * 3 { grow(for: ids) }
  }

  /// Appends the row of each of `wanted` to `rows`, -1 where there is none.
  ///
  /// First the slots of all, then the rows that these lead to as far as they tell, then the ids of
  /// those rows: none of these reads needs the one before it, so the processor waits for many at a
  /// time.
  func appendRows(of wanted: Span<RecordID>, in ids: [RecordID], to rows: inout [Int32]) {
    let mask = mask
    let first = rows.count
    let slots = slots.span
    rows.append(addingCapacity: wanted.count) { output in
      for index in wanted.indices {
        output.append(Int32(bitPattern: slots[Int(wanted[index].mixed & UInt64(mask))]))
      }
    }
    var found = rows.mutableSpan
    for index in wanted.indices {
      let mixed = wanted[index].mixed
      let tag = tag(mixed, mask)
      var slot = mixed & UInt64(mask)
      var entry = UInt32(bitPattern: found[first &+ index])
      while entry & mask != mask, entry & ~mask != tag {
        slot = (slot &+ 1) & UInt64(mask)
        entry = slots[Int(slot)]
      }
      found[first &+ index] = entry & mask == mask ? -1 : Int32(entry & mask)
    }
    for index in wanted.indices {
      let row = found[first &+ index]
      if row >= 0, ids[Int(row)] != wanted[index] {
        // Another id with the same tag: one in a thousand.
        found[first &+ index] = find(wanted[index], in: ids).row
      }
    }
  }

  /// The bits of a hash that stand above the row. They are none of those that choose the slot.
  @inline(__always) private func tag(_ mixed: UInt64, _ mask: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: mixed >> 32) & ~mask
  }

  /// Makes room for `count` rows, if there are none yet.
  mutating func reserve(_ count: Int) {
    guard slots.count == 16, count * 4 > slots.count * 3 else { return }
    var size = slots.count
    while count * 4 > size * 3 { size *= 2 }
    slots = Array(repeating: .max, count: size)
  }

  /// Doubles the slots.
  ///
  /// A few rows at a time, the slots of all of them looked at before any is filled, so that the
  /// processor waits for them together.
  private mutating func grow(for ids: [RecordID]) {
    slots = Array(repeating: .max, count: slots.count * 2)
    let mask = mask
    var isTaken = [Bool](repeating: false, count: 64)
    var start = 0
    while start < ids.count {
      let end = min(start + isTaken.count, ids.count)
      for row in start..<end {
        isTaken[row - start] = slots[Int(ids[row].mixed & UInt64(mask))] & mask != mask
      }
      for row in start..<end {
        let mixed = ids[row].mixed
        var slot = mixed & UInt64(mask)
        if isTaken[row - start] { slot = (slot &+ 1) & UInt64(mask) }
        // No two rows have the same id, so none is looked at.
        while slots[Int(slot)] & mask != mask { slot = (slot &+ 1) & UInt64(mask) }
        slots[Int(slot)] = tag(mixed, mask) | UInt32(row)
      }
      start = end
    }
  }
}
