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

  @Test func `whether values ascend is told before they are packed and afterwards`() {
    var lines = PackableColumn<UInt32>()
    for row in 0..<100 { lines.append(row == 50 ? 0 : UInt32(row * 3)) }
    for _ in 0..<2 {
      #expect(!lines.isAscending { _ in true })
      #expect(lines.isAscending { $0 != 50 })
      #expect(lines.isAscending { $0 == 50 })
      #expect(lines.isAscending { _ in false })
      lines.pack()
    }
  }
}

@Suite struct RecordColumnsTests {
  @Test(arguments: [0, 1, 70, 5000])
  func `rows that were added ahead are no rows in the end`(reserved: Int) throws {
    var contacts = Contacts()
    contacts.records.reserve(reserved)
    for number in 0..<3000 {
      let id = RecordID(odd: number)
      #expect(contacts.row(naming: id) == Int32(number))
      #expect(!contacts.records.isRecord(number))
      #expect(contacts.records.fates[number] == .undecided)
      if number % 3 == 0 {
        let place = RecordPlace(file: 0, offset: number * 10)
        contacts.setPlace(place, line: UInt32(number + 1), of: Int32(number))
      }
    }
    contacts.records.endReading()
    let records = contacts.records
    #expect(records.count == 3000 && records.recordCount == 1000)
    #expect(records.fates.count == 3000)
    #expect(records.places.count == 3000 && records.lines.count == 3000)
    for row in 0..<3000 {
      #expect(records.isRecord(row) == (row % 3 == 0))
      #expect(records.places[row].isKnown == (row % 3 == 0))
      #expect(records.lines[row] == (row % 3 == 0 ? UInt32(row + 1) : 0))
    }
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

  @Test func `ids that come again, near or far, are found each time`() throws {
    var students = Students()
    for number in 0..<20_000 { _ = students.row(naming: RecordID(odd: number)) }
    let lookup = try #require(students.records.lookup)
    // Now and then one that is nobody's, more ids than are remembered, and some in runs.
    let numbers = (0..<60_000).map { position -> Int in
      position % 13 == 0 ? 30_000 + position : position * position / 7 % 20_000
    }
    let wanted = numbers.flatMap { number in [number, number].map { RecordID(odd: $0) } }
    var rows: [Int32] = [-7]
    lookup.appendRows(of: wanted.span, to: &rows)
    let expected = numbers.map { $0 < 20_000 ? Int32($0) : -1 }
    #expect(rows == [-7] + expected.flatMap { [$0, $0] })
  }
}
