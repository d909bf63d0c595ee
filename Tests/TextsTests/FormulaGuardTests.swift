import Testing
import Texts

@Suite struct FormulaGuardTests {
  /// Cells that a spreadsheet might run, and cells that could be taken for guarded ones.
  static let hostile = [
    // Plain signs.
    "=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "%x", "=", "'",
    "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\",\"y\")", "'quoted", "'=1", "''",
    // Controls that some spreadsheets drop.
    "\tx", "\rx", "\nx", "\r\nx", "\u{0}=1", "\u{1}=1", "\u{7F}=1", "\u{85}=1", "\u{1B}=1",
    // Full-width and small forms.
    "＝1", "＋1", "－1", "＠a", "｜a", "％a", "＇a", "﹢1", "﹣1", "﹦1", "﹪1", "﹫1",
    // After blanks.
    " =1", "   +1", "\u{A0}-1", "\u{2003}=1", "\u{3000}＝1", "\u{2028}=1", " \u{A0} @x",
    // After marks that nothing is drawn for.
    "\u{200B}=1", "\u{FEFF}@x", "\u{AD}=1", "\u{202E}=1", "\u{2060}=1", "\u{FE0F}=1",
    "\u{E0041}=1", "\u{3164}=1", "\u{200B}\u{200B} \u{FEFF}=1", "\u{200B}'x",
    // With a combining mark on the sign: one `Character`, and still a formula.
    "=\u{338}1", "'\u{301}x",
  ]

  static let harmless = [
    "", " ", "\u{200B}", "abc", "a=b", "1-2", "teacher 'T-1' has no email", " x", "日本", "é=1",
    "\\u{1b}", "(=1)", "\"=1\"", ",=1", "\u{A0}a", "\u{301}=1", "_=1", "~=1",
  ]

  @Test(arguments: hostile)
  func `a cell that could start a formula gets an apostrophe`(cell: String) {
    #expect(Array(FormulaGuard.guarded(cell).utf8) == Array("'\(cell)".utf8))
  }

  @Test(arguments: harmless)
  func `any other cell stays as it is`(cell: String) {
    #expect(Array(FormulaGuard.guarded(cell).utf8) == Array(cell.utf8))
  }

  @Test(arguments: hostile + harmless)
  func `a guarded cell can be had back, byte for byte`(cell: String) {
    let back = FormulaGuard.unguarded(FormulaGuard.guarded(cell))
    #expect(Array(back.utf8) == Array(cell.utf8))
  }

  @Test(arguments: 0..<0x300 as Range<UInt32>)
  func `every short cell can be had back, and is guarded after blanks if it is without`(
    value: UInt32
  ) throws {
    let scalar = try #require(Unicode.Scalar(value))
    for cell in ["\(scalar)", "\(scalar)=1", "'\(scalar)", " \(scalar)1"] {
      let guarded = FormulaGuard.guarded(cell)
      #expect(Array(FormulaGuard.unguarded(guarded).utf8) == Array(cell.utf8))
      if guarded != cell { #expect(FormulaGuard.guarded(" \(cell)") == "' \(cell)") }
    }
  }
}
