/// Which records of a kind get which fault, spread evenly over all of them.
///
/// The records are divided into as many stretches as there are faults, and each stretch has one fault.
/// So the index of a record says whether it has a fault, and memory grows with the faults rather than
/// with the records.
struct FaultSchedule: Sendable {
  /// A record with a fault.
  struct Victim: Sendable {
    /// The record's number.
    var index: Int
    /// How its fault is made.
    var planting: Planting
    /// Which of those with this fault it is, counted from 0; groups follow each other.
    var ordinal: Int
  }

  /// In order of numbers.
  let victims: [Victim]
  /// How many records there are.
  let population: Int

  /// No faults.
  init() {
    victims = []
    population = 1
  }

  /// Spreads `faults` over `population` records. At most one record in `share` gets one; where that
  /// does not suffice for all, each comes once, and the last not at all.
  init(_ faults: [Fault], over population: Int, share: Int, seed: UInt64, stream: RecordKind) {
    var counts = faults.map { max(1, population / $0.oneIn) }
    let sizes = faults.map(\.planting.groupSize)
    let room = population / share
    func needed() -> Int { zip(counts, sizes).reduce(0) { $0 + $1.0 * $1.1 } }
    if needed() > room { counts = counts.map { _ in 1 } }
    var last = counts.count
    while needed() > room {
      last -= 1
      counts[last] = 0
    }

    var order: [(planting: Planting, ordinal: Int)] = []
    for (number, fault) in faults.enumerated() {
      for ordinal in 0..<counts[number] * sizes[number] { order.append((fault.planting, ordinal)) }
    }
    var dice = Dice(seed, stream, -1)
    for place in order.indices.dropFirst().reversed() {
      order.swapAt(place, dice.below(place + 1))
    }
    victims = order.indices.map { stretch in
      let start = firstIndex(of: stretch, of: order.count, over: population)
      let end = firstIndex(of: stretch + 1, of: order.count, over: population)
      return Victim(
        index: start + dice.below(end - start),
        planting: order[stretch].planting,
        ordinal: order[stretch].ordinal
      )
    }
    self.population = population
  }

  /// The fault of the `index`th record, if it has one.
  @inline(__always)
  func victim(at index: Int) -> Victim? {
    guard !victims.isEmpty else { return nil }
    let victim = victims[index * victims.count / population]
    return victim.index == index ? victim : nil
  }
}

/// Where the `part`th of `parts` parts begins, when `count` things are cut into parts as equal as
/// they can be; a thing is in part `index * parts / count`.
func firstIndex(of part: Int, of parts: Int, over count: Int) -> Int {
  (part * count + parts - 1) / parts
}
