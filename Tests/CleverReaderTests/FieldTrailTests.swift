import FlatTables
import Roster
import TestSupport
import Testing

/// Whatever way the fields of earlier records came, those of the next one are read.
struct FieldTrailTests {
  /// Fields of a student, each with a value that tells the record's number.
  private static let fields = [
    "\"sis_id\":\"%\"", "\"name\":{\"first\":\"F%\",\"last\":\"L%\",\"middle\":\"\"}",
    "\"grade\":\"5\"", "\"dob\":\"1/2/2015\"", "\"school\":\"aa0000000000000000000001\"",
    "\"gender\":\"\"",
    "\"a_name_of_more_than_twenty_one_bytes\":{\"sis_id\":\"no\"}", "\"email\":\"%@x.example\"",
  ]

  @Test func `records whose keys come and go in all orders are read alike`() throws {
    var random = SeededRandom(seed: 1)
    var lines: [String] = []
    var counts: [String: Int] = [:]
    for number in 0..<600 {
      var fields = FieldTrailTests.fields
      if number % 3 > 0 { fields.shuffle(using: &random) }
      if number % 5 == 0 { fields.remove(at: number % 8) }
      let text = fields.joined(separator: number % 7 == 0 ? " ,\n " : ",")
      for key in ["dob", "gender", "a_name_of_more_than_twenty_one_bytes"]
      where text.contains("\"\(key)\"") { counts[key, default: 0] += 1 }
      let digits = String(number)
      let id = String(repeating: "0", count: 24 - digits.count) + digits
      let record = "{\"id\":\"\(id)\",\(text.replacing("%", with: digits))}"
      lines.append("{\"data\":\(record),\"uri\":\"/v2.1/students/\(id)\"}")
    }
    let roster = try Export(["students.ndjson": lines.joined(separator: "\n")]).read()
    let students = roster.students
    try #require(students.count == 600)
    for row in 0..<600 {
      let number = roster.idText(students.records.ids[row]).drop { $0 == "0" }
      let shown = number.isEmpty ? "0" : String(number)
      for (column, prefix) in [
        (students.sisID, ""), (Array(students.firstName), "F"), (Array(students.lastName), "L"),
      ] {
        let text = roster.text.string(column[row])
        #expect(text == prefix + shown || text.isEmpty && row % 5 == 0)
      }
      #expect(students.records.lines[row] > 0)
    }
    #expect(roster.source.unusedFields == counts)
    #expect(roster.source.unreadable.isEmpty)
  }

  @Test func `keys beyond what is remembered are read and counted all the same`() throws {
    let record = { (number: Int) in
      let keys = (0..<200).map { "\"key_\(number * 200 + $0)\":\($0)" }.joined(separator: ",")
      return "{\"id\":\"0000000000000000000000\(10 + number)\",\(keys),\"sis_id\":\"\(number)\"}"
    }
    let text = (0..<4).map { "{\"data\":\(record($0)),\"uri\":\"/v2.1/students/x\"}" }
    let roster = try Export(["x": text.joined(separator: "\n")]).read()
    let ids = roster.students.sisID.map { roster.text.string($0) }
    #expect(ids == ["0", "1", "2", "3"])
    let counts = roster.source.unusedFields
    #expect(counts["key_0"] == 1)
    #expect(counts["key_253"] == 1)
    #expect(counts.values.reduce(0, +) == 800)
  }

  @Test(arguments: ["students", "stud\\u0065nts"])
  func `a list is known by its name, however that is spelled and whenever it was met before`(
    name: String
  ) throws {
    let record = "{\"id\":\"00000000000000000000000%\",\"sis_id\":\"%\"}"
    // Of the same key, first as a list of records' name, then of a section's field, and again.
    let lists = [1, 2].map { number in
      "{\"\(name)\":[\(record.replacing("%", with: String(number)))]}"
    }
    let section = "{\"sections\":[{\"id\":\"0000000000000000000000aa\",\"students\":[]}]}"
    for text in [lists[0] + lists[1], section + lists[0] + lists[1], lists[0] + section + lists[1]]
    {
      let roster = try Export(["export.json": text]).read()
      #expect(roster.students.records.recordCount == 2)
      #expect(roster.sections.records.recordCount == (text.contains("sections") ? 1 : 0))
      #expect(roster.source.unreadable.isEmpty)
    }
  }
}
