import FlatTables
import Testing

/// Runs that become links of their own, against the plain way to make these.
@Suite struct LinkTakingTests {
  /// How the rows are chosen.
  enum Choice: CaseIterable { case all, some, few, swapped, shuffled, none }

  @Test(arguments: Choice.allCases, [10, 100, 5_000])
  func `chosen rows take their links along, changed, ascending and none twice`(
    choice: Choice,
    targets: Int
  ) {
    for comesAgain in [false, true] { check(choice, targets, comesAgain: comesAgain) }
  }

  private func check(_ choice: Choice, _ targets: Int, comesAgain: Bool) {
    var state = UInt64(targets)
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var runs = LinkRuns()
    var plain: [[Int32]] = []
    for row in 0..<200 {
      runs.appendEmptyRow()
      let links = (0..<random(40)).map { _ in Int32(random(targets)) }
      runs.flat += links
      runs.setRun(of: row, from: runs.flat.count - links.count)
      plain.append(links)
    }
    if comesAgain {
      // A row that was met before has its run behind all others.
      runs.flat += [3, 1, 2]
      runs.setRun(of: 50, from: runs.flat.count - 3)
      plain[50] = [3, 1, 2]
    }
    var rows = (0..<200).map { Int32($0) }
    switch choice {
    case .all: break
    case .some: rows.removeAll { $0 % 3 == 0 }
    case .few: rows = [7, 90, 199]
    case .swapped: rows.swapAt(20, 160)
    case .shuffled: for index in rows.indices { rows.swapAt(index, random(200)) }
    case .none: rows = []
    }
    func change(_ target: Int32) -> Int32 { target % 4 == 0 ? -1 : Int32(targets) - target }

    let links = runs.links(of: rows, change)
    #expect(links.rowCount == rows.count)
    for (place, row) in rows.enumerated() {
      let expected = Set(plain[Int(row)].map(change).filter { $0 >= 0 }).sorted()
      #expect(Array(links[place]) == expected, "row \(row)")
    }
  }
}
