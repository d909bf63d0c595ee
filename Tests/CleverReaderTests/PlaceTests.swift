import CleverReader
import Findings
import Roster
import Testing

@Suite struct PlaceTests {
  @Test func `a record and its fields are found again by line and column`() throws {
    let export = try Export([
      "x.json": "[\n  {\"id\":\"bb0000000000000000000001\",\"dob\":\"\"},\n"
        + "  {\"id\":\"bb0000000000000000000002\",\"name\":{\"last\":\"Zoë 林\",\"first\":\"A\"},\"dob\":\"\"}\n]"
    ])
    let roster = try export.read()
    let places = roster.students.records.places
    let resolver = PlaceResolver(files: roster.source.files)
    let answers = resolver.places(of: [
      .init(places[1], field: "name.first"), .init(places[0]), .init(places[1]),
      .init(places[1], field: "name.last"), .init(places[1], field: "email"), .init(.none),
    ])
    let file = roster.source.files[0].path
    #expect(
      answers == [
        Place(file: file, line: 3, column: 67), Place(file: file, line: 2, column: 3),
        Place(file: file, line: 3, column: 3), Place(file: file, line: 3, column: 51),
        Place(file: file, line: 3, column: 3), nil,
      ]
    )
    #expect(roster.students.records.lines == [2, 3])
  }
}
