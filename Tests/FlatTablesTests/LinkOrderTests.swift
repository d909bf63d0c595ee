import FlatTables
import Testing

@Suite struct LinkOrderTests {
  @Test(arguments: [1, 2, 30, 400], [0, 3, 50, 100])
  func `rows take their targets and the words beside them along`(
    count: Int,
    percentMoved: Int
  ) throws {
    var state = UInt64(count + percentMoved)
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var text = TextArena()
    var links = Links()
    var words = WordColumn()
    var rows: [[String]] = []
    for row in 0..<count {
      rows.append([])
      for number in 0..<random(4) {
        links.append(Int32(row * 10 + number))
        words.append(try text.append("w\(row) \(number)"))
        rows[row].append("\(row * 10 + number) w\(row) \(number)")
      }
      links.closeRow()
    }
    let isMoved = (0..<count).map { _ in random(100) < percentMoved }
    // The others in their order, those that are moved between them anywhere.
    var positions = (0..<count).filter { !isMoved[$0] }.map { Int32($0) }
    for row in 0..<count where isMoved[row] {
      positions.insert(Int32(row), at: random(positions.count + 1))
    }
    words.arrange(beside: links, by: positions, moving: isMoved)
    links.arrange(by: positions, moving: isMoved)
    try #require(links.rowCount == count)
    let arranged = (0..<count).map { row in
      links.range(row).map { "\(links.targets[$0]) \(text.string(words[$0]))" }
    }
    #expect(arranged == positions.map { rows[Int($0)] })
  }
}
