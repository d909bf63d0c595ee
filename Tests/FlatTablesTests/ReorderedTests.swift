import FlatTables
import Testing

@Suite struct ReorderedTests {
  private let links: Links = {
    var links = Links()
    for row in [[5], [], [1, 2, 3], [9, 8]] as [[Int32]] {
      for target in row { links.append(target) }
      links.closeRow()
    }
    return links
  }()

  @Test func `a column gets the order that is asked for, and loses what is not named`() {
    let column = ["a", "b", "c", "d"]
    #expect(column.reordered(by: [3, 0, 2, 1]) == ["d", "a", "c", "b"])
    #expect(column.reordered(by: [2, 1]) == ["c", "b"])
    #expect(column.reordered(by: []) == [])
  }

  @Test func `rows of links move with all their targets`() {
    let reordered = links.reordered(by: [2, 3, 0, 1])
    #expect((0..<4).map { Array(reordered[$0]) } == [[1, 2, 3], [9, 8], [5], []])
    #expect(links.reordered(by: [3, 1]).targets == [9, 8])
    #expect(links.reordered(by: []).rowCount == 0)
  }

  @Test func `a column beside the targets moves with them`() {
    let words = ["five", "one", "two", "three", "nine", "eight"]
    let positions: [Int32] = [3, 2, 1, 0]
    let moved = links.reordered(column: words, by: positions)
    #expect(moved == ["nine", "eight", "one", "two", "three", "five"])
    #expect(links.reordered(by: positions).targets == [9, 8, 1, 2, 3, 5])
  }

  @Test func `indices are grouped by number, those of a group ascending`() {
    let groups = Links(grouping: [2, 0, 2, 3, 0], count: 5)
    #expect((0..<5).map { Array(groups[$0]) } == [[1, 4], [], [0, 2], [3], []])
    #expect(groups.targets == [1, 4, 0, 2, 3])
    #expect(Links(grouping: [], count: 2).rowCount == 2)
  }
}
