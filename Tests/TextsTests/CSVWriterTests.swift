import Testing
import Texts

@Suite struct CSVWriterTests {
  private func text(for reader: CSVWriter.Reader, _ lines: [[String]]) -> String {
    var csv = CSVWriter(for: reader, head: ["a", "b"])
    for line in lines { csv.put(line: line) }
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""), ("x", "x"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), (" x ", " x "), ("a;b", "a;b"), ("Zoë", "Zoë"),
    ("=1", "=1"), ("\"\u{301}", "\"\"\"\u{301}\""),
  ])
  func `a program gets each value as it is, in quotes if it needs them`(cell: String, shown: String)
  {
    let expected = "a,b\r\n\(shown),\(shown)\r\n"
    #expect(Array(text(for: .program, [[cell, cell]]).utf8) == Array(expected.utf8))
  }

  @Test func `a person gets a byte order mark and no cell that would be run`() {
    let shown = text(for: .person, [["=1", "a"], ["=1,\"2\"", "-"], ["\t", "\n"]])
    let expected =
      "\u{FEFF}a,b\r\n'=1,a\r\n\"'=1,\"\"2\"\"\",'-\r\n'\t,\"'\n\"\r\n"
    #expect(Array(shown.utf8) == Array(expected.utf8))
  }

  @Test(arguments: FormulaGuardTests.hostile)
  func `no hostile cell is the first or a later one without its guard`(cell: String) {
    let lines = text(for: .person, [[cell, cell]])
    let quoted = cell.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    let inside = quoted ? cell.replacing("\"", with: "\"\"") : cell
    let shown = quoted ? "\"'\(inside)\"" : "'\(inside)"
    #expect(Array(lines.utf8) == Array("\u{FEFF}a,b\r\n\(shown),\(shown)\r\n".utf8))
  }

  @Test func `a line of one empty cell is no empty line`() {
    var csv = CSVWriter(for: .program, head: ["id"])
    csv.put(line: [""])
    #expect(csv.bytes == Array("id\r\n\"\"\r\n".utf8))
  }

  @Test func `what was drained is not there again`() {
    var csv = CSVWriter(for: .program, head: ["id"])
    let pieces = gathered { emit in
      csv.drain(emit)
      csv.put("x")
      csv.endLine()
      csv.drain(emit)
    }
    #expect(pieces == "id\r\nx\r\n")
    #expect(csv.bytes.isEmpty)
  }
}
