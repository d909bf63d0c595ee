extension Array {
  /// Puts runs of elements in another order, in place.
  ///
  /// What moves is copied aside; the others close up to the front and then go to their places from
  /// the back. So a large column that is in order but for a few runs is never in memory twice.
  ///
  /// - Parameters:
  ///   - starts: where each run begins; behind the last one, where that ends.
  ///   - positions: for each place the run that is to stand there.
  ///   - isMoved: by run; those that are not moved keep their order among each other.
  mutating func arrangeRuns(_ starts: [Int32], by positions: [Int32], moving isMoved: [Bool]) {
    // As much as moves, and not what an array grows to on its way there.
    var moved = 0
    for run in isMoved.indices where isMoved[run] { moved += Int(starts[run + 1] - starts[run]) }
    var aside: [Element] = []
    aside.reserveCapacity(moved)
    for run in positions where isMoved[Int(run)] {
      aside += self[Int(starts[Int(run)])..<Int(starts[Int(run) + 1])]
    }
    var end = 0
    for run in isMoved.indices where !isMoved[run] {
      for index in Int(starts[run])..<Int(starts[run + 1]) {
        self[end] = self[index]
        end += 1
      }
    }
    var start = count
    for run in positions.reversed() {
      // With nothing left aside, the rest stands where it belongs.
      if start == end { return }
      for _ in starts[Int(run)]..<starts[Int(run) + 1] {
        start -= 1
        if isMoved[Int(run)] {
          self[start] = aside.removeLast()
        } else {
          end -= 1
          self[start] = self[end]
        }
      }
    }
  }
}
