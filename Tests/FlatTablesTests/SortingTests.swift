import FlatTables
import TestSupport
import Testing

@Suite struct SortingTests {
  @Test(arguments: [0, 1, 2, 32, 33, 1_000, 20_000], [UInt64.max, 0xFF, 0xFF00, 0x3])
  func `numbers are in order, whatever bytes tell them apart`(count: Int, mask: UInt64) {
    var random = SeededRandom(seed: 1)
    var numbers = (0..<count).map { _ in random.next() & mask }
    let sorted = numbers.sorted()
    numbers.sort(byWord: { $0 })
    #expect(numbers == sorted)
  }

  @Test(arguments: [[], [7], [1, 2, 3], [3, 2, 1], [2, 2], [1, 2, 2, 3], [5, 1, 5, 1, 5]])
  func `sort and unique keeps one of each number, ascending`(numbers: [Int32]) {
    var sorted = numbers
    sorted.sortUnique()
    #expect(sorted == Set(numbers).sorted())
  }

  @Test func `sort and unique does the same with many numbers, of which most are there twice`() {
    var numbers = (0..<5_000).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 >> 53 }
    let expected = Set(numbers).sorted()
    numbers.sortUnique()
    #expect(numbers == expected)
  }
}
