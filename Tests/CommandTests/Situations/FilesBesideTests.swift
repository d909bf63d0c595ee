import Foundation
import PackedSamples
import TestSupport
import Testing

/// What people have in the folder of an export beside the files of Clever.
@Suite struct FilesBesideTests {
  @Test(arguments: [Situation.Form.upload, .answers])
  func `litter of systems and editors costs nothing`(form: Situation.Form) throws {
    let situation = try Situation(form)
    let list = form == .upload ? "students.csv" : "schools.json"
    for name in [
      "Thumbs.db", "desktop.ini", ".DS_Store", "._\(list)", "__MACOSX/._x", "~$students.xlsx",
      ".~lock.students.csv#", "\(list).bak", "\(list)~",
    ] {
      try situation.write(name, "[ViewState]\nMode=\n")
    }
    let result = try situation.run(.teachers)
    #expect(result.code == 0)
    #expect(try result.rows("students.csv").count == 4)
    #expect(result.tells("Not opened", "Thumbs.db") || result.printed.contains("0 warnings"))
  }

  @Test func `an old backup copy brings no one back`() throws {
    let situation = try Situation(.upload)
    try situation.write(
      "teachers.csv.bak",
      try situation.text("teachers.csv") + "0071,T-99,Gone,Gus,gus@harborpoint.k12.wa.us\n"
    )
    let result = try situation.run(.teachers)
    #expect(result.code == 0)
    #expect(!result.mail.contains("gus@harborpoint.k12.wa.us"))
  }

  @Test(arguments: [
    ("notes.txt", ""), ("READ ME FIRST.txt", "Ask the office about the scope of access.\n"),
    ("letter.pdf", "%PDF-1.4 "), ("fetch.py", "import requests\n"),
    ("oak.yaml", "pipeline: oak\nversion: 1\nstages:\n  - extract: {}\n"),
  ])
  func `a file that is not Clever's is to be taken out and does not stop the run`(
    name: String,
    text: String
  ) throws {
    let situation = try Situation(.upload)
    try situation.write(name, text)
    let result = try situation.run(.teachers)
    #expect(result.code == 0)
    #expect(result.isPublished)
    #expect(result.tells(name, "take it out of the folder"))
    #expect(!result.tells(name, "export this file again"))
  }

  @Test(arguments: [
    ("students.xlsx", "PK\u{3}\u{4}", "an Excel workbook"),
    ("students.xls", "<html><table>", "a web page that is called a workbook"),
    ("list.7z", "7z\u{BC}\u{AF}\u{27}\u{1C}", "7-Zip"),
    ("students.csv.bak", "", "a backup copy"), (".students.csv", "", "hidden"),
    ("export.rar", "Rar!\u{1A}\u{7}", "a RAR archive"),
  ])
  func `what may hold the missing list stops the run and comes before any word of sharing`(
    name: String,
    mark: String,
    words: String
  ) throws {
    let situation = try Situation(.upload)
    let bytes = mark.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let students = Array(try situation.text("students.csv").utf8)
    try situation.write(name, bytes: bytes + students)
    try situation.remove("students.csv")
    let result = try situation.run(.teachers)
    #expect(result.code == 65)
    #expect(!result.isPublished)
    #expect(result.tells(name, words))
    #expect(!result.tells(name, "JSON"))
    #expect(!result.blamesSharing)
    #expect(result.firstCause?.contains(name) == true)
  }

  @Test func `a workbook beside the list that was saved from it does not stop the run`() throws {
    let situation = try Situation(.upload)
    try situation.write("students.xlsx", bytes: [0x50, 0x4B, 3, 4, 0, 0])
    let result = try situation.run(.teachers)
    #expect(result.code == 0)
    #expect(result.tells("students.xlsx", "an Excel workbook"))
  }

  @Test func `a second part that is a workbook stops the run`() throws {
    let situation = try Situation(.upload)
    try situation.write("students-2.xlsx", bytes: [0x50, 0x4B, 3, 4, 0, 0])
    #expect(try situation.run(.teachers).code == 65)
  }

  @Test func `an archive beside the files that are in it is passed over`() throws {
    let situation = try Situation(.upload)
    let names = ["schools.csv", "students.csv", "teachers.csv"]
    let members = try names.map { Archive.Member("export/\($0)", try situation.text($0)) }
    try situation.write("export.zip", bytes: Archive(members).bytes)
    let result = try situation.run(.teachers)
    #expect(result.code == 0)
    #expect(try result.rows("students.csv").count == 4)
  }

  @Test func `a zip inside a zip, and a zip with a password, are named`() throws {
    let situation = try Situation(.upload)
    let inner = Archive([.init("students.csv", try situation.text("students.csv"))])
    try situation.remove("students.csv")
    var nested = Archive.Member("inner.zip", "")
    nested.content = inner.bytes
    try situation.write("outer.zip", bytes: Archive([nested]).bytes)
    var result = try situation.run(.teachers)
    #expect(result.code == 65)
    #expect(result.tells("outer.zip/inner.zip", "a zip archive inside an archive", "unpack"))
    var locked = Archive.Member("students.csv", "x")
    locked.flags = 1
    try situation.write("outer.zip", bytes: Archive([locked]).bytes)
    result = try situation.run(.teachers)
    #expect(result.code == 65)
    #expect(result.tells("outer.zip/students.csv", "password"))
    #expect(!result.blamesSharing)
  }

  @Test(arguments: [Situation.Form.upload, .answers])
  func `results inside the export are not read as lists`(form: Situation.Form) throws {
    let situation = try Situation(form)
    let settings = ["out": "export/results"]
    let first = try situation.run(.teachers, settings: settings)
    guard first.code == 0 else { return #expect([64, 73, 78].contains(first.code)) }
    #expect(try situation.run(.teachers, settings: settings).code == 0)
  }

  @Test func `links stop the run and are named`() throws {
    let situation = try Situation(.upload)
    let text = try situation.text("students.csv")
    try situation.remove("students.csv")
    try situation.folder.file("elsewhere.csv", text)
    try FileManager.default.createSymbolicLink(
      atPath: situation.folder("export/students.csv"),
      withDestinationPath: situation.folder("elsewhere.csv")
    )
    let result = try situation.run(.teachers)
    #expect(result.code == 65)
    #expect(result.tells("students.csv", "a link", "put a copy"))
    #expect(!result.blamesSharing)
  }

  @Test(arguments: [[], [".students.csv"], ["Thumbs.db"], [".DS_Store", ".config"]])
  func `inspecting a folder without a list is an error that names what is there`(
    names: [String]
  ) throws {
    let situation = try Situation(.upload)
    try situation.folder.folder("odd")
    for name in names { try situation.folder.file("odd/\(name)", "x") }
    let result = try situation.start(["inspect", "odd"])
    #expect([65, 66].contains(result.code))
    for name in names { #expect(result.printed.contains(name)) }
  }
}
