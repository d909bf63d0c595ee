import Foundation
import Testing
import Texts

/// A table of fields writes a value and describes what it wrote.
@Suite struct JSONFormTests {
  private struct Pupil {
    var name: String
    var grade: Int?
    var isNew = false
    var classes: [String] = []
    var level = "low"
  }

  private let form = JSONForm<Pupil>.object([
    .init("name", .text.described(as: "as it is written"), \.name),
    .init("grade", .optional(.count(upTo: 12)), \.grade),
    .init("isNew", .flag, \.isNew),
    .init("classes", .list(of: .text), \.classes),
    .init("level", .optional(.text(oneOf: ["low", "high"]))) { $0.level },
    .init("twice", JSONForm.count().defined(as: "number")) { 2 * ($0.grade ?? 0) },
  ])

  @Test func `a value is written by its fields, in their order`() {
    let pupil = Pupil(name: "Zoë", grade: nil, classes: ["1a"])
    #expect(
      form.document(of: pupil) == """
        {
          "name": "Zoë",
          "grade": null,
          "isNew": false,
          "classes": [
            "1a"
          ],
          "level": "low",
          "twice": 0
        }

        """
    )
  }

  @Test func `the schema asks for every field, and lets no other in`() throws {
    let text = form.schemaDocument("urn:x", title: "a pupil", definitions: [("number", [:])])
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    #expect(schema["$id"] as? String == "urn:x")
    #expect(schema["title"] as? String == "a pupil")
    #expect((schema["$defs"] as? [String: Any])?.keys.sorted() == ["number"])
    #expect(schema["additionalProperties"] as? Bool == false)
    let names = ["name", "grade", "isNew", "classes", "level", "twice"]
    #expect(schema["required"] as? [String] == names)
    let fields = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(fields.keys.sorted() == names.sorted())
    #expect(fields["name"]?["description"] as? String == "as it is written")
    #expect(fields["grade"]?["type"] as? [String] == ["integer", "null"])
    #expect(fields["grade"]?["maximum"] as? Int == 12)
    #expect((fields["classes"]?["items"] as? [String: String]) == ["type": "string"])
    let levels = try #require(fields["level"]?["enum"] as? [Any])
    #expect(levels.count == 3 && levels.last is NSNull)
    #expect(fields["twice"]?["$ref"] as? String == "#/$defs/number")
  }
}
