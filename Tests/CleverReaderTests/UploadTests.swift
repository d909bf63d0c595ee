import CanonicalRosters
import CleverReader
import Findings
import FlatTables
import Foundation
import PackedSamples
import Roster
import Testing

/// The CSV files that a district uploads to Clever.
@Suite struct UploadTests {
  /// A school, two teachers, one of them at a second school, and three students.
  static let files = [
    "schools.csv": """
    School_id,School_name,School_number,Low_grade,High_grade,Principal
    S1,Lincoln Elementary,101,KG,5,Pat Doe
    S2,"Oak, High",102,9,12,
    """,
    "teachers.csv": """
    School_id,Teacher_id,Teacher_number,Teacher_email,First_name,Last_name,Title
    S1,T1,1,ann@lincoln.internal,Ann,Lee,Ms
    S1,T2,2,bo@lincoln.internal,Bo,"O""Hara",
    S2,T2,2,bo@lincoln.internal,Bo,"O""Hara",
    """,
    "students.csv": """
    School_id,Student_id,Last_name,First_name,Grade,DOB,Contact_name,Contact_type,\
    Contact_relationship,Contact_phone,Contact_phone_type,Contact_email,Contact_sis_id
    S1,0017,Poe,Cal,KG,1/2/2019,Dee Poe,Parent/Guardian,Parent,505-555-0100,Cell,,
    S1,0017,Poe,Cal,KG,1/2/2019,Eve Poe,Emergency,Aunt/Uncle,,,eve@home.internal,C9
    S1,18,Roe,Fay,PK,2/2/2020,Eve Poe,Emergency,Other,,,eve@home.internal,C9
    S2,19,Zoë,Gus,10,,,,,,,,
    """,
    "sections.csv": """
    School_id,Section_id,Teacher_id,Teacher_2_id,Name,Grade,Course_name,Period,Subject,\
    Term_name,Term_start,Term_end
    S1,X1,T1,T2,Room 5,KG,Kindergarten,1,homeroom/advisory,Year,8/1/2026,6/1/2027
    S2,X2,T2,,,10,Algebra,2,math,,,
    """,
    "enrollments.csv": """
    School_id,Section_id,Student_id
    S1,X1,0017
    S1,X1,18
    S2,X2,19
    """,
    "staff.csv": """
    School_id,Staff_id,Staff_email,First_name,Last_name,Department,Title,Role
    S1,A1,kim@lincoln.internal,Kim,Day,Office,Principal,
    S2,A1,kim@lincoln.internal,Kim,Day,Office,Principal,
    district,A2,lou@lincoln.internal,Lou,Fox,IT,,School Tech Lead
    """,
  ]

  private func read(
    _ files: [String: String] = files,
    changing changes: [String: String] = [:]
  ) throws -> Roster {
    try Export(files.merging(changes) { $1 }).read()
  }

  @Test func `the files of a district give its roster`() throws {
    let roster = try read()
    #expect(roster.source.broken == [])
    #expect(roster.source.unreadable == [])
    #expect(
      CanonicalRoster(roster).lines.filter { !$0.hasPrefix("contact") } == [
        #"school id=S1 sis_id="S1" number="101" name="Lincoln Elementary" low_grade=kindergarten high_grade=grade5"#,
        #"school id=S2 sis_id="S2" number="102" name="Oak, High" low_grade=grade9 high_grade=grade12"#,
        #"student id=0017 sis_id="0017" first="Cal" last="Poe" grade=kindergarten school=S1"#,
        #"student id=18 sis_id="18" first="Fay" last="Roe" grade=preKindergarten school=S1"#,
        #"student id=19 sis_id="19" first="Gus" last="Zoë" grade=grade10 school=S2"#,
        #"teacher id=T1 sis_id="T1" first="Ann" last="Lee" email="ann@lincoln.internal" school=S1"#,
        #"teacher id=T2 sis_id="T2" first="Bo" last="O\"Hara" email="bo@lincoln.internal" school=S1"#,
        #"school_admin id=A1 staff_id="A1" first="Kim" last="Day" email="kim@lincoln.internal" title="Principal" schools=[S1,S2]"#,
        #"school_admin id=A2 staff_id="A2" first="Lou" last="Fox" email="lou@lincoln.internal" schools=[S1,S2]"#,
        #"section id=X1 sis_id="X1" name="Room 5" school=S1 grade=kindergarten subject="homeroom/advisory" period="1" course_name="Kindergarten" term_name="Year" term_start="8/1/2026" term_end="6/1/2027" teacher=T1 teachers=[T1,T2] students=[0017,18]"#,
        #"section id=X2 sis_id="X2" name="Algebra" school=S2 grade=grade10 subject="math" period="2" course_name="Algebra" teacher=T2 teachers=[T2] students=[19]"#,
      ]
    )
  }

  @Test func `a contact is one by its key, and one of each student without`() throws {
    let roster = try read()
    let lines = CanonicalRoster(roster).lines(of: .contact)
    #expect(lines.count == 2)
    #expect(
      lines.contains(
        #"contact id=C9 sis_id="C9" last="Eve Poe" email="eve@home.internal" students=[0017:"Aunt/Uncle":emergency,18:"Other":emergency]"#
      )
    )
    let derived = try #require(lines.first { !$0.contains("C9") })
    #expect(
      derived.hasSuffix(
        #"last="Dee Poe" phone="505-555-0100" phone_type=cell students=[0017:"Parent":parentGuardian]"#
      )
    )
    // The same in another export, and another as soon as anything changes.
    #expect(try CanonicalRoster(read()).lines(of: .contact) == lines)
    let moved = try read(
      changing: [
        "students.csv": UploadTests.files["students.csv", default: ""]
          .replacing("505-555-0100", with: "505-555-0101")
      ]
    )
    let other = CanonicalRoster(moved).lines(of: .contact).first { !$0.contains("C9") }
    #expect(other?.prefix { $0 != "l" } != derived.prefix { $0 != "l" })
  }

  @Test func `a row that adds to a record is merged into it`() throws {
    let roster = try read()
    #expect(Losses.isBalanced(roster))
    let copies = roster.source.copies.map { "\($0.entity.text) \($0.line) \($0.comparison)" }
    #expect(
      copies.sorted() == [
        "contact 4 adding", "school_admin 3 adding", "section 2 adding", "section 3 adding",
        "section 4 adding", "student 3 adding", "teacher 4 adding",
      ]
    )
  }

  @Test func `columns without a place are counted by their names and nothing of them is kept`()
    throws
  {
    let roster = try read()
    #expect(
      roster.source.unusedFields == [
        "Principal": 2, "Teacher_number": 3, "Title": 3, "DOB": 4, "Department": 3, "Role": 3,
      ]
    )
    let text = String(decoding: roster.text.bytesForTests, as: UTF8.self)
    for word in ["Pat Doe", "1/2/2019", "Office", "Tech Lead", "Ms"] {
      #expect(!text.contains(word))
    }
  }

  @Test(arguments: ["x.csv", "students.json", "data/export.txt"])
  func `content decides what a file is, not its name`(name: String) throws {
    var files = UploadTests.files
    files["other"] = files.removeValue(forKey: "sections.csv")
    files[name] = files.removeValue(forKey: "students.csv")
    files["staff.csv"] = files.removeValue(forKey: "schools.csv")
    files["schools.csv"] = UploadTests.files["staff.csv"]
    #expect(try CanonicalRoster(read(files)).lines == CanonicalRoster(read()).lines)
  }

  @Test func `line ends, quotes, case and blanks of names make no difference`() throws {
    var files: [String: String] = [:]
    for (name, text) in UploadTests.files {
      var lines = text.components(separatedBy: "\n")
      lines[0] = lines[0].split(separator: ",").map { " \"\($0.uppercased())\"" }.joined(
        separator: ","
      )
      lines[0] = lines[0].replacing(" \"", with: "\" ").replacing("_ID", with: " id")
      files[name] = "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n"
    }
    #expect(try CanonicalRoster(read(files)).lines == CanonicalRoster(read()).lines)
    files = UploadTests.files.mapValues { $0.replacing("\n", with: "\r") }
    #expect(try CanonicalRoster(read(files)).lines == CanonicalRoster(read()).lines)
  }

  @Test func `packed files are read as plain ones are`() throws {
    let gzip = try Export([:])
    for (name, text) in UploadTests.files {
      try gzip.write(Data(deflated(Array(text.utf8), gzip: true)), to: "\(name).gz")
    }
    let zip = try Export([:])
    let members = UploadTests.files.sorted { $0.key > $1.key }.map { Archive.Member($0, $1) }
    try zip.write(Data(Archive(members).bytes), to: "upload.zip")
    for export in [gzip, zip] {
      #expect(try CanonicalRoster(export.read()).lines == CanonicalRoster(read()).lines)
    }
  }

  // MARK: - Faults

  @Test(arguments: [
    ("S1,T1,a@b.internal,Ann\n", "it has 4 fields, and the header 5", 2, 1),
    ("S1,T1,a@b.internal,Ann,Lee,x\n", "it has 6 fields, and the header 5", 2, 1),
    ("S1,T1,a@b.internal,A\"n,Lee\n", "a quote inside a field that is not quoted", 2, 21),
    ("S1,T1,\"a\"@b.internal,Ann,Lee\n", "text between a closing quote and the next comma", 2, 10),
    ("S1,,a@b.internal,Ann,Lee\n", "the row has no 'Teacher_id'", 2, 1),
    ("S1,é\0,a@b.internal,Ann,Lee\n", "a byte of value 0", 2, 5),
    (
      "S1,\(String(repeating: "T", count: 256)),a@b.internal,Ann,Lee\n",
      "an id is longer than 255 bytes", 2, 4
    ),
  ])
  func `a row with a fault is unreadable, and the next one is read`(
    row: String,
    words: String,
    line: Int,
    column: Int
  ) throws {
    let header = "School_id,Teacher_id,Teacher_email,First_name,Last_name\n"
    let export = try Export(["teachers.csv": header + row + "S1,T2,b@b.internal,Bo,Fox\n"])
    let roster = try export.read()
    #expect(roster.source.unreadable.map(\.words) == [words])
    #expect(roster.source.unreadable.map(\.entity) == [.teacher])
    #expect(roster.teachers.records.recordCount == 1)
    #expect(Losses.isBalanced(roster))
    let places = PlaceResolver(files: roster.source.files)
      .places(of: roster.source.unreadable.map { PlaceResolver.Question($0.fault) })
    #expect(places.map { $0?.line } == [line])
    #expect(places.map { $0?.column } == [column])
  }

  @Test(arguments: [
    (
      "School_id,Teacher_email,First_name,Last_name\n", "the header lacks the column 'Teacher_id'",
      1
    ),
    ("School_id,Teacher_id\n", "the header lacks the columns 'Last_name', 'First_name'", 1),
    (
      "School_id,Teacher_id,First_name,Last_name,school id\n",
      "the header names the column 'school id' twice", 43
    ),
    (
      "School_id,Teacher_id,\"First\"_name\n",
      "the header has text between a closing quote and the next comma", 29
    ),
  ])
  func `a file whose header will not do is broken`(
    text: String,
    words: String,
    column: Int
  ) throws {
    let roster = try Export(["teachers.csv": text + "S1,T1,Ann,Lee,\n"]).read()
    #expect(roster.source.broken.map(\.words) == [words])
    #expect(roster.teachers.records.recordCount == 0)
    #expect(roster.source.broken.map { $0.place.offset } == [column - 1])
  }

  @Test(arguments: [("email", 10), ("name.first", 14), ("school", 1), ("grade", 1)])
  func `a field of a row has the place of its cell`(field: String, column: Int) throws {
    let header = "\u{FEFF}School_id,Teacher_id,Last_name,Teacher_email,First_name\n"
    let export = try Export(["t.csv": header + "S1,T1,\"Ö\n\",a\nS1,T2,Oä,b@c,Ann\n"])
    defer { withExtendedLifetime(export) {} }
    let roster = try export.read()
    #expect(roster.teachers.records.recordCount == 1)
    let record = roster.teachers.records.places[0]
    let line = roster.teachers.records.lines[0]
    let place = PlaceResolver(files: roster.source.files)
      .places(of: [PlaceResolver.Question(record, line: line, field: field)])[0]
    #expect(place?.line == 4)
    #expect(place?.column == column)
  }

  @Test func `a quote that is never closed breaks the file there`() throws {
    let text = UploadTests.files["sections.csv", default: ""].replacing(
      "Algebra",
      with: "\"Algebra"
    )
    let roster = try read(changing: ["sections.csv": text])
    #expect(roster.source.broken.map(\.words) == ["a quote that is never closed"])
    #expect(roster.sections.records.recordCount == 1)
    #expect(
      roster.source.unreadable.map(\.words) == [
        "it enrolls a student in section 'X2', which is not in the export"
      ]
    )
    #expect(Losses.isBalanced(roster))
  }

  @Test func `two rows of a record that say different things are a copy nobody can decide on`()
    throws
  {
    let text = UploadTests.files["teachers.csv", default: ""].replacing(
      "S2,T2,2,bo",
      with: "S2,T2,2,bob"
    )
    let roster = try read(changing: ["teachers.csv": text])
    #expect(
      roster.source.copies.filter { $0.entity == .teacher }.map(\.comparison) == [.undecidable]
    )
  }

  @Test func `rows of resources and attendance are out of scope`() throws {
    let roster = try read(changing: [
      "resources.csv": "resource_id,title,roles\nR1,Book,student\n",
      "attendance.csv":
        "sis_id,school_id,student_id,section_id,attendance_date\n1,S1,18,X1,9/1/2026\n",
    ])
    #expect(roster.others.map(\.fate.kind) == [.outOfScope, .outOfScope])
    #expect(Losses.isBalanced(roster))
  }

  @Test func `a row longer than 1 MiB breaks the file`() throws {
    let text = "School_id,School_name\nS1,\"" + String(repeating: "x\n", count: 1 << 20) + "\"\n"
    let roster = try Export(["schools.csv": text]).read()
    #expect(roster.source.broken.map(\.words) == ["a row is longer than 1 MiB"])
  }

  @Test func `rows are the same wherever a window ends`() throws {
    // Longer than two windows, so that rows lie across their ends.
    var text = "Section_id,Student_id\n"
    for row in 0..<60_000 {
      text += "\"X\(row % 70)\",\(row)-\(String(repeating: "é", count: row % 9))\n"
    }
    let roster = try Export(["enrollments.csv": text]).read()
    #expect(roster.students.count == 60_000)
    #expect(roster.source.unreadable.count == 60_000)
    #expect(roster.source.unreadable.last?.line == 60_001)
  }
}
