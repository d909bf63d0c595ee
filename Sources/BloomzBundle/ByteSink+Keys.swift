internal import FlatTables

extension ByteSink where Self: ~Copyable {
  /// Puts the keys of people one after another, with the same bytes between each two.
  ///
  /// Most bytes of a bundle are such keys, and the processor waits for each, since people of one
  /// class are apart in memory. The less there is to do for one, the more of them it looks ahead
  /// for: so it is asked once for all whether there is room, and a key is laid down as a block
  /// whatever its length.
  ///
  /// - Parameters:
  ///   - people: rows of a table of people.
  ///   - keys: that table's keys.
  ///   - text: where the keys are.
  ///   - encoding: how a key is written in the file; of JSON, the outer quotes are the separator's.
  ///   - separator: what is between two keys.
  mutating func put(
    _ people: ArraySlice<Int32>,
    keys: [TextRef],
    of text: borrowing TextArena,
    as encoding: Encoding,
    between separator: borrowing PaddedBytes
  ) {
    let people = people.span
    let keys = keys.span
    let special: TextFlags = encoding == .csv ? .needsCSVQuotes : .needsJSONEscapes
    let most = separator.paddedCount + PaddedBytes.blockLength
    var next = 0
    while next < people.count {
      if next > 0 { put(separator.span()) }
      switch encoding {
      case .csv: put(keys[Int(people[next])], of: text, as: .csv)
      case .json: putInside(keys[Int(people[next])], of: text)
      }
      next += 1
      let end = min(people.count, next + room / most)
      guard next < end else { continue }
      put(upTo: (end - next) * most) { target in
        var position = 0
        while next < end {
          let key = keys[Int(people[next])]
          let isShort = 1...PaddedBytes.blockLength ~= Int(key.length)
          guard isShort, key.flags.isDisjoint(with: special) else { break }
          separator.put(into: &target, at: &position)
          text.put(key, into: &target, at: &position)
          next &+= 1
        }
        return position
      }
    }
  }
}
