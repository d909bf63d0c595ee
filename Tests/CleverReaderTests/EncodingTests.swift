import Bytes
import CanonicalRosters
import Findings
import FlatTables
import Foundation
import Roster
import Testing

@testable import CleverReader

/// Texts that are not UTF-8: decoded where the bytes prove the encoding, else refused whole.
@Suite struct EncodingTests {
  private static let header = "School_id,Student_id,Last_name,First_name\r\n"

  private struct NoSuchCharacter: Error {}

  private func bytes(_ text: String, _ encoding: SingleByteEncoding) throws -> [UInt8] {
    try text.unicodeScalars.map { scalar in
      if scalar.isASCII { return UInt8(scalar.value) }
      guard let place = encoding.upperHalf.firstIndex(of: scalar) else { throw NoSuchCharacter() }
      return UInt8(0x80 + place)
    }
  }

  @Test(arguments: [
    "Benítez", "José", "Muñoz", "Vásquez", "Müller", "Jörg", "Jäger", "François", "Éric",
    "Voß", "Lindqvíst Jónas", "Hélène", "Zoë", "Søren", "O’Brien", "Ángel",
  ])
  func `a name shows that it is in Windows-1252`(name: String) throws {
    #expect(EncodingEvidence(of: try bytes("1,\(name),2\n", .windows1252)).proven == .windows1252)
  }

  @Test(arguments: ["José", "Müller", "Renée", "Éric, Hélène, José", "Díaz, René, José"])
  func `a name shows that it is in Mac Roman`(name: String) throws {
    #expect(EncodingEvidence(of: try bytes("1,\(name),2\n", .macRoman)).proven == .macRoman)
  }

  @Test(arguments: SingleByteEncoding.allCases)
  func `a reading is never one of another encoding`(encoding: SingleByteEncoding) throws {
    let names = [
      "Jesús", "María", "Muñoz", "José", "Jörg", "Müller", "Jäger", "Vásquez", "Ramón", "Éric",
      "Hélène", "Élodie", "Çelik", "GARCÍA", "MUÑOZ", "Núñez", "Ñandú", "Ágnes", "D’Angelo", "Voß",
      "Smith–Jones", "“Bo”", "Renée-Marie", "Bénédicte", "Søren", "Åsa", "Ödön", "íñigo", "élodie",
      "MuñOz", "JosÉ", "½", "María’s", "Garcia", "¿Qué?", "Ka’iulani", "D’Az", "DíAz",
      "Pre–kindergarten", "Lexia™", "L’été", "Šimek", "Jesús Ruiz–Núñez",
    ]
    for first in names {
      for second in names {
        // A capital at the end of a small word is wrong in each encoding.
        if encoding == .dos437, first == "JosÉ" || second == "JosÉ" { continue }
        guard let bytes = try? bytes("1,\(first),\(second)\n", encoding) else { continue }
        let proven = EncodingEvidence(of: bytes).proven
        #expect(proven == nil || proven == encoding, "\(first), \(second)")
      }
    }
  }

  @Test func `a text of two encodings proves nothing`() throws {
    let mixed = try bytes("1,José\n", .windows1252) + Array("2,Benítez\n".utf8)
    #expect(EncodingEvidence(of: mixed).proven == nil)
  }

  @Test(arguments: [SingleByteEncoding.windows1252, .macRoman], [0, 1, 20_000])
  func `a file is decoded whole, and places in it stay true`(
    encoding: SingleByteEncoding,
    before: Int
  ) throws {
    // So many rows that the first accent is not in the first window, and a title with an accent.
    let rows = (0..<before).map { "S1,\($0),Poe,Cal\r\n" }.joined()
    let text = "Élèves\r\n" + EncodingTests.header + rows + "S1,a,Müller,José\r\nS1,b,Rée,Éric\r\n"
    let export = try Export([:])
    try export.write(Data(bytes(text, encoding)), to: "students.csv")
    let roster = try export.read()
    #expect(roster.source.broken == [])
    #expect(roster.source.unreadable == [])
    #expect(roster.source.files.map(\.decodedFrom) == [encoding.name])
    let lines = CanonicalRoster(roster).lines(of: .student)
    #expect(lines.count == before + 2)
    #expect(lines.contains { $0.contains("first=\"José\" last=\"Müller\"") })
    let row = try #require(
      roster.students.recordRows.first { row in
        roster.text.string(roster.students.firstName[row]) == "Éric"
      }
    )
    let records = roster.students.records
    let place = PlaceResolver(files: roster.source.files)
      .places(of: [
        PlaceResolver.Question(records.places[row], line: records.lines[row], field: "name.first")
      ])[0]
    #expect(place?.line == before + 4)
    #expect(place?.column == 10)
  }

  @Test(
    arguments: [
      // One 'í' is 'í' in Mac Roman and an apostrophe in Windows-1252; the others are mixed or none.
      [0x47, 0x61, 0x72, 0x63, 0x92, 0x61], [0x80, 0x81, 0xFE], [0xC3, 0xA9, 0x2C, 0xE9, 0x6C],
    ] as [[UInt8]]
  )
  func `a file that proves nothing is refused whole`(name: [UInt8]) throws {
    let export = try Export([:])
    let start = Array("\(EncodingTests.header)S1,1,Poe,Cal\r\nS1,2,".utf8)
    let bytes = start + name.filter { $0 != 0x2C } + Array(",Ann\r\nS1,3,Roe,Bo\r\n".utf8)
    try export.write(Data(bytes), to: "students.csv")
    let roster = try export.read()
    #expect(roster.source.unreadable == [])
    #expect(roster.source.broken.count == 1)
    let broken = try #require(roster.source.broken.first)
    #expect(broken.words.contains("save it as 'CSV UTF-8'"))
    #expect(broken.place.offset >= start.count)
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 is read`(isBigEndian: Bool, hasMark: Bool) throws {
    let export = try Export([:])
    for (name, text) in UploadTests.files {
      let text =
        (hasMark ? "\u{FEFF}" : "")
        + text.replacing(", ", with: "\u{1F}")
        .replacing(",", with: "\t").replacing("\u{1F}", with: ", ")
        .replacing("Cal\t", with: "Ann 𝄞\t")
      let encoding = isBigEndian ? String.Encoding.utf16BigEndian : .utf16LittleEndian
      try export.write(try #require(text.data(using: encoding)), to: name)
    }
    let roster = try export.read()
    #expect(roster.source.broken == [])
    #expect(roster.source.unreadable == [])
    let whole = try Export(UploadTests.files.mapValues { $0.replacing("Cal,", with: "Ann 𝄞,") })
    #expect(CanonicalRoster(roster).lines == CanonicalRoster(try whole.read()).lines)
  }

  @Test func `an answer of the API that a shell saved in UTF-16 is read`() throws {
    let export = try Export([:])
    let text =
      #"\#u{FEFF}{"data":[{"data":{"id":"58da8c58da8c58da8c58da01","name":{"first":"Zoë"}}}]}"#
    try export.write(try #require(text.data(using: .utf16LittleEndian)), to: "students.json")
    let roster = try export.read()
    #expect(roster.source.broken == [])
    #expect(roster.students.records.recordCount == 1)
  }
}
