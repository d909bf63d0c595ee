import CanonicalRosters
import CleverReader
import Findings
import FlatTables
import Roster
import Testing

/// A district's CSV files as spreadsheets and exports write them.
@Suite struct SpreadsheetUploadTests {
  /// What is in a folder with the files of ``UploadTests``, some of them changed.
  private func lines(_ changes: [String: String] = [:]) throws -> [String] {
    let roster = try Export(UploadTests.files.merging(changes) { $1 }).read()
    #expect(roster.source.broken == [])
    #expect(roster.source.unreadable == [])
    #expect(Losses.isBalanced(roster))
    return CanonicalRoster(roster).lines
  }

  private func text(_ name: String) -> String { UploadTests.files[name, default: ""] }

  /// A file with another separator; cells that hold a comma are in quotes.
  private func separated(_ name: String, by separator: String) -> String {
    text(name).replacing("\"Oak, High\"", with: "\"Oak\u{1F}High\"")
      .replacing(",", with: separator)
      .replacing("Oak\u{1F}High", with: "Oak, High")
  }

  @Test(arguments: [";", "\t", "|"])
  func `another separator makes no difference`(separator: String) throws {
    let whole = try lines()
    for name in UploadTests.files.keys {
      #expect(try lines([name: separated(name, by: separator)]) == whole, "\(name)")
    }
    let all = UploadTests.files.keys.map { ($0, separated($0, by: separator)) }
    #expect(try lines(Dictionary(uniqueKeysWithValues: all)) == whole)
  }

  @Test(arguments: [
    "sep=,\n", "SEP=,\r\n", "\"sep=,\"\n", "sep=,,,\n", "\u{FEFF}sep=,\n", "Students 2026\n",
    "Students,,,,\nRun 08/20/2026,,,,\n", "\n\nStudents of \"Lincoln\"\n\n",
    "sep=,\nStudents\n", "\"Two\nlines, and a comma\"\n", ",,,,\n",
  ])
  func `lines above the header are passed over`(above: String) throws {
    #expect(try lines(["students.csv": above + text("students.csv")]) == lines())
  }

  @Test func `a line sep= names the separator of its file`() throws {
    let file = "sep=;\n" + separated("students.csv", by: ";")
    #expect(try lines(["students.csv": file]) == lines())
  }

  @Test func `a text about the files is none of them`() throws {
    let about = "How to export\nColumns: School_id, Student_id, First_name\nand Grade, Title\n"
    let roster = try Export(["about.txt": about]).read()
    #expect(roster.source.files.map(\.isUpload) == [false])
  }

  @Test(arguments: [",,,,,,,,,,,,\n", ",,\n", " , ,\t,\n", "\"\",\"\",\n", "\u{A0},,\n", " \n"])
  func `a row without any text is no row`(row: String) throws {
    #expect(try lines(["students.csv": text("students.csv") + "\n" + row + row]) == lines())
  }

  @Test(arguments: [",", ",,", ", ,", ",\"\"", ",\u{A0}"])
  func `empty cells more than the header has do no harm`(cells: String) throws {
    for name in UploadTests.files.keys {
      let rows = text(name).split(separator: "\n")
      let wide = "\(rows[0])\n" + rows.dropFirst().map { "\($0)\(cells)\n" }.joined()
      #expect(try lines([name: wide]) == lines(), "\(name)")
    }
  }

  @Test(arguments: [
    ("School_id,Section_id,Student_id,ext.note\nS1,X1,0017\nS1,X1,18\nS2,X2,19,x\n", 3),
    // A file that ends in such a row may be cut.
    ("School_id,Section_id,Student_id,ext.note\nS1,X1,0017\nS1,X1,18", 1),
    ("School_id,Section_id,Student_id\nS1,X1,0017\nS1,X1\n", 1),
  ])
  func `an enrollment may lack the cells behind its ids`(file: String, count: Int) throws {
    let roster = try Export(UploadTests.files.merging(["enrollments.csv": file]) { $1 }).read()
    let members = roster.sections.recordRows.reduce(0) { $0 + roster.sections.students[$1].count }
    #expect(members == count)
    let rows = file.split(separator: "\n").count - 1
    #expect(roster.source.unreadable.count == rows - count)
  }

  @Test(arguments: [
    // An address, a grade or a day in its own column shows that nothing before it is missing.
    ("Last_name,First_name,Grade,Title", "Poe,Cal,3", true),
    ("Last_name,First_name,Grade,DOB", "Poe,Cal,3", true),
    ("Last_name,First_name,DOB,Gender,Race", "Poe,Cal,1/2/2019,F", true),
    ("Last_name,First_name,Contact_email,Contact_sis_id", "Poe,Cal,a@b.internal", true),
    // One name may be missing as well as the last cell.
    ("Last_name,First_name,Contact_name", "Poe,Cal", false),
    ("Last_name,First_name,Grade", "Poe,3", false),
    ("Last_name,First_name,Contact_name,Contact_sis_id", "Poe,Cal,Dee Poe", false),
    ("Last_name,First_name,Student_email,Contact_email", "Poe,Cal,a@b.internal", false),
  ])
  func `a row may lack cells that are certainly its last`(
    header: String,
    row: String,
    isTaken: Bool
  ) throws {
    let file = "School_id,Student_id,\(header)\nS1,7,\(row)\n"
    let roster = try Export(["students.csv": file]).read()
    #expect(roster.students.records.recordCount == (isTaken ? 1 : 0))
    #expect(roster.source.unreadable.count == (isTaken ? 0 : 1))
  }

  @Test(arguments: [
    // A name with a comma and no quotes moves what comes after it.
    "S1,7,Poe, Jr,Cal,3,", "S1,7,Poe,Jr,Cal,3,", "S1,7,Poe,Cal,3,x,y", "S1,7,,Cal,3,,",
  ])
  func `a row with a comma too many in a cell is refused`(row: String) throws {
    let file = "School_id,Student_id,Last_name,First_name,Grade,Title\n\(row)\n"
    let roster = try Export(["students.csv": file]).read()
    #expect(roster.students.records.recordCount == 0)
    #expect(roster.source.unreadable.count == 1)
  }

  @Test(arguments: [
    " ", "\t", "\u{A0}", "\u{202F}", "\u{FEFF}", "\u{200B}", "\u{3000}", "  \u{A0} ", "\r\n",
    "\n\n",
  ])
  func `white space at the ends of a cell is none of its text`(space: String) throws {
    for (name, cell) in [
      ("teachers.csv", "ann@lincoln.internal"), ("teachers.csv", "T1"), ("students.csv", "Cal"),
      ("sections.csv", "Room 5"), ("staff.csv", "Lou"), ("enrollments.csv", "18"),
      ("schools.csv", "Lincoln Elementary"),
    ] {
      let file = text(name).replacing(",\(cell)", with: ",\"\(space)\(cell)\(space)\"")
      #expect(file != text(name))
      #expect(try lines([name: file]) == lines(), "\(cell)")
    }
  }

  @Test(arguments: ["Cal\nSue", "Cal\r\nSue", "Cal \n Sue", "\nCal\n\nSue\n", "Cal\u{A0}\nSue"])
  func `a line break inside a cell is a blank`(cell: String) throws {
    let file = text("students.csv").replacing("Poe,Cal,", with: "Poe,\"\(cell)\",")
    let expected = text("students.csv").replacing("Poe,Cal,", with: "Poe,Cal Sue,")
    #expect(try lines(["students.csv": file]).count == lines().count)
    let names = { (file: String) in
      try lines(["students.csv": file]).filter { $0.hasPrefix("student ") }
    }
    #expect(try names(file) == names(expected))
  }

  @Test(arguments: [
    #""Cal \"Cat\"""#, #""Cal \"Cat\"" "#, #" "Cal ""Cat""""#, #""Cal \"Cat""#,
    #""\"Cat\" Cal, Jr""#, "\"Cal\n\\\"Cat\\\"\"",
  ])
  func `quotes with a backslash are quotes`(cell: String) throws {
    let file = text("students.csv").replacing("Poe,Cal,", with: "Poe,\(cell),")
    let roster = try Export(UploadTests.files.merging(["students.csv": file]) { $1 }).read()
    #expect(roster.source.broken == [])
    #expect(roster.source.unreadable == [])
    #expect(roster.students.records.recordCount == 3)
    let student = CanonicalRoster(roster).lines(of: .student)[0]
    #expect(student.contains(#"\"Cat"#), "\(student)")
  }

  @Test func `the place of a cell is right whatever the dialect`() throws {
    let file = "sep=;\nTitle\nSchool_id;Teacher_id;Last_name;Teacher_email;First_name\n"
    let export = try Export(["t.csv": file + "S1;T1;Ö;a;b\n\n;;;;\nS1;T2; Oä;b@c,d;Ann\n"])
    defer { withExtendedLifetime(export) {} }
    let roster = try export.read()
    let records = roster.teachers.records
    let place = PlaceResolver(files: roster.source.files)
      .places(of: [
        PlaceResolver.Question(records.places[1], line: records.lines[1], field: "email")
      ])[0]
    #expect(place?.line == 7)
    #expect(place?.column == 11)
  }
}
