import Findings
import MailTemplate
import Testing

/// The schema that the tests' templates are held against.
let schema = TemplateSchema([
  TemplateField("name", .text),
  TemplateField("code", .text, isRequired: true),
  TemplateField("link", .link),
  TemplateField("isNew", .flag),
  TemplateField("classes", .list),
])

struct TemplateFaultTests {
  /// What the template with this body is refused for, one line a finding.
  func faults(_ body: String, head: String = "<title>T</title>") -> [String] {
    let text = "<html lang=\"en\">\n<head>\(head)</head>\n<body>\(body)</body>\n</html>"
    return faults(of: Array(text.utf8))
  }

  func faults(of bytes: [UInt8]) -> [String] {
    do {
      _ = try Template(bytes, file: "t.xhtml", schema: schema)
      return []
    } catch {
      return error.findings.map {
        "\($0.place?.description ?? "") \($0.message) [\($0.code)] \($0.help)"
      }
    }
  }

  let code = "<p data-text=\"code\"/>"

  @Test func `a good template has no faults`() {
    #expect(
      faults("<p>Hello <bdi data-text=\"name\">N</bdi></p>" + code, head: "<title>T</title>") == []
    )
  }

  @Test func `an unknown placeholder is found with its line and column`() {
    #expect(
      faults("\n  <p data-text=\"nmae\"/>" + code) == [
        "t.xhtml:4:6 'data-text' names 'nmae', which is no placeholder "
          + "[template-unknown-placeholder] did you mean 'name'?"
      ]
    )
    #expect(
      faults("<p>é <b>x</b><i data-if=\"whatever\">x</i></p>" + code) == [
        "t.xhtml:3:23 'data-if' names 'whatever', which is no placeholder "
          + "[template-unknown-placeholder] there are: name, code, link, isNew, classes"
      ]
    )
  }

  @Test func `a misspelt binding is found`() {
    #expect(
      faults("<p data-txet=\"name\"/>" + code) == [
        "t.xhtml:3:10 'data-txet' is no binding [template-unknown-binding] "
          + "did you mean 'data-text'?"
      ]
    )
  }

  @Test func `a required placeholder that is missing is found`() {
    #expect(
      faults("<p data-if=\"code\">x</p>") == [
        "t.xhtml the template nowhere uses 'code' [template-placeholder-missing] "
          + "a mail without it helps nobody: add data-text=\"code\""
      ]
    )
  }

  @Test(arguments: [
    "http://bloomz.com", "javascript:x", "//bloomz.com", "bloomz.com", "https://", "mailto:", "",
    "HTTPS://bloomz.com", "data:text/html,x", "https:///x", "https://a b",
  ])
  func `a link that is not https is found`(link: String) {
    #expect(
      faults("<a href=\"\(link)\">x</a>" + code) == [
        "t.xhtml:3:10 a link leads to '\(link)' [template-link-not-https] "
          + "links begin with 'https://' or 'mailto:'"
      ]
    )
  }

  @Test(arguments: [
    ("<p>x", "t.xhtml:3:", "Opening and ending tag mismatch"),
    ("<p title=x>x</p>", "t.xhtml:3:", "AttValue"),
    ("<p>a & b</p>", "t.xhtml:3:", "xmlParseEntityRef"),
    ("<p>a&nbsp;b</p>", "t.xhtml:3:", "Entity 'nbsp' not defined"),
    ("<br>", "t.xhtml:3:", "Opening and ending tag mismatch"),
    ("<p a='1' a='2'/>", "t.xhtml:3:", "Attribute a redefined"),
  ])
  func `what is not well-formed is found`(body: String, place: String, words: String) throws {
    let fault = try #require(faults(body + code).first)
    #expect(fault.hasPrefix(place))
    #expect(fault.contains("the template is not well-formed XML: \(words)"), "\(fault)")
    #expect(
      fault.hasSuffix(
        "[template-not-well-formed] close every tag, quote every value, "
          + "and write '&amp;' for '&' and '&#160;' for '&nbsp;'"
      )
    )
    #expect(faults(body + code).count == 1)
  }

  @Test(arguments: [
    "<!DOCTYPE html>\n<html/>",
    "<!DOCTYPE html SYSTEM \"file:///etc/passwd\">\n<html/>",
    "<!DOCTYPE h [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<html>&b;</html>",
  ])
  func `a document type is refused before anything is parsed`(text: String) {
    #expect(
      faults(of: Array(text.utf8)) == [
        "t.xhtml:1:1 the template declares a document type [template-has-doctype] "
          + "take the '<!DOCTYPE …>' out; the mail gets the right one by itself"
      ]
    )
  }

  @Test func `text that is not UTF-8 is refused`() {
    #expect(
      faults(of: [0x3C, 0x61, 0xFF, 0x3E]) == [
        "t.xhtml the template is not UTF-8 text [template-not-utf8] save the file as UTF-8"
      ]
    )
  }

  @Test func `a template over 1 MiB is refused`() {
    #expect(
      faults(of: [UInt8](repeating: 0x20, count: Template.byteLimit + 1)) == [
        "t.xhtml the template has 1048577 bytes [template-too-large] "
          + "a template has at most 1048576 bytes"
      ]
    )
  }

  @Test func `an empty file is refused`() {
    #expect(faults(of: []).count == 1)
    #expect(faults(of: Array("<html lang=\"en\"/>".utf8)).count == 3)
  }

  @Test(arguments: [
    "script", "img", "iframe", "object", "form", "input", "link", "base", "svg", "video", "o:p",
  ])
  func `an element that fetches or runs something is refused`(element: String) {
    let body = "<p xmlns:o=\"urn:x\"><\(element)/></p>"
    #expect(
      faults(body + code) == [
        "t.xhtml:3:26 the template has the element '\(element)' [template-forbidden-element] "
          + "a mail holds text, links, lists and tables; nothing that is fetched, run or filled in"
      ]
    )
  }

  @Test(arguments: ["onclick", "src", "background", "srcset", "href"])
  func `an attribute that fetches or runs something is refused`(name: String) {
    #expect(
      faults("<p \(name)=\"x\">x</p>" + code) == [
        "t.xhtml:3:10 'p' has the attribute '\(name)' [template-forbidden-attribute] "
          + "take it out; a mail fetches nothing and runs nothing"
      ]
    )
  }

  @Test func `a style that fetches something is refused`() {
    let words =
      "a style fetches something, or has a '<' [template-forbidden-attribute] "
      + "write colours and sizes only; a mail loads nothing"
    #expect(faults("<p style=\"background: URL(x)\">x</p>" + code) == ["t.xhtml:3:10 " + words])
    #expect(
      faults(code, head: "<title>T</title><style>@import 'x';</style>")
        == ["t.xhtml:2:23 " + words]
    )
  }

  @Test(arguments: [
    ("<p data-text=\"classes\"/>", "3:10 'data-text' can not take 'classes'"),
    ("<p data-text=\"isNew\"/>", "3:10 'data-text' can not take 'isNew'"),
    ("<a data-href=\"name\">x</a>", "3:10 'data-href' can not take 'name'"),
    ("<p data-each=\"name\">x</p>", "3:10 'data-each' can not take 'name'"),
    ("<p data-href=\"link\">x</p>", "3:10 'data-href' stands on 'p', which is no link"),
    (
      "<a href=\"https://x.org\" data-href=\"link\">x</a>",
      "3:31 'data-href' stands beside an 'href'"
    ),
    ("<p data-text=\"item\"/>", "3:10 'data-text' 'item' stands outside of 'data-each'"),
    (
      "<p data-text=\"name\"><b>x</b></p>",
      "3:10 'data-text' replaces what stands inside, and there are elements"
    ),
    (
      "<ul data-each=\"classes\"><li data-each=\"classes\">x</li></ul>",
      "3:35 'data-each' stands inside another 'data-each'"
    ),
  ])
  func `a placeholder in the wrong place is found`(body: String, fault: String) {
    #expect(
      faults(body + code) == [
        "t.xhtml:\(fault) [template-placeholder-misplaced] texts and links go into 'data-text', "
          + "links into 'data-href', lists into 'data-each'"
      ]
    )
  }

  @Test func `all faults come at once, sorted by code and place`() {
    let found = faults("<p data-text=\"a\"/><img/><p data-text=\"b\"/>", head: "")
    #expect(
      found.map { $0.prefix(14) } == [
        "t.xhtml:3:25 t", "t.xhtml the te", "t.xhtml the te", "t.xhtml:3:10 '", "t.xhtml:3:34 '",
      ]
    )
  }

  @Test func `a template with any byte changed, or cut anywhere, is read or refused`() {
    let good = Array(
      """
      <html lang="en"><head><title>T</title><style>p { color: red }</style></head>
      <body><!-- c --><p title='é' data-if="isNew">a &amp; b</p><ol><li data-each="classes"
      data-text="item"/></ol><a href="https://x.org">x</a><![CDATA[ ]]><p data-text="code"/></body>
      </html>
      """.utf8
    )
    #expect(faults(of: good) == [])
    var refused = 0
    for place in good.indices {
      for byte in [0x3C, 0x3E, 0x22, 0x26, 0x20, 0x00, 0xFF] as [UInt8] {
        var changed = good
        changed[place] = byte
        if !faults(of: changed).isEmpty { refused += 1 }
      }
      #expect(!faults(of: Array(good[..<place])).isEmpty, "cut at \(place)")
    }
    #expect(refused > good.count)
  }
}
