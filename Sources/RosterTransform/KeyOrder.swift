internal import FlatTables

/// Puts keys in the order of their bytes, and finds a key that is there twice.
///
/// Keys of one table often begin alike (`S-0001042`, `S-0001043`). So what all of them share is
/// skipped, and the keys are sorted by the eight bytes after it, read as one number: `"0001042"` is
/// `0x30303031_30343200`. Keys whose eight bytes are equal are sorted by what follows these.
enum KeyOrder {
  /// The indices of `keys` in the order in which the keys ascend; nil if `keys` ascend already.
  ///
  /// - Throws: ``KeyClash`` if a key is there twice.
  static func positions(
    of keys: [TextRef],
    in text: TextArena
  ) throws(KeyClash) -> [Int32]? {
    guard try !isAscending(keys, in: text) else { return nil }
    var entries = keys.indices.map { Entry(prefix: 0, index: Int32($0)) }
    sort(&entries, by: keys, in: text, from: 0)
    for position in entries.indices.dropFirst() {
      let (before, entry) = (entries[position - 1], entries[position])
      guard before.prefix == entry.prefix else { continue }
      if compare(keys[Int(before.index)], keys[Int(entry.index)], in: text, from: 0) == 0 {
        throw KeyClash(first: Int(before.index), second: Int(entry.index))
      }
    }
    return entries.map(\.index)
  }

  /// A key: the eight bytes that it is sorted by, and its index.
  private struct Entry: BitwiseCopyable {
    var prefix: UInt64
    var index: Int32
  }

  /// Whether each key is greater than the one before it.
  ///
  /// - Throws: ``KeyClash`` if a key equals the one before it.
  private static func isAscending(
    _ keys: [TextRef],
    in text: TextArena
  ) throws(KeyClash) -> Bool {
    for index in keys.indices.dropFirst() {
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
    let shared = sharedPrefix(of: entries, keys, in: text, from: depth)
    // If the first key has no byte after what all share, eight bytes may not tell the keys apart.
    let isFew = entries.count <= 64 || shared >= text.span(keys[Int(entries[0].index)]).count
    for position in entries.indices {
      let key = keys[Int(entries[position].index)]
      entries[position].prefix = prefix(of: text.span(key), from: shared)
    }
    guard !isFew else {
      entries.sort { left, right in
        let order = compare(keys[Int(left.index)], keys[Int(right.index)], in: text, from: shared)
        return order != 0 ? order < 0 : left.index < right.index
      }
      return
    }
    entries.sort(byWord: \.prefix)
    var start = 0
    while start < entries.count {
      let prefix = entries[start].prefix
      var end = start + 1
      while end < entries.count, entries[end].prefix == prefix { end += 1 }
      if end - start > 1 {
        var tied = Array(entries[start..<end])
        sort(&tied, by: keys, in: text, from: shared + 8)
        for offset in tied.indices {
          entries[start + offset] = Entry(prefix: prefix, index: tied[offset].index)
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

  /// The eight bytes from `depth` on as one number that orders as they do; zeros after the end.
  @inline(__always)
  private static func prefix(of bytes: borrowing Span<UInt8>, from depth: Int) -> UInt64 {
    var prefix: UInt64 = 0
    var index = depth
    let end = min(bytes.count, depth + 8)
    while index < end {
      prefix |= UInt64(bytes[index]) << UInt64(8 * (7 + depth - index))
      index += 1
    }
    return prefix
  }

  /// Below 0 if `left` is less than `right`, above 0 if it is greater, 0 if they are equal; their
  /// first `depth` bytes are the same.
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
  /// The indices of the two among the keys.
  let first: Int
  let second: Int
}
