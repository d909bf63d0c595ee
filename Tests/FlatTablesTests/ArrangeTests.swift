import FlatTables
import Testing

@Suite struct ArrangeTests {
  @Test(arguments: [0, 1, 2, 3, 10, 1_000], 1...5)
  func `each index gets what stood at the one that is named for it`(count: Int, seed: UInt64) {
    var state = seed
    var positions = (0..<count).map { Int32($0) }
    for index in stride(from: count - 1, to: 0, by: -1) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      positions.swapAt(index, Int(state >> 33) % (index + 1))
    }
    let words = (0..<count).map { "word \($0)" }
    var arranged = words
    arranged.arrange(by: positions)
    #expect(arranged == positions.map { words[Int($0)] })
  }

  @Test(arguments: [0, 1, 2, 3, 10, 1_000], [0, 1, 3, 100])
  func `the same where few change places, texts and names alike`(count: Int, moves: Int) throws {
    var state: UInt64 = 7
    func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var positions = (0..<count).map { Int32($0) }
    var isMoved = [Bool](repeating: false, count: count)
    for _ in 0..<min(moves, count) {
      let moved = positions.remove(at: next(below: count))
      isMoved[Int(moved)] = true
      positions.insert(moved, at: next(below: count))
    }
    let words = (0..<count).map { "word \($0)" }
    var arranged = words
    arranged.arrange(by: positions, moving: isMoved)
    #expect(arranged == positions.map { words[Int($0)] })

    var arena = TextArena()
    var names = NameColumn()
    for row in 0..<count { names.append(try arena.append("name \(row % 5)")) }
    let before = names.map { arena.string($0) }
    names.arrange(by: positions, moving: isMoved)
    #expect(names.map { arena.string($0) } == positions.map { before[Int($0)] })
  }
}
