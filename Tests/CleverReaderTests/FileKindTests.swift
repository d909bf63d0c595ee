import Foundation
import PackedSamples
import Roster
import TestSupport
import Testing

@testable import CleverReader

/// What a file is told to be, by its bytes and its name.
@Suite struct FileKindTests {
  private func told(_ name: String, _ bytes: [UInt8]) -> FileKind? {
    let head = bytes.span
    return FileKind.ofMarks(name, head: head)
      ?? (isUpload(head: head)
        ? nil
        : FileKind.ofText(
          name,
          head: head,
          byteCount: bytes.count,
          suggestsList: !FileName(name).suggestion.isEmpty
        ))
  }

  private static func tar() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1024)
    bytes.replaceSubrange(0..<12, with: Array("students.csv".utf8))
    bytes.replaceSubrange(257..<262, with: Array("ustar".utf8))
    return bytes
  }

  @Test(
    arguments: [
      ("export.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], "an archive of 7-Zip"),
      ("export.rar", Array("Rar!\u{1A}\u{7}\u{0}".utf8), "a RAR archive"),
      ("export.tar", tar(), "a tar archive"),
      ("export.bz2", Array("BZh91AY".utf8), "a file packed by bzip2"),
      ("x.xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0], "a file packed by xz"),
      ("x.zst", [0x28, 0xB5, 0x2F, 0xFD, 0], "a file packed by zstd"),
      ("students.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Excel workbook"),
      (
        "students.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        "an Excel workbook that a password protects"
      ),
      ("students.xls", Array("<html><table><tr>".utf8), "a web page that is called a workbook"),
      (
        "students.xml",
        Array(
          "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
            .utf8
        ),
        "an Excel workbook in XML"
      ),
      ("students.accdb", [0, 1, 0, 0] + Array("Standard ACE DB".utf8), "an Access database"),
      ("sis.db", Array("SQLite format 3\0".utf8), "a database (SQLite)"),
      (
        "login.html", Array("<!DOCTYPE html><title>Log in</title>".utf8),
        "a web page, no answer of Clever's API"
      ),
      ("students.gsheet", Array("{\"url\":\"\"}".utf8), "a shortcut to a sheet of Google's"),
      (
        "students.csv", Array("../august/students.csv".utf8),
        "a link that was copied as a text, the path alone"
      ),
      ("students.csv.part", Array("School_i".utf8), "a download that has not ended"),
      (
        "menu.csv", Array("Day,Soup\nMonday,Leek\n".utf8),
        "a table whose first row names none of Clever's columns"
      ),
    ] as [(String, [UInt8], String)]
  )
  func `what may hold a list is named for what it is`(
    name: String,
    bytes: [UInt8],
    words: String
  ) throws {
    let kind = try #require(told(name, bytes))
    #expect(kind.words == words)
    #expect(kind.content == .lists)
  }

  @Test(
    arguments: [
      ("letter.pdf", Array("%PDF-1.7".utf8), "a PDF document"),
      ("letter.rtf", Array("{\\rtf1".utf8), "a text document (RTF)"),
      ("scan.jpg", [0xFF, 0xD8, 0xFF, 0xE0], "a picture"),
      ("shot", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a picture"),
      ("notes.txt", Array("ask Ruth\n".utf8), "a text, no list of Clever's"),
      ("READ ME", Array("ask Ruth\n".utf8), "a text, no list of Clever's"),
      ("notes.txt", [], "an empty file"),
      (
        "oak.yaml", Array("# ours\npipeline: oak\nversion: 1\nstages:\n".utf8),
        "a pipeline file of this program"
      ),
      ("fetch.py", Array("import requests\n".utf8), "a program"),
    ] as [(String, [UInt8], String)]
  )
  func `what cannot hold a list is told apart from it`(
    name: String,
    bytes: [UInt8],
    words: String
  ) throws {
    let kind = try #require(told(name, bytes))
    #expect(kind.words == words)
    #expect(kind.content == .noList)
    #expect(kind.help.hasPrefix("take it out of the folder"))
  }

  @Test(arguments: [
    ("students.json", "{\"data\":[]}"), ("students.txt", "[{\"id\":\"x\"}]"), ("a", "{}"),
    ("students.json", "<html>"), ("students.json", "Too Many Requests"), ("students.csv", ""),
    ("page-2.json", ""), ("a", "garbage"),
    ("users.html", "<html><h1>429 Too Many Requests</h1>"),
  ])
  func `what is a list, or was to be one, is read`(name: String, text: String) {
    let bytes = Array(text.utf8)
    #expect(told(name, bytes)?.words == nil, "\(name)")
  }

  @Test func `a document that is a zip is told by what is in it`() {
    let zip = Array("PK\u{3}\u{4}".utf8)
    let kinds = [
      ("a.bin", ["[Content_Types].xml", "xl/workbook.xml"], "an Excel workbook"),
      ("students.xlsx", [], "an Excel workbook"),
      ("students.ods", ["mimetype", "content.xml"], "an OpenDocument spreadsheet"),
      ("students.numbers", ["Index/Document.iwa"], "a Numbers spreadsheet"),
      ("letter.docx", ["[Content_Types].xml", "word/document.xml"], "a text document"),
      ("letter", ["[Content_Types].xml", "word/document.xml"], "a document of Office's"),
      ("export.zip", ["students.csv", "old/students.xlsx"], nil), ("export.zip", [], nil),
    ]
    for (name, members, words) in kinds {
      #expect(FileKind.ofZip(name, members: members, head: zip.span)?.words == words, "\(name)")
    }
  }

  @Test func `no row of the table is hidden by one before it`() {
    for (index, row) in FileKind.table.enumerated() {
      for mark in row.marks {
        var bytes = [UInt8](repeating: 0x20, count: mark.offset) + mark.bytes
        bytes += [UInt8](repeating: 0x20, count: 8)
        let name = "a.\(row.endings.sorted().first ?? "none")"
        let found = FileKind.table.firstIndex { other in
          other.words == FileKind.ofMarks(name, head: bytes.span)?.words
        }
        #expect(found.map { FileKind.table[$0].words } == row.words, "row \(index)")
      }
    }
  }

  @Test(arguments: [
    (".DS_Store", true), ("__MACOSX/._students.csv", true), ("a/._b", true), ("Thumbs.db", true),
    ("ehthumbs.db", true), ("Desktop.ini", true), ("~$students.xlsx", true),
    (".~lock.students.csv#", true), (".students.csv.swp", true), ("@eaDir/students.csv", true),
    ("students.csv", false), ("thumbs/students.csv", false), ("desktop.csv", false),
    ("~students.csv", false), ("notes.txt", false),
  ])
  func `litter is what can be nothing else`(path: String, isLitter: Bool) {
    #expect((FileName.litter(at: path) != nil) == isLitter)
  }

  @Test func `a name says which lists a file may hold`() {
    let names: [(String, Set<Entity>, Bool, Bool)] = [
      ("students.xlsx", [.student], false, false), ("Students (2).xls", [.student], false, false),
      ("students-2.xlsx", [.student], false, true), ("students 2026.7z", [.student], false, false),
      ("Teacher List.ods", [.teacher], false, false), ("enrollments.xlsx", [], true, false),
      ("school_admins.7z", [.school, .schoolAdmin, .districtAdmin], false, false),
      ("export.7z", [], false, false), ("menu.csv", [], false, false),
    ]
    for (name, kinds, enrollments, isPart) in names {
      let suggestion = FileName(name).suggestion
      #expect(suggestion.kinds == kinds, "\(name)")
      #expect(suggestion.enrollments == enrollments, "\(name)")
      #expect(suggestion.isPart == isPart, "\(name)")
    }
  }
}
