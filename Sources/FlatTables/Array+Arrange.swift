extension Array {
  /// Puts the elements in another order in place: each index gets what stood at that of
  /// `positions`, which hold every index once.
  ///
  /// Cost: one pass, and a byte for each element; a second array of the size of a large column
  /// would be the peak of a whole run.
  public mutating func arrange(by positions: [Int32]) {
    precondition(positions.count == count, "each element has its place")
    var isPlaced = [Bool](repeating: false, count: count)
    for start in positions.indices where !isPlaced[start] {
      isPlaced[start] = true
      var next = Int(positions[start])
      if next == start { continue }
      // Along the circle of those that stand in each other's places.
      let first = self[start]
      var index = start
      while next != start {
        self[index] = self[next]
        isPlaced[next] = true
        index = next
        next = Int(positions[index])
      }
      self[index] = first
    }
  }
}
