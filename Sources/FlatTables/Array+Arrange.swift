extension Array {
  /// Puts the elements in another order in place: each index gets what stood at that of
  /// `positions`, which hold every index once.
  ///
  /// Cost: one pass, and a byte for each element; a second array of the size of a large column
  /// would be the peak of a whole run.
  @inlinable public mutating func arrange(by positions: [Int32]) {
    precondition(positions.count == count, "each element has its place")
    var marks = [Bool](repeating: false, count: count)
    // As spans, so that it is not asked at each step whether somebody else holds the arrays.
    var isPlaced = marks.mutableSpan
    var elements = mutableSpan
    for start in positions.indices where !isPlaced[start] {
      isPlaced[start] = true
      var next = Int(positions[start])
      if next == start { continue }
      // Along the circle of those that stand in each other's places.
      let first = elements[start]
      var index = start
      while next != start {
        elements[index] = elements[next]
        isPlaced[next] = true
        index = next
        next = Int(positions[index])
      }
      elements[index] = first
    }
  }

  /// Puts the elements in another order in place, as ``arrange(by:)`` does, where few change places
  /// with the others.
  ///
  /// Those are set aside; the others close up to the front, and go to their places from the back.
  /// So the array is passed over from end to end, where a circle would lead all over the memory.
  ///
  /// - Parameters:
  ///   - positions: for each place the element that is to stand there.
  ///   - isMoved: by element; those that are not moved keep their order among each other.
  @inlinable public mutating func arrange(by positions: [Int32], moving isMoved: [Bool]) {
    precondition(positions.count == count && isMoved.count == count, "each element has its place")
    var aside: [Element] = []
    aside.reserveCapacity(isMoved.count { $0 })
    for position in positions where isMoved[Int(position)] { aside.append(self[Int(position)]) }
    var elements = mutableSpan
    var end = 0
    for index in isMoved.indices where !isMoved[index] {
      elements[end] = elements[index]
      end += 1
    }
    for place in positions.indices.reversed() {
      // With nothing left aside, the rest stands where it belongs.
      if end == place + 1 { return }
      if isMoved[Int(positions[place])] {
        elements[place] = aside.removeLast()
      } else {
        end -= 1
        elements[place] = elements[end]
      }
    }
  }
}
