import FlatTables
import TestSupport
import Testing

/// Rows that become links of their own, against the plain way to make these.
@Suite struct ReplaceableLinksTests {
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
    var random = SeededRandom(seed: targets)
    var source = ReplaceableLinks()
    var plain: [[Int32]] = []
    for row in 0..<200 {
      source.appendEmptyRow()
      let links = (0..<random.below(40)).map { _ in Int32(random.below(targets)) }
      source.flat += links
      source.setTargets(of: row, from: source.flat.count - links.count)
      plain.append(links)
    }
    if comesAgain {
      // A row that is filled again has its links after all others.
      source.flat += [3, 1, 2]
      source.setTargets(of: 50, from: source.flat.count - 3)
      plain[50] = [3, 1, 2]
    }
    var rows = (0..<200).map { Int32($0) }
    switch choice {
    case .all: break
    case .some: rows.removeAll { $0 % 3 == 0 }
    case .few: rows = [7, 90, 199]
    case .swapped: rows.swapAt(20, 160)
    case .shuffled: for index in rows.indices { rows.swapAt(index, random.below(200)) }
    case .none: rows = []
    }
    func change(_ target: Int32) -> Int32 { target % 4 == 0 ? -1 : Int32(targets) - target }

    let links = source.links(of: rows, change)
    #expect(links.rowCount == rows.count)
    for (place, row) in rows.enumerated() {
      let expected = Set(plain[Int(row)].map(change).filter { $0 >= 0 }).sorted()
      #expect(Array(links[place]) == expected, "row \(row)")
    }
  }

  @Test func `a row that is filled again has its newer links`() {
    var links = ReplaceableLinks()
    links.appendEmptyRow()
    links.appendEmptyRow()
    links.flat += [5, 6]
    links.setTargets(of: 1, from: 0)
    links.flat += [7]
    links.setTargets(of: 1, from: 2)
    #expect(links.count(of: 0) == 0)
    #expect(Array(links[1]) == [7])
  }

  @Test func `links come out as they were set, whether in order, late, again or not at all`() {
    var random = SeededRandom(seed: 1)
    for turn in 0..<200 {
      var links = ReplaceableLinks()
      var expected: [[Int32]] = []
      let isInOrder = turn % 2 == 0
      for _ in 0..<12 {
        if expected.isEmpty || isInOrder || random.below(2) == 0 {
          links.appendEmptyRow()
          expected.append([])
        }
        let row = isInOrder ? expected.count - 1 : random.below(expected.count)
        if random.below(4) == 0 { continue }
        let first = links.flat.count
        let targets = (0..<random.below(4)).map { Int32($0 + first) }
        links.flat += targets
        links.setTargets(of: row, from: first)
        expected[row] = targets
      }
      #expect(links.rowCount == expected.count)
      #expect(expected.indices.map { Array(links[$0]) } == expected)
      #expect(expected.indices.map { links.count(of: $0) } == expected.map(\.count))
    }
  }
}
