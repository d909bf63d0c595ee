import FlatTables
import Roster

/// Finds texts that several rows have in common.
///
/// One open-addressing table over hashes; a slot holds half the hash beside the row, so text is
/// read again only where two texts are likely equal. That keeps a million keys at some
/// milliseconds.
struct RepeatedTexts {
  /// Two rows with the same text.
  struct Pair: Equatable {
    /// The row.
    var row: Int
    /// Another with the same text: the first, or for the first the second.
    var other: Int
  }

  /// Compares the texts of all rows.
  ///
  /// - Parameters:
  ///   - texts: one a row; rows without text are passed over.
  ///   - groups: rows of different groups are not compared; nil compares all.
  ///   - arena: holds the texts.
  ///   - ignoringCase: whether ASCII letters of either case count as the same.
  /// - Returns: every row whose text another row has too, ascending.
  static func find(
    _ texts: [TextRef],
    groups: [Int32]? = nil,
    in arena: TextArena,
    ignoringCase: Bool = false
  ) -> [Pair] {
    var capacity = 64
    while capacity < texts.count * 2 { capacity *= 2 }
    // All hashes first: then the processor waits for several slots at a time, not for one.
    let hashes = texts.indices.map { row in
      let seed = UInt64(UInt32(bitPattern: groups?[row] ?? 0)) << 32
      return hashText(arena.span(texts[row]), seed: seed, ignoringCase: ignoringCase)
    }
    var slots = [UInt64](repeating: 0, count: capacity)
    var pairs: [Pair] = []
    var firsts: Set<Int> = []
    for row in texts.indices where !texts[row].isEmpty {
      let group = groups?[row] ?? 0
      var slot = Int(truncatingIfNeeded: hashes[row]) & (capacity - 1)
      let mark = hashes[row] & ~UInt64(UInt32.max)
      while slots[slot] != 0 {
        let first = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
        if slots[slot] & ~UInt64(UInt32.max) == mark, groups?[first] ?? 0 == group,
          isSame(arena.span(texts[first]), arena.span(texts[row]), ignoringCase)
        {
          if firsts.insert(first).inserted { pairs.append(Pair(row: first, other: row)) }
          pairs.append(Pair(row: row, other: first))
          break
        }
        slot = (slot + 1) & (capacity - 1)
      }
      if slots[slot] == 0 { slots[slot] = mark | UInt64(row + 1) }
    }
    return pairs.sorted { $0.row < $1.row }
  }

  private static func isSame(_ left: Span<UInt8>, _ right: Span<UInt8>, _ ignoringCase: Bool)
    -> Bool
  {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] {
      guard ignoringCase, lower(left[index]) == lower(right[index]) else { return false }
    }
    return true
  }
}

extension [RepeatedTexts.Pair] {
  /// The same rows, each beside the one of its text that `precedes` the others, and that one beside
  /// the next: so who is named with whom does not depend on the order records were read in.
  func naming(first precedes: (Int, Int) -> Bool) -> [RepeatedTexts.Pair] {
    // The row that was read first is in every pair of its text, and below the other.
    var rows: [Int: [Int]] = [:]
    for pair in self { rows[Swift.min(pair.row, pair.other), default: []].append(pair.row) }
    let leaders = rows.mapValues { rows in
      var (first, second) = (rows[0], rows[0])
      for row in rows.dropFirst() {
        if precedes(row, first) {
          (first, second) = (row, first)
        } else if second == first || precedes(row, second) {
          second = row
        }
      }
      return (first: first, second: second)
    }
    return map { pair in
      guard let (first, second) = leaders[Swift.min(pair.row, pair.other)] else { return pair }
      return RepeatedTexts.Pair(row: pair.row, other: pair.row == first ? second : first)
    }
  }
}

extension Roster {
  /// Whether the id of one row stands before that of another in the order of their spelling.
  func precedes(_ row: Int, _ other: Int, in records: RecordColumns) -> Bool {
    let (left, right) = (records.ids[row], records.ids[other])
    guard left.oddNumber != nil || right.oddNumber != nil else { return left < right }
    return idText(left).utf8.lexicographicallyPrecedes(idText(right).utf8)
  }
}

/// An ASCII letter in lower case; any other byte as it is.
@inline(__always) func lower(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}
