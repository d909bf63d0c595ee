extension Array where Element: BitwiseCopyable {
  /// Sorts by the number that `word` makes of each element: by its first byte, then each group by
  /// the next (a radix sort).
  ///
  /// In place, since what is sorted is often as large as a column of the largest table. Elements
  /// with the same number stand in no order of note.
  ///
  /// - Parameter word: pure and cheap, for it is asked some ten times of each element.
  ///
  /// Cost: linear; some 20 ns an element.
  @inlinable public mutating func sort(byWord word: (Element) -> UInt64) {
    sort(indices, byLast: 8, of: word)
  }

  /// Sorts those in `range`, whose numbers differ only in their last `digits` bytes.
  @inlinable mutating func sort(
    _ range: Range<Int>,
    byLast digits: Int,
    of word: (Element) -> UInt64
  ) {
    guard range.count > 32, digits > 0 else { return sortFew(range, by: word) }
    let shift = UInt64(8 * (digits - 1))
    func digit(_ element: Element) -> Int {
      Int(truncatingIfNeeded: word(element) >> shift & 0xFF)
    }
    var next = InlineArray<256, Int>(repeating: 0)
    for index in range { next[digit(self[index])] += 1 }
    if next[digit(self[range.lowerBound])] == range.count {
      return sort(range, byLast: digits - 1, of: word)
    }
    var ends = InlineArray<256, Int>(repeating: 0)
    var end = range.lowerBound
    for value in 0..<256 {
      let count = next[value]
      next[value] = end
      end += count
      ends[value] = end
    }
    // Each goes to the next place of its group, and whoever stood there goes on from there.
    for value in 0..<256 {
      while next[value] < ends[value] {
        var element = self[next[value]]
        var group = digit(element)
        while group != value {
          swap(&element, &self[next[group]])
          next[group] += 1
          group = digit(element)
        }
        self[next[value]] = element
        next[value] += 1
      }
    }
    var start = range.lowerBound
    for value in 0..<256 {
      if ends[value] - start > 1 { sort(start..<ends[value], byLast: digits - 1, of: word) }
      start = ends[value]
    }
  }

  /// Sorts a few: each is put where it belongs among those before it.
  @inlinable mutating func sortFew(_ range: Range<Int>, by word: (Element) -> UInt64) {
    for index in range.dropFirst() {
      let element = self[index]
      let own = word(element)
      var place = index
      while place > range.lowerBound, word(self[place - 1]) > own {
        self[place] = self[place - 1]
        place -= 1
      }
      self[place] = element
    }
  }
}
