import FlatTables
import Testing

@Suite struct DigitSortTests {
  @Test(arguments: [0, 1, 2, 32, 33, 1_000, 20_000], [UInt64.max, 0xFF, 0xFF00, 0x3])
  func `numbers stand in order, whatever bytes tell them apart`(count: Int, mask: UInt64) {
    var state: UInt64 = 1
    var numbers = (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 29) & mask
    }
    let sorted = numbers.sorted()
    numbers.sort(byWord: { $0 })
    #expect(numbers == sorted)
  }

  @Test func `links of chosen rows stay and those of others go`() {
    var links = LinkRuns()
    for row in 0..<4 {
      links.appendEmptyRow()
      let first = links.flat.count
      for target in 0..<row { links.flat.append(Int32(10 * row + target)) }
      links.setRun(of: row, from: first)
    }
    let kept = links.keeping([false, true, false, true])
    #expect(kept.rowCount == 4)
    #expect((0..<4).map { Array(kept[$0]) } == [[], [10], [], [30, 31, 32]])
  }
}
