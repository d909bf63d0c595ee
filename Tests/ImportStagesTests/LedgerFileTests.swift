import Findings
import FlatTables
import Foundation
import Roster
import SafeFiles
import TestSupport
import Testing

@testable import ImportStages

@Suite struct LedgerFileTests {
  /// A line of a ledger, and where it belongs.
  private struct Line {
    var place: RecordPlace
    var text: String
  }

  private let files = ["export/a.json", "export/b, c.json", "=export/d.json"]
  private let shownFiles = ["export/a.json", "\"export/b, c.json\"", "'=export/d.json"]

  private func ledger(of roster: Roster) throws -> String {
    let out = try TemporaryFolder()
    var folder = try OutputFolder.staging(out("ledger"), mark: "file")
    try folder.write("file") { LedgerFile(roster).write(to: &$0) }
    try folder.publish()
    // Byte by byte: the mark that the file begins with is to be seen.
    return String(decoding: try out.bytes("ledger/file"), as: UTF8.self)
  }

  /// Tables in the order of places and in others, ids of every kind, and records beside the tables.
  @Test(arguments: [1, 2, 7, 500])
  func `every record has its line, in the order of files and places`(stride: Int) throws {
    var roster = Roster()
    roster.source.files = files.map { SourceFile(path: $0, byteCount: 1 << 30) }
    let sisIDs: [(id: String, shown: String)] = [
      ("", ""), ("17", "17"), ("S-1", "S-1"), ("-1", "'-1"), ("a,b", "\"a,b\""), ("=1", "'=1"),
      ("say \"x\"", "\"say \"\"x\"\"\""), ("Zoë", "Zoë"),
      (String(repeating: "9", count: 32), String(repeating: "9", count: 32)),
      (String(repeating: "9", count: 33), String(repeating: "9", count: 33)),
    ]
    let reasons = ["bundled-here", "withheld, there"]
    let shownReasons = ["bundled-here", "\"withheld, there\""]
    var lines: [Line] = []
    func line(_ place: RecordPlace, _ number: UInt32, _ start: String, _ end: String = ",,") {
      lines.append(Line(place: place, text: "\(start),\(shownFiles[place.file]),\(number)\(end)"))
    }
    for number in 0..<500 {
      let id = number % 9 == 4 ? "odd-\(number)" : hexID(number)
      let (sisID, shown) = sisIDs[number % sisIDs.count]
      // Contacts stand in order in one file; students in steps through the others.
      let contact = roster.contacts.row(naming: try roster.id(Array(id.utf8).span))
      let student = roster.students.row(naming: try roster.id(Array(id.utf8).span))
      guard number % 6 != 2 else { continue }
      let fate = Fate(
        number / 20 % 2 == 0 ? .bundled : .withheld,
        reason: roster.reason(reasons[number / 20 % 2])
      )
      let words = "\(fate.kind.text),\(shownReasons[number / 20 % 2])"
      let first = RecordPlace(file: 0, offset: number * 100)
      roster.contacts.setPlace(first, line: UInt32(number + 1), of: contact)
      roster.contacts.sisID[Int(contact)] = try roster.text.append(sisID)
      roster.contacts.records.fates[Int(contact)] = fate
      line(first, UInt32(number + 1), "contact,\(id),\(shown),\(words)")
      let turned = (number * stride) % 501
      let second = RecordPlace(file: 1 + turned % 2, offset: turned * 100)
      roster.students.setPlace(second, line: 0, of: student)
      roster.students.sisID[Int(student)] = try roster.text.append(sisID)
      roster.students.records.fates[Int(student)] = fate
      line(second, 0, "student,\(id),\(shown),\(words)")
    }
    let copy = RecordPlace(file: 0, offset: 4_050)
    roster.source.copies = [
      RecordCopy(entity: .contact, row: 0, place: copy, line: 9, comparison: .same)
    ]
    line(copy, 9, "contact,\(hexID(0)),,merged-into,extract", ",export/a.json,1")
    let broken = RecordPlace(file: 1, offset: 7)
    roster.source.unreadable = [
      UnreadableRecord(entity: nil, place: broken, line: 3, fault: broken, words: "")
    ]
    line(broken, 3, "user,,,unreadable,extract")
    let other = RecordPlace(file: 2, offset: 5)
    let fate = Fate(.outOfScope, reason: roster.reason("extract"))
    let id = try roster.id(Array(hexID(77).utf8).span)
    roster.others = [OtherRecord(entity: .user, id: id, place: other, line: 4, fate: fate)]
    line(other, 4, "user,\(hexID(77)),,out-of-scope,extract")
    let expected = lines.sorted { $0.place < $1.place }.map(\.text)
    let shown = try ledger(of: roster).components(separatedBy: "\r\n")
    #expect(shown.first == "\u{FEFF}entity,id,sis_id,fate,reason,file,line,into_file,into_line")
    #expect(shown.dropFirst().dropLast() == expected[...])
    #expect(shown.last == "")
  }

  private func hexID(_ number: Int) -> String {
    let digits = String(number * 7919, radix: 16)
    return "5e12345678901234" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
