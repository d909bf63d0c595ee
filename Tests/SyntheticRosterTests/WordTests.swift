import Foundation
import SafeFiles
import Testing

@testable import SyntheticRoster

@Suite struct WordTests {
  @Test func `a word is the same in both spellings, one of them all ASCII`() throws {
    let pool = WordPool(Names.first + Names.last)
    for (number, word) in (Names.first + Names.last).enumerated() {
      for spelling in [number, number + pool.count] {
        let text = "[\"\(pool.text(spelling))\"]"
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String]
        #expect(value == [word.text])
      }
      #expect(pool.text(number + pool.count).utf8.allSatisfy { $0 < 0x7F })
      #expect(pool.text(number + 2 * pool.count) == word.address)
    }
  }

  @Test(arguments: [
    ("a\"b\\c", "a\\\"b\\\\c", "a\\\"b\\\\c"), ("\u{7}\n", "\\u0007\\u000a", "\\u0007\\u000a"),
    ("é", "é", "\\u00e9"), ("𠮷", "𠮷", "\\ud842\\udfb7"), ("\u{7F}", "\u{7F}", "\\u007f"),
  ])
  func `a text is escaped as JSON wants`(text: String, plain: String, ascii: String) {
    #expect(String(decoding: jsonText(text, isASCII: false), as: UTF8.self) == plain)
    #expect(String(decoding: jsonText(text, isASCII: true), as: UTF8.self) == ascii)
  }

  @Test func `an address begins with letters and digits alone`() {
    for word in Names.first + Names.last {
      #expect(!word.address.isEmpty)
      #expect(word.address.utf8.allSatisfy { (0x61...0x7A).contains($0) }, "\(word.address)")
    }
  }

  @Test func `an id is its three numbers in hexadecimal digits`() {
    let id = CleverID(.student, 0x12ABCD, machine: 0x01_2345_6789)
    #expect(id.text == String(format: "%08x%016lx", id.high, id.low))
    #expect(id.text.hasPrefix("7812abcd0123456789"))
  }

  @Test func `ids of a kind rise, and no two kinds meet`() {
    let last = DistrictPlan.studentLimit * 5
    let kinds: [RecordKind] = [.teacherUser, .staffUser, .student, .contactUser, .section]
    for (kind, next) in zip(kinds, kinds.dropFirst()) {
      let ids = [0, 1, last].map { CleverID(kind, $0, machine: 7).text }
      #expect(ids.sorted() == ids)
      #expect(ids[2] < CleverID(next, 0, machine: 7).text)
    }
  }

  @Test(arguments: [(0, 3, "000"), (7, 1, "7"), (42, 3, "042"), (1000, 3, "1000"), (99, 2, "99")])
  func `a number has zeros in front`(value: Int, digits: Int, text: String) throws {
    var folder = OutputFolder.predicting("numbers")
    var other = folder
    try folder.write("a") { $0.put(value, digits: digits) }
    try other.write("a") { $0.put(text) }
    #expect(folder.entries == other.entries)
  }
}
