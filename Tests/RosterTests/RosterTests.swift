import Findings
import FlatTables
import Testing

@testable import Roster

@Suite struct RecordIDTests {
  @Test(arguments: [
    "530e595026403103360ff9fd", "000000000000000000000000", "0123456789abcdef01234567",
    "5e1234567890123456789012",
  ])
  func `24 lower-case hex digits pack and come back`(text: String) throws {
    let id = try #require(packed(text))
    var digits: [UInt8] = []
    id.appendDigits(to: &digits)
    #expect(String(decoding: digits, as: UTF8.self) == text)
    let words = try #require(id.digits)
    let bytes = words.indices.flatMap { word in
      (0..<8).map { UInt8(words[word] >> (8 * $0) & 0xFF) }
    }
    #expect(bytes == digits)
    #expect(id.oddNumber == nil)
  }

  @Test(arguments: [
    "", "12341b95c7cc000010d417c", "530E595026403103360FF9FD", "530e595026403103360ff9fg",
    "530e595026403103360ff9f/", "530e595026403103360ff9f:", "530e595026403103360ff9f`",
    "003456", "ffffffffffffffff00000001", "530e595026403103360ff9fd0", "éééééééééééé",
  ])
  func `every other spelling survives as text`(text: String) throws {
    var roster = Roster()
    let bytes = Array(text.utf8)
    #expect(packed(text) == nil)
    let id = try roster.id(bytes.span)
    #expect(roster.idText(id) == text)
    let again = try roster.id(bytes.span)
    #expect(again == id)
    #expect(text.isEmpty || roster.existingID(text) == id)
  }

  @Test func `every byte at every place is told from a hex digit`() {
    let good = Array("0123456789abcdef01234567".utf8)
    for place in 0..<24 {
      for byte in UInt8.min...UInt8.max {
        var bytes = good
        bytes[place] = byte
        let isHex = (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
        let isPacked = RecordID(packing: bytes.span) != nil
        #expect(isPacked == isHex)
      }
    }
  }

  @Test func `ids order like their text`() throws {
    let texts = [
      "000000000000000000000001", "00000000000000010000000a", "0a0000000000000000000000",
    ]
    let ids = try texts.map { try #require(packed($0)) }
    #expect(ids == ids.shuffled().sorted())
  }
}

@Suite struct TableTests {
  @Test func `a reference before its record is a stand-in that the record fills`() throws {
    var roster = Roster()
    let id = try roster.id(Array("530e595026403103360ff9fd".utf8).span)
    let row = roster.students.row(naming: id)
    #expect(!roster.students.records.isRecord(Int(row)))
    #expect(roster.students.records.recordCount == 0)
    let again = roster.students.row(naming: id)
    #expect(again == row)
    roster.students.setPlace(RecordPlace(file: 0, offset: 9), of: row)
    #expect(roster.students.records.isRecord(Int(row)))
    #expect(roster.students.records.recordCount == 1)
    #expect(roster.students.sisID.count == roster.students.count)
  }

  @Test func `ten thousand ids are found again, and no other`() throws {
    var roster = Roster()
    for number in 0..<10_000 {
      let text = String(number, radix: 16)
      let id = Array((String(repeating: "0", count: 24 - text.count) + text).utf8)
      let row = roster.teachers.row(naming: try roster.id(id.span))
      #expect(row == Int32(number))
    }
    let other = try #require(packed("0000000000000000000f4240"))
    #expect(roster.teachers.records.row(of: other) == nil)
    #expect(roster.teachers.count == 10_000)
  }

  @Test func `a list of ids gets the rows that one after another would`() throws {
    let ids = try (0..<5_000).map { number in
      let digits = String(UInt64(number % 1_700) * 0x9E37_79B9, radix: 16)
      return try #require(packed(String(repeating: "0", count: 24 - digits.count) + digits))
    }
    var one = Students()
    let rows = ids.map { one.row(naming: $0) }
    var many = Students()
    var found: [Int32] = []
    for start in stride(from: 0, to: ids.count, by: 250) {
      many.appendRows(naming: ids.span.extracting(start..<start + 250), to: &found)
    }
    #expect(found == rows)
    #expect(many.records.ids == one.records.ids)
    #expect(many.firstName.count == many.count)
  }

  @Test func `rows are found by their ids, one or many`() throws {
    var teachers = Teachers()
    let ids = (0..<500).map { RecordID(high: 5, middle: UInt32($0 * 7 % 500), low: 0) }
    for id in ids { _ = teachers.row(naming: id) }
    let other = RecordID(high: 6, middle: 0, low: 0)
    let wanted = [ids[3], other, ids[499], ids[3], ids[0]]
    #expect(teachers.records.rows(of: wanted) == [3, -1, 499, 3, 0])
    #expect(teachers.records.rows(of: []) == [])
    let others = (0..<500).map { RecordID(high: 5, middle: 0, low: UInt32($0 + 1)) }
    let many = zip(ids, others).flatMap { id, other -> [RecordID] in [id, other] }
    let expected: [Int32] = (0..<500).flatMap { row -> [Int32] in [Int32(row), -1] }
    #expect(teachers.records.rows(of: many) == expected)
    #expect(teachers.records.row(of: ids[77]) == 77)
    #expect(teachers.records.row(of: other) == nil)
  }

  @Test func `a fate once decided stays, and a stand-in has none`() {
    var records = Teachers()
    let row = records.row(naming: RecordID(high: 1, middle: 2, low: 3))
    records.records.decide(Fate(.bundled, reason: 1), Int(row))
    #expect(records.records.fates[Int(row)] == .undecided)
    records.setPlace(RecordPlace(file: 0, offset: 0), of: row)
    records.records.decide(Fate(.withheld, reason: 7), Int(row))
    records.records.decide(Fate(.bundled, reason: 1), Int(row))
    #expect(records.records.fates[Int(row)].kind == .withheld)
    #expect(records.records.fates[Int(row)].reason == 7)
  }

  @Test(arguments: CleverGrade.allCases.filter { !$0.text.isEmpty })
  func `a grade is read from its spelling`(grade: CleverGrade) {
    let read = CleverGrade(parsing: Array(grade.text.utf8).span)
    #expect(read == grade)
  }

  @Test(arguments: [("", CleverGrade.none), ("14", .unknown), ("0", .unknown), ("K", .unknown)])
  func `other words are no grade`(text: String, grade: CleverGrade) {
    let read = CleverGrade(parsing: Array(text.utf8).span)
    #expect(read == grade)
  }
}

/// The id that 24 hex digits pack into.
private func packed(_ text: String) -> RecordID? {
  let bytes = Array(text.utf8)
  return RecordID(packing: bytes.span)
}
