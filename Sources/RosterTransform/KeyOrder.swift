internal import FlatTables

/// Puts keys in the order of their bytes, and proves that each stands there once.
///
/// Keys of one table often begin alike (`S-0001042`, ids of one second), so what all of them share
/// is passed over first; the eight bytes behind it, read as one number, decide nearly every
/// comparison. Those numbers are sorted by radix, in place: a table that is sorted is nearly as
/// large as all its columns were. Only keys that still tie are looked at again.
enum KeyOrder {
  /// The order in which `keys` ascend.
  ///
  /// - Throws: ``KeyClash`` if a key comes twice.
  static func order(of keys: [TextRef], in text: TextArena) throws(KeyClash) -> RowOrder {
    guard try !isAscending(keys, in: text) else { return RowOrder(positions: nil) }
    guard let strays = strays(among: keys, in: text) else {
      return RowOrder(positions: try sorted(keys.indices.map { Int32($0) }, by: keys, in: text))
    }
    let sortedStrays = try sorted(strays, by: keys, in: text)
    var isStray = [Bool](repeating: false, count: keys.count)
    for index in strays { isStray[Int(index)] = true }
    var order: [Int32] = []
    order.reserveCapacity(keys.count)
    var next = 0
    for index in keys.indices where !isStray[index] {
      while next < sortedStrays.count {
        let stray = Int(sortedStrays[next])
        let comparison = compare(keys[stray], keys[index], in: text, from: 0)
        if comparison == 0 { throw KeyClash(first: min(stray, index), second: max(stray, index)) }
        if comparison > 0 { break }
        order.append(Int32(stray))
        next += 1
      }
      order.append(Int32(index))
    }
    order += sortedStrays[next...]
    return RowOrder(positions: order, isStray: isStray)
  }

  /// The few without which `keys` ascend; nil if there are more than an eighth.
  ///
  /// A system numbers its records as they come, so a table is often in order but for those that
  /// lack a number.
  private static func strays(among keys: [TextRef], in text: TextArena) -> [Int32]? {
    var strays: [Int32] = []
    // The last two that ascend.
    var (last, beforeLast) = (0, -1)
    for index in 1..<keys.count {
      if compare(keys[last], keys[index], in: text, from: 0) < 0 {
        (last, beforeLast) = (index, last)
        continue
      }
      // Either this one is too low here or the last one was too high.
      if beforeLast < 0 || compare(keys[beforeLast], keys[index], in: text, from: 0) < 0 {
        strays.append(Int32(last))
        last = index
      } else {
        strays.append(Int32(index))
      }
      guard strays.count < keys.count / 8 else { return nil }
    }
    return strays
  }

  /// `indices` in the order of their keys.
  private static func sorted(
    _ indices: [Int32],
    by keys: [TextRef],
    in text: TextArena
  ) throws(KeyClash) -> [Int32] {
    var entries: [Entry] = []
    entries.reserveCapacity(indices.count)
    for index in indices { entries.append(Entry(word: 0, index: index)) }
    sort(&entries, by: keys, in: text, from: 0)
    var order: [Int32] = []
    order.reserveCapacity(entries.count)
    for position in entries.indices {
      let entry = entries[position]
      if position > 0, entries[position - 1].word == entry.word {
        let before = Int(entries[position - 1].index)
        guard compare(keys[before], keys[Int(entry.index)], in: text, from: 0) < 0 else {
          throw KeyClash(first: before, second: Int(entry.index))
        }
      }
      order.append(entry.index)
    }
    return order
  }

  /// A key, as the bytes that decide now and its place among the unsorted.
  private struct Entry: BitwiseCopyable {
    private var high: UInt32
    private var low: UInt32
    var index: Int32

    init(word: UInt64, index: Int32) {
      high = UInt32(truncatingIfNeeded: word >> 32)
      low = UInt32(truncatingIfNeeded: word)
      self.index = index
    }

    /// Kept in two halves, so that four bytes of every sixteen are not lost to alignment.
    var word: UInt64 {
      get { UInt64(high) << 32 | UInt64(low) }
      set { self = Entry(word: newValue, index: index) }
    }
  }

  private static func isAscending(
    _ keys: [TextRef],
    in text: TextArena
  ) throws(KeyClash) -> Bool {
    guard keys.count > 1 else { return true }
    for index in 1..<keys.count {
      let order = compare(keys[index - 1], keys[index], in: text, from: 0)
      if order == 0 { throw KeyClash(first: index - 1, second: index) }
      if order > 0 { return false }
    }
    return true
  }

  /// Sorts `entries`, whose keys have the same first `depth` bytes.
  private static func sort(
    _ entries: inout [Entry],
    by keys: [TextRef],
    in text: TextArena,
    from depth: Int
  ) {
    /// Equal keys are a fault; who is named first then is who came first.
    func precedes(_ left: Entry, _ right: Entry, from depth: Int) -> Bool {
      let order = compare(keys[Int(left.index)], keys[Int(right.index)], in: text, from: depth)
      return order != 0 ? order < 0 : left.index < right.index
    }
    guard entries.count > 64 else {
      entries.sort { precedes($0, $1, from: depth) }
      for position in entries.indices { entries[position].word = 0 }
      return
    }
    let shared = sharedPrefix(of: entries, keys, in: text, from: depth)
    for position in entries.indices {
      let key = keys[Int(entries[position].index)]
      entries[position].word = word(of: text.span(key), from: shared)
    }
    entries.sort(byWord: \.word)

    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].word == entries[start].word { end += 1 }
      if end - start > 1 {
        let isLast = entries[start].word == 0 && end - start == entries.count
        var tied = Array(entries[start..<end])
        if isLast {
          tied.sort { precedes($0, $1, from: shared) }
        } else {
          sort(&tied, by: keys, in: text, from: shared + 8)
        }
        let word = entries[start].word
        for offset in tied.indices {
          entries[start + offset] = Entry(word: word, index: tied[offset].index)
        }
      }
      start = end
    }
  }

  /// How many bytes all keys of `entries` have in common; at least `depth`, which they do.
  private static func sharedPrefix(
    of entries: [Entry],
    _ keys: [TextRef],
    in text: TextArena,
    from depth: Int
  ) -> Int {
    let first = text.span(keys[Int(entries[0].index)])
    var shared = first.count
    for entry in entries {
      let bytes = text.span(keys[Int(entry.index)])
      let limit = min(shared, bytes.count)
      var same = min(depth, limit)
      while same < limit, first[same] == bytes[same] { same += 1 }
      shared = same
    }
    return max(shared, depth)
  }

  /// Eight bytes from `depth` on as one number that orders as they do; zeros behind the end.
  @inline(__always)
  private static func word(of bytes: borrowing Span<UInt8>, from depth: Int) -> UInt64 {
    var word: UInt64 = 0
    var index = depth
    let end = min(bytes.count, depth + 8)
    while index < end {
      word |= UInt64(bytes[index]) << UInt64(8 * (7 + depth - index))
      index += 1
    }
    return word
  }

  /// Below 0, 0 or above as `left` stands before, with or behind `right`; their first `depth`
  /// bytes are the same.
  @inline(__always)
  private static func compare(
    _ left: TextRef,
    _ right: TextRef,
    in text: TextArena,
    from depth: Int
  ) -> Int {
    let leftBytes = text.span(left)
    let rightBytes = text.span(right)
    var index = depth
    let end = min(leftBytes.count, rightBytes.count)
    while index < end {
      if leftBytes[index] != rightBytes[index] {
        return Int(leftBytes[index]) - Int(rightBytes[index])
      }
      index += 1
    }
    return leftBytes.count - rightBytes.count
  }
}

/// Two records of one table have the same key.
struct KeyClash: Error {
  /// The places of the two among the keys.
  let first: Int
  let second: Int
}
