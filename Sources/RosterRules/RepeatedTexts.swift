import Bytes
import FlatTables
import Roster

/// Finds texts that several rows have in common.
///
/// Half a hash and the row make one number for each text. Most texts come once, and a
/// ``RepeatSieve`` lets those go; the rest is sorted, so that equal texts are neighbours, and
/// text is read again only where two are likely equal. That keeps a million keys at some
/// milliseconds, in eight bytes a key.
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
  ///   - front: looks only for texts that one of the first `front` rows has; nil looks for all.
  ///     Of the other rows few are then sorted, if any.
  /// - Returns: every row whose text another row has too, ascending.
  static func find(
    _ texts: OpenTexts,
    groups: [Int32]? = nil,
    in arena: TextArena,
    ignoringCase: Bool = false,
    ofFirst front: Int? = nil
  ) -> [Pair] {
    var entries: [UInt64] = []
    entries.reserveCapacity(front ?? texts.count)
    var sieve = RepeatSieve(capacity: front ?? texts.count, isTold: front != nil)
    texts.visit { row, text in
      let seed = UInt64(UInt32(bitPattern: groups?[row] ?? 0)) << 32
      let hash = hashBytes(arena.span(text), seed: seed, ignoringCase: ignoringCase)
      if let front {
        if row < front { sieve.expect(hash >> 32) }
        guard sieve.mayRepeat(hash >> 32) else { return }
      } else {
        sieve.add(hash >> 32)
      }
      entries.append(hash & ~UInt64(UInt32.max) | UInt64(row))
    }
    if front == nil { entries.removeAll { !sieve.mayRepeat($0 >> 32) } }
    entries.sort(byWord: { $0 })
    func isSame(_ left: Int, _ right: Int) -> Bool {
      groups?[left] ?? 0 == groups?[right] ?? 0
        && RepeatedTexts.isSame(arena.span(texts[left]), arena.span(texts[right]), ignoringCase)
    }
    var pairs: [Pair] = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end] >> 32 == entries[start] >> 32 { end += 1 }
      if end - start > 1 {
        let rows = entries[start..<end].map { Int(UInt32(truncatingIfNeeded: $0)) }
        addPairs(among: rows, isSame, to: &pairs)
      }
      start = end
    }
    return pairs.sorted { $0.row < $1.row }
  }

  /// Finds the texts that have one of `marks`, of texts that were not kept.
  ///
  /// A mark is the hash of a text, with either case of ASCII letters the same, and 0 for none. Two
  /// texts of one mark are taken for equal: of a million marks and a million texts that is wrong
  /// once in some ten million exports.
  ///
  /// - Parameters:
  ///   - marks: one a record.
  ///   - records: those whose marks count are open.
  ///   - texts: what is compared with them.
  ///   - arena: holds the texts.
  /// - Returns: of each text that has a mark its row, after the rows of `marks`, and the first row
  ///   with the mark; and of that row the first such text. Ascending.
  static func find(
    marks: [UInt64],
    _ records: RecordColumns,
    _ texts: OpenTexts,
    in arena: TextArena
  ) -> [Pair] {
    var sieve = RepeatSieve(capacity: marks.count, isTold: true)
    for row in marks.indices where marks[row] != 0 && records.isOpen(row) {
      sieve.expect(marks[row] >> 32)
    }
    // Few texts pass the sieve, as a rule none.
    var rows: [UInt64: [Int]] = [:]
    texts.visit { row, text in
      let mark = hashBytes(arena.span(text), ignoringCase: true)
      if sieve.mayRepeat(mark >> 32) { rows[mark, default: []].append(marks.count + row) }
    }
    guard !rows.isEmpty else { return [] }
    var pairs: [Pair] = []
    for row in marks.indices where marks[row] != 0 && records.isOpen(row) {
      guard let same = rows.removeValue(forKey: marks[row]) else { continue }
      pairs.append(Pair(row: row, other: same[0]))
      pairs += same.map { Pair(row: $0, other: row) }
    }
    return pairs.sorted { $0.row < $1.row }
  }

  /// Adds the pairs among ascending `rows`, of which most, as a rule all, have the same text.
  private static func addPairs(
    among rows: [Int],
    _ isSame: (Int, Int) -> Bool,
    to pairs: inout [Pair]
  ) {
    /// The first row of each text, and whether it has its pair.
    var firsts: [(row: Int, isPaired: Bool)] = []
    for row in rows {
      guard let index = firsts.firstIndex(where: { isSame($0.row, row) }) else {
        firsts.append((row, false))
        continue
      }
      let first = firsts[index].row
      if !firsts[index].isPaired { pairs.append(Pair(row: first, other: row)) }
      firsts[index].isPaired = true
      pairs.append(Pair(row: row, other: first))
    }
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
  /// the next: so the order in which records were read does not decide which two are named together.
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
  /// Whether the id of one row is before that of another in the order of their spelling.
  func precedes(_ row: Int, _ other: Int, in records: RecordColumns) -> Bool {
    precedes(records.ids[row], records.ids[other])
  }
}

/// An ASCII letter in lower case; any other byte as it is.
@inline(__always) func lower(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}
