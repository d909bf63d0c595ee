import FlatTables
import Testing

/// A column with few distinct texts, and one with more than two bytes can number.
@Suite struct DictionaryColumnTests {
  private func texts(_ distinct: Int) throws -> [TextRef] {
    var arena = TextArena()
    return [.empty] + (try (1..<distinct).map { try arena.append("w\($0)") })
  }

  @Test(arguments: [3, 65_535, 65_536, 65_537, 70_000])
  func `every text comes back, whatever the number of distinct ones`(distinct: Int) throws {
    let texts = try texts(distinct)
    var column = DictionaryColumn()
    column.reserveCapacity(2 * distinct)
    for text in texts { column.append(text) }
    for text in texts.reversed() { column.append(text) }
    #expect(column.count == 2 * distinct)
    #expect(Array(column) == texts + texts.reversed())
    column[1] = texts[2]
    column[0] = texts[distinct - 1]
    #expect(Array(column.prefix(2)) == [texts[distinct - 1], texts[2]])
  }

  @Test(arguments: [4, 70_000])
  func `rows get the order that is asked for, alone or beside links`(distinct: Int) throws {
    let texts = try texts(distinct)
    var column = DictionaryColumn()
    for text in texts { column.append(text) }
    let positions = (0..<Int32(distinct)).reversed().map { $0 }
    #expect(Array(column.reordered(by: positions)) == texts.reversed())
    #expect(Array(column.reordered(by: [2, 0])) == [texts[2], texts[0]])
    var links = Links()
    for target in 0..<distinct {
      links.append(Int32(target))
      if target > 0 { links.closeRow() }
    }
    let rows = (0..<Int32(distinct - 1)).reversed().map { $0 }
    let expected = links.reordered(by: rows).targets.map { texts[Int($0)] }
    #expect(Array(column.reordered(beside: links, by: rows)) == expected)
  }

  @Test(arguments: [5, 70_000])
  func `each row whose text is marked is visited, ascending`(distinct: Int) throws {
    let texts = try texts(distinct)
    var column = DictionaryColumn()
    for text in texts + texts { column.append(text) }
    var visited: [Int] = []
    var marked = 0
    column.visit(
      marking: { text in
        marked += 1
        return text == texts[3] ? 7 : text.isEmpty ? 2 : 0
      },
      { row, mark in
        #expect(mark == (column[row].isEmpty ? 2 : 7))
        visited.append(row)
      }
    )
    #expect(visited == [0, 3, distinct, distinct + 3])
    #expect(marked == (distinct < 65_536 ? distinct : 2 * distinct))
  }
}
