import FlatTables
import Testing

@Suite struct NearNumbersTests {
  @Test(arguments: [0, 1, 31, 32, 33, 500])
  func `every number comes back, near its neighbours or far from them`(count: Int) {
    let far: [UInt64] = [0, .max, 1 << 40, 255, 256, 65_535, 65_536]
    let numbers = (0..<count).map { row in
      row % 100 < 60 ? UInt64(1_000_000 + row * 3) : far[row % far.count]
    }
    let near = NearNumbers(count: count) { numbers[$0] }
    #expect(near.count == count)
    #expect((0..<count).map { near[$0] } == numbers)
    for number in Set(numbers).union([7, 1_000_001]) {
      #expect(near.firstRow(of: number) { _ in true } == numbers.firstIndex(of: number))
      let later = numbers.indices.first { numbers[$0] == number && $0 > 70 }
      #expect(near.firstRow(of: number) { $0 > 70 } == later)
    }
  }

  @Test func `numbers that ascend are told from others, rows that do not count left out`() {
    let most = NearNumbers(count: 3) { [UInt64.max, 0, 5][$0] }
    #expect(!most.isAscending { _ in true })
    #expect(most.isAscending { $0 > 0 })
    for count in [0, 1, 31, 32, 33, 200] {
      // A block whose numbers are all the same, and one that has the greatest there is.
      let numbers = (0..<count).map { row -> UInt64 in
        if row / 32 == 2 { return 7 }
        return row % 50 == 40 ? .max : UInt64(row * row + 1000)
      }
      let near = NearNumbers(count: count) { numbers[$0] }
      for kept in 1...5 {
        let counts = { (row: Int) in row % kept == 0 && numbers[row] != .max && numbers[row] != 7 }
        #expect(near.isAscending(where: counts))
        let falls = { (row: Int) in row % kept == 0 }
        let rows = (0..<count).filter(falls).map { numbers[$0] }
        let ascends = zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 }
        #expect(near.isAscending(where: falls) == ascends)
      }
    }
  }
}
