import MailTemplate
import Testing

struct TemplateTests {
  /// The three parts of the template with this body, filled in.
  func fill(_ body: String, title: String = "T", _ set: (inout TemplateValues) -> Void = { _ in })
    throws -> (html: String, text: String, subject: String)
  {
    let source = """
      <html lang="en"><head><title>\(title)</title></head><body>\(body)\
      <div data-only="html" data-text="code"/></body></html>
      """
    let template = try Template(Array(source.utf8), file: "t.xhtml", schema: schema)
    var values = TemplateValues(schema)
    set(&values)
    var html: [UInt8] = []
    var text: [UInt8] = []
    template.appendHTML(values, to: &html)
    template.appendText(values, to: &text)
    let whole = String(decoding: html, as: UTF8.self)
    let start = try #require(whole.range(of: "<body>"))
    let end = try #require(whole.range(of: "<div></div></body></html>\n"))
    return (
      String(whole[start.upperBound..<end.lowerBound]), String(decoding: text, as: UTF8.self),
      template.subject(values)
    )
  }

  @Test func `values are escaped in text and stay as they are in plain text`() throws {
    let parts = try fill(
      "<p>Dear <bdi data-text=\"name\">N</bdi>!</p>",
      title: "For <b data-text=\"name\"/>"
    ) { $0.set(0, "<script>alert(\"1\" & '2')</script>") }
    #expect(
      parts.html
        == "<p>Dear <bdi>&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;</bdi>!</p>"
    )
    #expect(parts.text == "Dear <script>alert(\"1\" & '2')</script>!\n")
    #expect(parts.subject == "For <script>alert(\"1\" & '2')</script>")
  }

  @Test func `control characters in values become blanks`() throws {
    let parts = try fill("<p data-text=\"name\"/>", title: "<b data-text=\"name\"/>") {
      $0.set(0, "a\r\nb\0c\td")
    }
    #expect(parts.html == "<p>a  b c d</p>")
    #expect(parts.text == "a  b c d\n")
    #expect(parts.subject == "a  b c d")
  }

  @Test func `a link is bound, escaped, and written out in plain text`() throws {
    let parts = try fill(
      """
      <p>Go to <a data-href="link">Bloomz</a>, or <a data-href="link" data-text="link"/>, \
      or <a href="mailto:a@b.org">a@b.org</a>, or <a href="https://c.org?d=1&amp;e=2">C</a>.</p>
      """
    ) { values in
      if let link = TemplateLink("https://b.org/?x=1&y=2") { values.set(2, link) }
    }
    let link = "https://b.org/?x=1&amp;y=2"
    #expect(
      parts.html == """
        <p>Go to <a href="\(link)">Bloomz</a>, or <a href="\(link)">\(link)</a>, \
        or <a href="mailto:a@b.org">a@b.org</a>, or <a href="https://c.org?d=1&amp;e=2">C</a>.</p>
        """
    )
    #expect(
      parts.text == """
        Go to Bloomz <https://b.org/?x=1&y=2>, or https://b.org/?x=1&y=2, or a@b.org, \
        or C <https://c.org?d=1&e=2>.

        """
    )
  }

  @Test func `a condition follows a flag, a text, a link or a list`() throws {
    let body = """
      <p data-if="isNew">flag</p><p data-if="name">text</p>\
      <p data-if="link">link</p><p data-if="classes">list</p><p>end</p>
      """
    #expect(try fill(body).html == "<p>end</p>")
    #expect(try fill(body).text == "end\n")
    let all = try fill(body) { values in
      values.set(3, true)
      values.set(0, "x")
      if let link = TemplateLink("https://b.org") { values.set(2, link) }
      values.addRow(4, "y")
    }
    #expect(all.html == "<p>flag</p><p>text</p><p>link</p><p>list</p><p>end</p>")
    #expect(all.text == "flag\n\ntext\n\nlink\n\nlist\n\nend\n")
    let middle = try fill(body) { $0.set(0, "x") }
    #expect(middle.text == "text\n\nend\n")
  }

  @Test func `a list runs once a row and is numbered in plain text`() throws {
    let parts = try fill(
      """
      <h1>Title &amp; more</h1>
      <p>One
         paragraph.<br/>Next&#160;line.</p>
      <ol><li>first</li><li data-each="classes">Class <b data-text="item">x</b></li><li>last</li></ol>
      <ul><li data-each="classes" data-text="item"/></ul>
      <table role="presentation"><tr><td>left</td><td>right</td></tr></table>
      """
    ) { values in
      values.addRow(4, "<A>")
      values.addRow(4, "B")
    }
    #expect(
      parts.html == """
        <h1>Title &amp; more</h1>
        <p>One
        paragraph.<br>Next\u{A0}line.</p>
        <ol><li>first</li><li>Class <b>&lt;A&gt;</b></li><li>Class <b>B</b></li><li>last</li></ol>
        <ul><li>&lt;A&gt;</li><li>B</li></ul>
        <table role="presentation"><tr><td>left</td><td>right</td></tr></table>
        """
    )
    #expect(
      parts.text == """
        Title & more
        ------------

        One paragraph.
        Next line.

        1. first
        2. Class <A>
        3. Class B
        4. last

        - <A>
        - B

        left
        right

        """
    )
  }

  @Test func `a part can be for one reader only`() throws {
    let parts = try fill("<p data-only=\"html\">H</p><p data-only=\"text\">T</p>")
    #expect(parts.html == "<p>H</p>")
    #expect(parts.text == "T\n")
  }

  @Test func `values are forgotten between two people`() throws {
    let source = """
      <html lang="en"><head><title>T</title></head><body><p data-text="name"/>\
      <p data-text="code"/><i data-each="classes" data-text="item"/></body></html>
      """
    let template = try Template(Array(source.utf8), file: "t.xhtml", schema: schema)
    var values = TemplateValues(schema)
    values.set(0, "Pat")
    values.set(1, "CODE")
    values.set(3, true)
    values.addRow(4, "Class")
    values.clear()
    values.set(1, "OTHER")
    var text: [UInt8] = []
    template.appendText(values, to: &text)
    #expect(String(decoding: text, as: UTF8.self) == "OTHER\n")
  }

  @Test func `the page around the body is ours`() throws {
    let source = """
      <?xml version="1.0"?><!-- a > comment <p data-text="x"> -->
      <html lang="es-MX" dir="ltr"><head><title>T</title><style>p > b { color: red }</style></head>
      <body><![CDATA[a < b]]><p title="&lt;&quot;" data-text="code"/></body></html>
      """
    let template = try Template(Array(source.utf8), file: "t.xhtml", schema: schema)
    var values = TemplateValues(schema)
    values.set(1, "C")
    var html: [UInt8] = []
    template.appendHTML(values, to: &html)
    #expect(template.language == "es-MX")
    #expect(
      String(decoding: html, as: UTF8.self) == """
        <!DOCTYPE html>
        <html lang="es-MX" dir="ltr"><head><meta charset="utf-8"><title>T</title>\
        <style>p > b { color: red }</style></head>
        <body>a &lt; b<p title="&lt;&quot;">C</p></body></html>

        """
    )
  }

  @Test(arguments: ["https://b.org", "https://b.org/x?y#z", "mailto:a@b.org"])
  func `a safe link is taken`(link: String) {
    #expect(TemplateLink(link)?.description == link)
  }

  @Test(arguments: [
    "", "http://b.org", "https://", "https:// b", "https://b.org/\"x", "https://b.org/é",
    "https://b.org\n", "ftp://b.org", "https:///b", "mailto:", "https://?x",
  ])
  func `an unsafe link is refused`(link: String) {
    #expect(TemplateLink(link) == nil)
  }
}

extension String {
  /// Where `word` first stands.
  func range(of word: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }
}
