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
    #expect(Array(roster.students.records.lines) == [2, 3])
  }

  @Test(arguments: ["\n", "\r\n", "\n\n  "])
  func `a known line spares counting the file's lines and gives the same place`(
    lineEnd: String
  ) throws {
    // Records of every length around the buffer's, one of them over several lines.
    var lines = ["\u{FEFF}"]
    for number in 0..<60 {
      let id = String(repeating: "c", count: 22) + String(number + 10)
      let filler = String(repeating: "é", count: number * number)
      let gap = number == 30 ? "\(lineEnd)  " : ""
      lines.append("{\"dob\":\"\(filler)\",\(gap)\"id\":\"\(id)\",\"name\":{\"last\":\"Ö\"}}")
    }
    // Held to the end: with it the files go.
    let export = try Export(["students/x.json": lines.joined(separator: lineEnd)])
    defer { withExtendedLifetime(export) {} }
    let roster = try export.read()
    let records = roster.students.records
    #expect(records.recordCount == 60)
    let resolver = PlaceResolver(files: roster.source.files)
    for field in ["", "id", "name.last", "email"] {
      let counted = resolver.places(of: records.places.map { .init($0, field: field) })
      let near = resolver.places(
        of: zip(records.places, records.lines).map { .init($0, line: $1, field: field) }
      )
      #expect(near == counted)
      #expect(Set(counted.map { $0?.line }).count == 60)
    }
  }
}
