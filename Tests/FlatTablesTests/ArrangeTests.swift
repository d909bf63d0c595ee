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
}
