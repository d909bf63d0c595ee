import TestSupport
import Testing

/// Lists of which people saved a part, or more than the list.
@Suite struct IncompleteListTests {
  @Test func `a next page that no one saved stops the run, and says of which list`() throws {
    let situation = try Situation(.answers)
    let text = try situation.text("sections.json")
    let links = try #require(text.firstRange(of: "\"links\""))
    try situation.write(
      "sections.json",
      text[..<links.lowerBound]
        + #""links":[{"rel":"SELF","uri":"/v3.1/sections"},"#
        + #"{"rel":"NEXT","uri":"/v3.1/sections?starting_after=6a5e00000000000000000002"}]}"#
    )
    let result = try situation.run(.teachers)
    #expect(result.code == 65)
    #expect(!result.isPublished)
    #expect(result.tells("sections", "page"))
    #expect(!result.blamesSharing)
    let inspection = try situation.start(["inspect", "export"])
    #expect(inspection.code == 65)
    #expect(inspection.printed.contains("a page of the list is missing"))
  }

  @Test func `an answer without its list is named first, and not sharing`() throws {
    let situation = try Situation(.answers)
    let name =
      try situation.folder.names(in: "export").contains("students.json")
      ? "students.json" : "users.json"
    try situation.write(name, #"{"links":[{"rel":"self","uri":"/v3.1/users"}]}"#)
    let result = try situation.run(.teachers)
    #expect(result.code == 65)
    #expect(!result.isPublished)
    #expect(!result.blamesSharing)
    #expect(result.firstCause?.contains(name) == true)
  }
}
