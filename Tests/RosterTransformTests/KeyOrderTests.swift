import FlatTables
import Testing

@testable import RosterTransform

/// The order of keys, whether few or all of them are out of place.
@Suite struct KeyOrderTests {
  @Test(arguments: [2, 9, 40, 70, 3_000], [0, 1, 5, 90])
  func `keys stand in the order of their bytes`(count: Int, percentAstray: Int) throws {
    var state: UInt64 = 7
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var text = TextArena()
    let spellings = (0..<count).map { number in
      // Some stand before all others, some behind, some between.
      guard random(100) < percentAstray else { return "S-\(100_000 + number)" }
      return ["5d0b\(number)", "zz\(number)", "S-\(100_000 + random(count))x\(number)"][random(3)]
    }
    var keys: [TextRef] = []
    for spelling in spellings { keys.append(try text.append(spelling)) }
    let order = try KeyOrder.order(of: keys, in: text)
    let expected = spellings.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(order.arrange(keys).map { text.string($0) } == expected)
  }

  @Test(arguments: [[0, 1, 2, 1], [5, 0, 1, 2, 3, 5], [3, 3], [9, 8, 7, 9]])
  func `a key that comes twice is a clash`(numbers: [Int]) throws {
    var text = TextArena()
    var keys: [TextRef] = []
    for number in numbers + Array(20..<90) { keys.append(try text.append("K\(number + 10)")) }
    #expect(throws: KeyClash.self) { try KeyOrder.order(of: keys, in: text) }
  }
}
