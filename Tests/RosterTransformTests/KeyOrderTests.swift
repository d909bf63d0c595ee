import FlatTables
import TestSupport
import Testing

@testable import RosterTransform

/// The order of keys, whether few or all of them are out of place.
@Suite struct KeyOrderTests {
  @Test(arguments: [2, 9, 40, 70, 3_000], [0, 1, 5, 90])
  func `keys are in the order of their bytes`(count: Int, percentAstray: Int) throws {
    var random = SeededRandom(seed: 7)
    var text = TextArena()
    let spellings = (0..<count).map { number in
      // Some are before all others, some after, some between.
      guard random.below(100) < percentAstray else { return "S-\(100_000 + number)" }
      let middle = "S-\(100_000 + random.below(count))x\(number)"
      return ["5d0b\(number)", "zz\(number)", middle][random.below(3)]
    }
    var keys: [TextRef] = []
    for spelling in spellings { keys.append(try text.append(spelling)) }
    let positions = try KeyOrder.positions(of: keys, in: text)
    let expected = spellings.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let ordered = positions.map { keys.reordered(by: $0) } ?? keys
    #expect(ordered.map { text.string($0) } == expected)
  }

  @Test func `keys in order are left as they are`() throws {
    var text = TextArena()
    var keys: [TextRef] = []
    for number in 100..<400 { keys.append(try text.append("S-\(number)")) }
    #expect(try KeyOrder.positions(of: keys, in: text) == nil)
  }

  @Test func `keys are told apart after a long common beginning, and when one begins another`()
    throws
  {
    var text = TextArena()
    var spellings = (0..<500).map { "\($0 % 2 == 0 ? "a" : "b")-shared by many-\(1_000 + $0)" }
    spellings += (0..<100).map { "b" + String(repeating: "-", count: $0) }
    var keys: [TextRef] = []
    for spelling in spellings.reversed() { keys.append(try text.append(spelling)) }
    let positions = try #require(try KeyOrder.positions(of: keys, in: text))
    let expected = spellings.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(keys.reordered(by: positions).map { text.string($0) } == expected)
  }

  @Test(arguments: [[0, 1, 2, 1], [5, 0, 1, 2, 3, 5], [3, 3], [9, 8, 7, 9]])
  func `a key that is there twice is a clash`(numbers: [Int]) throws {
    var text = TextArena()
    var keys: [TextRef] = []
    for number in numbers + Array(20..<90) { keys.append(try text.append("K\(number + 10)")) }
    #expect(throws: KeyClash.self) { try KeyOrder.positions(of: keys, in: text) }
  }
}
