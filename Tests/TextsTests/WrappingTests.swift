import Testing
import Texts

@Suite struct WrappingTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("ñ", 1), ("e\u{301}", 1), ("\u{301}", 0), ("日本語", 6), ("한국어", 6),
    ("ＡＢ", 4), ("ｱ", 1), ("👩‍👩‍👧‍👦", 2), ("🇺🇸", 2), ("☎\u{FE0F}", 2), ("☎", 1), ("✔", 1), ("■", 1),
    ("العربية", 7), ("a\u{200B}b", 2), ("\u{1}", 0), ("𠀀", 2), ("、", 2), ("각", 2),
  ])
  func `a character takes the columns that a terminal gives it`(text: String, columns: Int) {
    #expect(displayWidth(of: text) == columns)
  }

  @Test
  func `a long line is broken at blanks and indented`() {
    #expect(
      wrapped("  one two three four five", columns: 12, indent: 4) == [
        "  one two", "    three", "    four", "    five",
      ]
    )
  }

  @Test
  func `a word that fits no line is broken where the line ends`() {
    #expect(
      wrapped("to abcdefghijklmno", columns: 8, indent: 2) == [
        "to", "  abcdef", "  ghijkl", "  mno",
      ]
    )
  }

  @Test
  func `a wide sign that does not fit goes to the next line`() {
    #expect(wrapped("日本語学校", columns: 5, indent: 0) == ["日本", "語学", "校"])
  }

  @Test
  func `blanks inside a line stay`() {
    #expect(wrapped("  key     value", columns: 20, indent: 4) == ["  key     value"])
  }

  @Test
  func `a colour takes no room and does not reach over a line's end`() {
    #expect(
      wrapped("\u{1B}[31mred words\u{1B}[0m end", columns: 6, indent: 0) == [
        "\u{1B}[31mred\u{1B}[0m", "\u{1B}[31mwords\u{1B}[0m", "end",
      ]
    )
  }

  @Test
  func `a mark after a colour does not swallow its end`() {
    #expect(
      wrapped("\u{1B}[1m\u{301}ab\u{1B}[0m cd", columns: 20, indent: 0) == [
        "\u{1B}[1m\u{301}ab\u{1B}[0m cd"
      ]
    )
  }

  @Test
  func `a web address that fits no line stays whole where it is to be copied`() {
    let address = "https://example.org/a/long/address"
    #expect(
      wrapped("  see \(address) there", columns: 20, indent: 2, breaksWords: false) == [
        "  see", "  \(address)", "  there",
      ]
    )
  }
}
