/// Finds elements by their hash: a hash table with open addressing and four bytes a slot.
///
/// The elements are in a list of the caller, and the table holds their positions in it
/// ("numbers"), from 0 in the order they were added. The low bits of a slot, as many as are needed
/// to count the slots, are a number; the bits above them are part of the element's hash. With 16
/// slots, element 5 with the hash `0xABC0_0000_0000_0007` is `0xABC0_0005` in slot 7. So a slot
/// with another element nearly always shows this without a look at the list, which is elsewhere in
/// memory: waiting for memory is most of what a look-up costs.
public struct HashIndex: Sendable {
  /// All bits of a free slot are set. No element has that number, because a quarter of the slots
  /// stays free.
  @usableFromInline var slots: [UInt32] = Array(repeating: .max, count: 16)
  /// How many elements were added.
  @usableFromInline var count = 0

  /// No elements.
  public init() {}

  /// The bits of a slot that are a number.
  @inlinable var mask: UInt32 { UInt32(truncatingIfNeeded: slots.count &- 1) }

  /// The upper bits of a slot: bits of the hash that did not choose the slot.
  @inlinable @inline(__always) func tag(_ hash: UInt64, _ mask: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) & ~mask
  }

  /// Finds an element.
  ///
  /// - Parameters:
  ///   - hash: its hash. All bits count.
  ///   - isWanted: whether the element with a number, whose hash is probably the same, is the one.
  /// - Returns: its number, -1 if it is not there; and its slot, or the free slot for
  ///   ``add(_:at:hashOf:)``.
  @inlinable @inline(__always)
  public func find(_ hash: UInt64, _ isWanted: (Int) -> Bool) -> (slot: Int, number: Int32) {
    let mask = mask
    let tag = tag(hash, mask)
    var slot = hash & UInt64(mask)
    while true {
      let entry = slots[Int(slot)]
      let number = entry & mask
      if number == mask { return (Int(slot), -1) }
      if entry & ~mask == tag, isWanted(Int(number)) { return (Int(slot), Int32(number)) }
      slot = (slot &+ 1) & UInt64(mask)
    }
  }

  /// Adds the next element, whose number is the count of those before it.
  ///
  /// - Parameters:
  ///   - hash: its hash.
  ///   - slot: the free slot that ``find(_:_:)`` gave for it.
  ///   - hashOf: the hash of each element by number, the new one included; called if the table has
  ///     to grow.
  @inlinable
  public mutating func add(_ hash: UInt64, at slot: Int, hashOf: (Int) -> UInt64) {
    slots[slot] = tag(hash, mask) | UInt32(truncatingIfNeeded: count)
    count += 1
    if count * 4 > slots.count * 3 { grow(hashOf) }
  }

  /// Makes room for `count` elements, if there is none yet.
  public mutating func reserve(_ count: Int) {
    guard self.count == 0, count * 4 > slots.count * 3 else { return }
    var size = slots.count
    while count * 4 > size * 3 { size *= 2 }
    slots = Array(repeating: .max, count: size)
  }

  /// Finds many elements, and appends the number of each to `numbers`, -1 if it is not there.
  ///
  /// First the slots of all are read, then the elements that these lead to. No read needs the
  /// result of the one before, so the processor waits for many of them at a time.
  ///
  /// - Parameters:
  ///   - wanted: how many are wanted.
  ///   - hash: the hash of each, by position among those that are wanted; called three times.
  ///   - isWanted: whether the element with a number (the second argument) is the one that is
  ///     wanted at a position (the first).
  ///   - numbers: what the numbers are appended to.
  @inlinable
  public func appendNumbers(
    of wanted: Int,
    hash: (Int) -> UInt64,
    _ isWanted: (Int, Int) -> Bool,
    to numbers: inout [Int32]
  ) {
    let mask = mask
    let first = numbers.count
    let slots = slots.span
    numbers.append(addingCapacity: wanted) { output in
      for index in 0..<wanted {
        output.append(Int32(bitPattern: slots[Int(hash(index) & UInt64(mask))]))
      }
    }
    var found = numbers.mutableSpan
    for index in 0..<wanted {
      let hash = hash(index)
      let tag = tag(hash, mask)
      var slot = hash & UInt64(mask)
      var entry = UInt32(bitPattern: found[first &+ index])
      while entry & mask != mask, entry & ~mask != tag {
        slot = (slot &+ 1) & UInt64(mask)
        entry = slots[Int(slot)]
      }
      found[first &+ index] = entry & mask == mask ? -1 : Int32(entry & mask)
    }
    for index in 0..<wanted {
      let number = found[first &+ index]
      if number >= 0, !isWanted(index, Int(number)) {
        // Another element with the same bits of the hash: one in a thousand.
        found[first &+ index] = find(hash(index)) { isWanted(index, $0) }.number
      }
    }
  }

  /// Doubles the slots.
  @inlinable mutating func grow(_ hashOf: (Int) -> UInt64) {
    slots = Array(repeating: .max, count: slots.count * 2)
    let mask = mask
    for number in 0..<count {
      let hash = hashOf(number)
      var slot = hash & UInt64(mask)
      // All elements differ, so only free slots are looked for.
      while slots[Int(slot)] & mask != mask { slot = (slot &+ 1) & UInt64(mask) }
      slots[Int(slot)] = tag(hash, mask) | UInt32(truncatingIfNeeded: number)
    }
  }
}
