import Findings
import Testing

@testable import Roster

@Suite struct RecordColumnsTests {
  @Test(arguments: [0, 1, 70, 5000])
  func `each row has its place, line and fate, whatever room was made before`(reserved: Int) {
    var contacts = Contacts()
    contacts.records.reserve(reserved)
    for number in 0..<3000 {
      #expect(contacts.row(naming: RecordID(odd: number)) == Int32(number))
      if number % 3 == 0 {
        let place = RecordPlace(file: 0, offset: number * 10)
        contacts.setPlace(place, line: UInt32(number + 1), of: Int32(number))
      }
    }
    let records = contacts.records
    #expect(records.count == 3000 && records.recordCount == 1000)
    for row in 0..<3000 {
      #expect(records.isRecord(row) == (row % 3 == 0))
      #expect(records.places[row].isKnown == (row % 3 == 0))
      #expect(records.lines[row] == (row % 3 == 0 ? UInt32(row + 1) : 0))
      #expect(records.fates[row] == .undecided)
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
    let lookup = students.records.lookup
    for number in 1000..<5000 { _ = students.row(naming: try id(number)) }
    let wanted = try [3, 999, 1000, 4999, 7000].map(id)
    var known: [Int32] = []
    lookup.appendRows(of: wanted.span, to: &known)
    #expect(known == [3, 999, -1, -1, -1])
    var rows: [Int32] = []
    students.appendRows(naming: wanted.span, known: known.span, to: &rows)
    #expect(rows == [3, 999, 1000, 4999, 5000])
  }

  @Test func `ids that come again, near or far, are found each time`() {
    var students = Students()
    for number in 0..<20_000 { _ = students.row(naming: RecordID(odd: number)) }
    let lookup = students.records.lookup
    // Some ids that no row has, more ids than are remembered, and some twice in a row.
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
