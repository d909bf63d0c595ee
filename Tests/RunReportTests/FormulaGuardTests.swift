import RunReport
import Testing

struct FormulaGuardTests {
  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "%x", "\tx", "\rx", "\nx", "\r\nx", "'quoted", "＝1",
    "＋1", "－1", "＠a", "｜a", "％a", "＇a", "﹦1", " =1", "\u{200B}=1", "\u{A0}-1", "'",
    "\u{FEFF}@x", "=\u{338}1",
  ])
  func `a cell that could start a formula gets an apostrophe`(cell: String) {
    #expect(Array(FormulaGuard.guarded(cell).utf8) == Array("'\(cell)".utf8))
  }

  @Test(arguments: ["", "abc", "a=b", "1-2", "teacher 'T-1' has no email", " x", "日本", "\\u{1b}"])
  func `any other cell stays as it is`(cell: String) {
    #expect(FormulaGuard.guarded(cell) == cell)
  }

  @Test(arguments: 0..<500)
  func `what was guarded can be had back`(seed: Int) {
    var maker = ReportMaker(seed: seed)
    for _ in 0..<20 {
      let cell = maker.text()
      let back = FormulaGuard.unguarded(FormulaGuard.guarded(cell))
      #expect(Array(back.utf8) == Array(cell.utf8), "seed \(seed)")
    }
  }
}
