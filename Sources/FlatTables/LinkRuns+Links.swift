extension LinkRuns {
  /// The links of `rows` as rows of their own in that order, each target as `change` has it,
  /// ascending and none twice.
  ///
  /// In place where rows came one after another: of a roster's largest column there is never a
  /// second one, unless most of its rows change places.
  ///
  /// - Parameters:
  ///   - rows: some of the rows, each once.
  ///   - change: what stands for a target; below 0 where nothing does. Asked for every link of
  ///     `rows`, in no order that means anything.
  /// - Returns: the links of each of `rows`.
  ///
  /// Cost: one pass over the links; two more over those of all `rows` where some change places.
  @inlinable public consuming func links(of rows: [Int32], _ change: (Int32) -> Int32) -> Links {
    var isWanted = [Bool](repeating: false, count: rowCount)
    for row in rows { isWanted[Int(row)] = true }
    var links = closedUp(isWanted, change)
    guard !zip(rows, rows.dropFirst()).allSatisfy(<) else { return links }
    // The place of each row among those that were kept.
    var next: Int32 = 0
    let place = isWanted.map { isWanted -> Int32 in
      defer { if isWanted { next += 1 } }
      return next
    }
    let positions = rows.map { place[Int($0)] }
    links.arrange(by: positions, moving: strays(in: positions))
    return links
  }

  /// The links of the rows that are wanted, in the order of these.
  @inlinable consuming func closedUp(_ isWanted: [Bool], _ change: (Int32) -> Int32) -> Links {
    var starts: [Int32] = [0]
    starts.reserveCapacity(rowCount + 1)
    guard length.isEmpty else {
      // Where rows came in any order, their runs may not be closed up in place.
      var flat: [Int32] = []
      for row in isWanted.indices where isWanted[row] {
        var targets = self[row].map(change).filter { $0 >= 0 }
        flat.append(contentsOf: targets[..<settle(&targets)])
        starts.append(Int32(flat.count))
      }
      return Links(flat: flat, starts: starts)
    }
    let (runs, count) = (start, flat.count)
    var flat = flat
    self = LinkRuns()
    var scratch: [Int32] = []
    var end = 0
    var targets = flat.mutableSpan
    for row in isWanted.indices where isWanted[row] {
      let first = end
      var previous: Int32 = -1
      var isAscending = true
      for index in Int(runs[row])..<(row + 1 < runs.count ? Int(runs[row + 1]) : count) {
        let target = change(targets[index])
        guard target >= 0 else { continue }
        if target <= previous { isAscending = false }
        previous = target
        targets[end] = target
        end &+= 1
      }
      if !isAscending {
        scratch.removeAll(keepingCapacity: true)
        for index in first..<end { scratch.append(targets[index]) }
        end = first + settle(&scratch)
        for index in first..<end { targets[index] = scratch[index - first] }
      }
      starts.append(Int32(end))
    }
    flat.removeLast(count - end)
    return Links(flat: flat, starts: starts)
  }
}

/// Sorts `targets` ascending, each once.
///
/// Those of one class stand near each other as a rule, and then a bit for each number between the
/// least and the greatest is faster than to compare them.
///
/// - Returns: how many there are then; what stands behind them is of no use.
@usableFromInline func settle(_ targets: inout [Int32]) -> Int {
  guard let least = targets.min(), let greatest = targets.max() else { return 0 }
  var count = 0
  let width = Int(greatest) - Int(least) + 1
  guard width <= 1024 else {
    targets.sort()
    for index in targets.indices where count == 0 || targets[index] != targets[count - 1] {
      targets[count] = targets[index]
      count += 1
    }
    return count
  }
  var bits = InlineArray<16, UInt64>(repeating: 0)
  for index in targets.indices {
    let place = Int(targets[index] &- least)
    bits[place >> 6] |= 1 << UInt64(place & 63)
  }
  for index in 0..<(width + 63) / 64 {
    var word = bits[index]
    while word != 0 {
      targets[count] = least + Int32(index << 6 + word.trailingZeroBitCount)
      count += 1
      word &= word &- 1
    }
  }
  return count
}

/// Whether each of the numbers below `positions.count` is one of the few without which
/// `positions`, which hold them all, ascend.
@usableFromInline func strays(in positions: [Int32]) -> [Bool] {
  var isStray = [Bool](repeating: false, count: positions.count)
  // The last two that ascend.
  var (last, beforeLast): (Int32, Int32) = (-1, -1)
  for position in positions {
    if position > last {
      (last, beforeLast) = (position, last)
    } else if position > beforeLast {
      // Rather the one before was too high than all that follow too low.
      isStray[Int(last)] = true
      last = position
    } else {
      isStray[Int(position)] = true
    }
  }
  return isStray
}
