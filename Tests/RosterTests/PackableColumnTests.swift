import Findings
import Testing

@testable import Roster

@Suite struct PackableColumnTests {
  @Test func `a packed column has the values it had before`() {
    var places = PackableColumn<RecordPlace>()
    for row in 0..<100 { places.append(RecordPlace(file: row / 40, offset: row * 900)) }
    places.set(.none, 7)
    let before = Array(places)
    places.pack()
    #expect(Array(places) == before)
    #expect(places[7] == .none)
    places.pack()
    #expect(places.count == 100)
  }
}

@Suite struct RowLookupTests {
  @Test func `rows are found as they were, whatever was added since`() throws {
    var students = Students()
    func id(_ number: Int) throws -> RecordID {
      let digits = String(number, radix: 16)
      let text = Array((String(repeating: "0", count: 24 - digits.count) + digits).utf8)
      let packed = RecordID(packing: text.span)
      return try #require(packed)
    }
    for number in 0..<1000 { _ = students.row(naming: try id(number)) }
    let lookup = try #require(students.records.lookup)
    for number in 1000..<5000 { _ = students.row(naming: try id(number)) }
    let wanted = try [3, 999, 1000, 4999, 7000].map(id)
    var known: [Int32] = []
    lookup.appendRows(of: wanted.span, to: &known)
    #expect(known == [3, 999, -1, -1, -1])
    var rows: [Int32] = []
    students.appendRows(naming: wanted.span, known: known.span, to: &rows)
    #expect(rows == [3, 999, 1000, 4999, 5000])
    students.records.endReading()
    #expect(students.records.lookup == nil)
  }
}
