import Findings
import Pipeline
import Testing

@Suite struct SourceExcerptTests {
  private func excerpt(of text: String, line: Int, column: Int) -> [String]? {
    SourceExcerpt(of: text, at: Place(file: "p", line: line, column: column))?.lines
  }

  @Test func `the caret stands below the column`() {
    #expect(excerpt(of: "one\ntwo: x\r\nthree", line: 2, column: 6) == ["two: x", "     ^"])
    #expect(excerpt(of: "one\ntwo: x\r\nthree", line: 3, column: 1) == ["three", "^"])
    #expect(excerpt(of: "one", line: 1, column: 4) == ["one", "   ^"])
    #expect(excerpt(of: "one\n", line: 2, column: 1) == ["", "^"])
  }

  @Test func `tabs stay tabs, and every other scalar counts one`() {
    #expect(excerpt(of: "\ta\tb", line: 1, column: 4) == ["\ta\tb", "\t \t^"])
    #expect(excerpt(of: "école: 學校", line: 1, column: 8) == ["école: 學校", "       ^"])
  }

  @Test func `a byte order mark is not shown and counts nothing`() {
    #expect(excerpt(of: "\u{FEFF}abc", line: 1, column: 2) == ["abc", " ^"])
  }

  @Test func `signs that steer a terminal are escaped, and the caret moves along`() {
    #expect(excerpt(of: "a\u{1B}[1mb", line: 1, column: 6) == ["a\\u{1b}[1mb", "          ^"])
  }

  @Test func `of a long line the part around the column is shown`() throws {
    let text = String(repeating: "a", count: 400) + "X" + String(repeating: "b", count: 400)
    let lines = try #require(excerpt(of: text, line: 1, column: 401))
    #expect(
      lines[0] == "…" + String(repeating: "a", count: 100) + "X" + String(repeating: "b", count: 99)
        + "…"
    )
    #expect(lines[1] == String(repeating: " ", count: 101) + "^")
  }

  @Test func `a place without line, or behind the end, has no excerpt`() {
    #expect(excerpt(of: "one", line: 0, column: 0) == nil)
    #expect(excerpt(of: "one", line: 2, column: 1) == nil)
    #expect(excerpt(of: "one", line: 1, column: 0) == ["one"])
  }

  @Test func `faults are shown with their lines`() {
    let text = "pipeline: toy\nversion: 2\nstages:\n  - raed: {}\n"
    let found: PlanError? =
      if case .failure(let error) = Result(catching: { () throws(PlanError) in
        try planned(text, settings: ["x=1"])
      }) { error } else { nil }
    #expect(
      found?.lines(showing: text, of: "p.yaml").joined(separator: "\n") == """
        error: --set gives 'x', but the pipeline has no such parameter [unknown-parameter]
          help: there are: none
        p.yaml:2:10: error: the version is '2', but only '1' is known [unknown-version]
          | version: 2
          |          ^
          help: write 'version: 1'
        p.yaml:4:5: error: there is no stage 'raed' [unknown-stage]
          |   - raed: {}
          |     ^
          help: did you mean 'read'? there are: read, sort, send
        """
    )
  }
}
