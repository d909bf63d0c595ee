import Testing
import Texts

@Suite struct MarkupWriterTests {
  @Test(arguments: [
    ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"'", "&quot;&#39;"),
    ("\u{1B}[2J", "\\u{1b}[2J"), ("\u{202E}x", "\\u{202e}x"), ("\u{FFFE}", "\\u{fffe}"),
    ("<\u{338}b>", "&lt;\u{338}b&gt;"), ("Zoë", "Zoë"),
  ])
  func `data cannot become markup, in text or in an attribute`(data: String, shown: String) {
    #expect(Array(Markup.escaped(data).utf8) == Array(shown.utf8))
    for language in [MarkupWriter.Language.html, .xml] {
      var page = MarkupWriter(language)
      page.element("b", ["title": data], data)
      let end = "<b title=\"\(shown)\">\(shown)</b>"
      #expect(Array(page.text.utf8).suffix(end.utf8.count + 1).starts(with: Array(end.utf8)))
    }
  }

  @Test func `HTML gets no blanks that would be seen`() {
    var page = MarkupWriter(.html)
    page.markup("<!DOCTYPE html>\n")
    page.element("p", ["class": "a"]) { p in
      p.say("x ")
      p.element("b", "y")
    }
    page.empty("input", ["type": "checkbox"])
    page.empty("meta", ["charset": "utf-8"])
    #expect(
      page.text == "<!DOCTYPE html>\n<p class=\"a\">x <b>y</b></p>\n"
        + "<input type=\"checkbox\"><meta charset=\"utf-8\">\n"
    )
  }

  @Test func `XML has its declaration, and elements on lines of their own`() {
    var page = MarkupWriter(.xml)
    page.element("suite", ["name": "x"]) { suite in
      suite.element("case") { $0.empty("skipped", ["message": "y"]) }
      suite.element("out", lines: ["a", "b"])
    }
    #expect(
      page.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <suite name="x">
          <case>
            <skipped message="y"/>
          </case>
          <out>a
        b</out>
        </suite>

        """
    )
  }
}
