import Foundation
import Testing
import Texts

@Suite struct JSONWriterTests {
  private func document(_ write: (inout JSONWriter) -> Void) -> String {
    gathered { emit in
      var json = JSONWriter()
      json.object { write(&$0) }
      json.drain(emit)
    }
  }

  @Test func `members keep their order, two spaces a level, and the document ends its line`() {
    let text = document { json in
      json.member("b", "x")
      json.member("a", 1)
      json.member("is", true)
      json.member("none", nil as String?)
      json.member("zero", nil as Int?)
      json.object("inner") { $0.array("list") { json in ["x", "y"].forEach { json.element($0) } } }
      json.array("empty") { _ in }
      json.object("nothing") { _ in }
    }
    #expect(
      text == """
        {
          "b": "x",
          "a": 1,
          "is": true,
          "none": null,
          "zero": null,
          "inner": {
            "list": [
              "x",
              "y"
            ]
          },
          "empty": [],
          "nothing": {}
        }

        """
    )
  }

  @Test(arguments: [
    ("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("\t", #"\u0009"#), ("\u{0}", #"\u0000"#),
    ("\u{7F}", #"\u007f"#), ("</script>", #"\u003c/script\u003e"#), ("a&b", #"a\u0026b"#),
    ("\u{202E}", #"\u202e"#), ("\u{FEFF}", #"\ufeff"#), ("\u{E0041}", #"\udb40\udc41"#),
    ("é", "é"), ("e\u{301}", "e\u{301}"), ("日本", "日本"), ("\"\u{301}", #"\""# + "\u{301}"),
  ])
  func `what steers, hides or opens a tag is escaped, and reads back`(
    text: String,
    shown: String
  ) throws {
    let written = JSONValue.text(text).document
    #expect(Array(written.utf8) == Array("\"\(shown)\"".utf8))
    let back = try JSONDecoder().decode([String].self, from: Data("[\(written)]".utf8))
    #expect(back.map { Array($0.utf8) } == [Array(text.utf8)])
  }

  @Test func `a small document is written as its literal reads`() {
    let value: JSONValue = [
      "a \"key\"": "text", "list": ["x", 1, true, .null], "empty": [], "nothing": [:],
      "objects": [["id": "1"], ["id": "2"]],
    ]
    #expect(
      value.document == """
        {
          "a \\"key\\"": "text",
          "list": ["x", 1, true, null],
          "empty": [],
          "nothing": {},
          "objects": [
            {
              "id": "1"
            },
            {
              "id": "2"
            }
          ]
        }

        """
    )
  }

  @Test func `what comes again is written as the same bytes, with the comma it needs`() {
    let text = document { json in
      var last = JSONWriter.Repeated<Int>()
      json.array("rows") { json in
        for value in [1, 1, 2] {
          json.object { json in
            json.member("first", 0)
            json.repeating(&last, value) { $0.member("value", value) }
          }
        }
      }
    }
    let rows = [1, 1, 2].map { "    {\n      \"first\": 0,\n      \"value\": \($0)\n    }" }
    #expect(text == "{\n  \"rows\": [\n\(rows.joined(separator: ",\n"))\n  ]\n}\n")
  }

  @Test func `a document in pieces is the document`() {
    let whole = document { json in for number in 0..<9 { json.member("m\(number)", number) } }
    let pieces = gathered { emit in
      var json = JSONWriter()
      json.object { json in
        for number in 0..<9 {
          json.member("m\(number)", number)
          json.drain(emit)
        }
      }
      json.drain(emit)
    }
    #expect(pieces == whole)
  }
}
