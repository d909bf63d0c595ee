import FlatTables
import Testing

@Suite struct NameColumnTests {
  @Test(arguments: [3, 300, 70_000])
  func `a column gives what was put in, however many names are distinct`(distinct: Int) throws {
    var text = TextArena()
    var names: [TextRef] = [.empty]
    for number in 1..<distinct { names.append(try text.append("n\(number)")) }
    var column = NameColumn()
    var expected: [TextRef] = []
    for row in 0..<2 * distinct {
      column.append(names[row * 7 % distinct])
      expected.append(names[row * 7 % distinct])
    }
    for row in stride(from: 0, to: expected.count, by: 3) {
      column[row] = names[row % distinct]
      expected[row] = names[row % distinct]
    }
    column.copy(1, to: 4)
    expected[4] = expected[1]
    #expect(Array(column) == expected)
    let positions = expected.indices.reversed().map { Int32($0) }
    #expect(Array(column.arranged(positions)) == expected.reversed())
    var turned = column
    turned.arrange(by: positions)
    #expect(Array(turned) == expected.reversed())
    var marked: [Int: UInt8] = [:]
    column.visit(marking: { $0.isEmpty ? 9 : $0.length == 2 ? 1 : 0 }) { marked[$0] = $1 }
    for row in expected.indices {
      let mark: UInt8? = expected[row].isEmpty ? 9 : expected[row].length == 2 ? 1 : nil
      #expect(marked[row] == mark)
    }
    column.visit(marking: { _ in 0 }) { row, _ in Issue.record("\(row) has no mark") }
    column.removeLast(2)
    #expect(Array(column) == expected.dropLast(2))
    column.append(.empty)
    #expect(column.last == .empty)
  }
}
