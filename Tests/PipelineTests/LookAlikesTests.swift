import Findings
import Testing

@testable import Pipeline

/// Signs that look like those of YAML, and signs that cut or break a text.
@Suite struct LookAlikesTests {
  private func look(_ text: String) -> LookAlikes { LookAlikes(SourceText(text), file: "p.yaml") }

  private static let blanks: [Unicode.Scalar] = [
    "\u{A0}", "\u{202F}", "\u{2007}", "\u{3000}", "\u{2003}", "\u{205F}",
  ]

  @Test(arguments: blanks)
  func `a blank of another kind is read as a space, and named with its place`(blank: Unicode.Scalar)
    throws
  {
    for text in ["a:_b\n", "__a: b\n", "a: { b: c,_d: e }\n", "-_a: {}\n", "a: b_ # c\n"] {
      let odd = text.replacing("_", with: String(Character(blank)))
      let look = look(odd)
      #expect(look.text == text.replacing("_", with: " "))
      let warning = try #require(look.warnings.first)
      #expect(look.warnings.count == 1)
      #expect(warning.code == "look-alike-blank")
      let code = String(blank.value, radix: 16, uppercase: true)
      #expect(warning.message.contains(code))
      let column = try #require(text.firstIndex(of: "_")).utf16Offset(in: text) + 1
      #expect(warning.place == Place(file: "p.yaml", line: 1, column: column))
    }
  }

  @Test func `a blank inside quotes or a comment stays as it is`() {
    let text = "a: \"b\u{A0}c\" # d\u{A0}e\nf: 'g\u{A0}h'\n"
    #expect(look(text).text == text)
    #expect(look(text).warnings.isEmpty)
    // At the edge it is most likely a slip, and cannot be seen.
    #expect(look("a: \"b\u{A0}\"\n").warnings.count == 1)
  }

  @Test(arguments: [
    "name: “Oak School”", "name: ‘Oak School’", "- { name: „Oak” }", "“name”: Oak", "name： Oak",
    "  operator：\"${operator}\"", "a: { b: c, name： d }",
  ])
  func `curly quotes and full-width colons are refused where plain ones are needed`(text: String) {
    #expect(look(text).faults.map(\.code) == ["look-alike-sign"])
  }

  @Test(arguments: [
    "name: ‘Iolani School", "name: \"“Oak”\"", "name: Oak’s School", "name: 学校：中央", "# “a” b： c",
    "name: |\n  “Oak”\n  b： c\nd: e",
  ])
  func `where they are part of a text they stay`(text: String) {
    #expect(look(text).faults.isEmpty)
    #expect(look(text).warnings.isEmpty)
  }

  @Test(arguments: ["name: School #77", "name: School # 77", "a: { name: School #77 }"])
  func `a number sign that cuts a text is warned of`(text: String) {
    #expect(look(text).warnings.map(\.code) == ["text-cut-by-comment"])
  }

  @Test(arguments: [
    "name: \"School #77\"", "name: School#77", "name: School # our school", "# a #77",
    "name: \"a\" #77",
    "stages: #77", "a: ### b",
  ])
  func `a comment after a value, or a sign inside a text, is none of it`(text: String) {
    #expect(look(text).warnings.isEmpty)
  }

  @Test func `between brackets the sign that breaks a text is named first`() {
    for (text, help) in [
      ("a: { name: Oak: a school }\nb: c\n", "in quotes"), ("a: { name: School #77 }\nb: c\n", "#"),
      ("a: { name: Oak [North] }\nb: c\n", "in quotes"),
      ("a: { name: 'O'Neil' }\nb: c\n", "other kind"),
    ] {
      let error = #expect(throws: PlanError.self) {
        try PipelineFile(parsing: Array(text.utf8), path: "p.yaml")
      }
      #expect(error?.faults.first?.place?.line == 1)
      #expect(
        error?.faults.contains { $0.code == "yaml-syntax" && $0.help.contains(help) } == true
      )
    }
  }

  @Test(arguments: [
    "a: { b: 'c''d: e' }", "a: { \"b\": 'c', d: [e] }", "a: 'b' # c", "a: { b: c, d: e }",
    "a: [b, \"c: d\"]", "a: { b: { c: d } }", "a: { b: c:d }",
    "a: \"{\"\nb: c: d",
  ])
  func `brackets without such a sign have none to name`(text: String) {
    #expect(look(text).breaks.isEmpty)
  }
}
