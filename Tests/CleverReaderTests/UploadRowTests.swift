import CanonicalRosters
import CleverReader
import Findings
import FlatTables
import Roster
import Testing

/// What several rows and several files of a district make together.
@Suite struct UploadRowTests {
  private func read(changing changes: [String: String] = [:], studentEmail: Bool = false) throws
    -> Roster
  {
    try Export(UploadTests.files.merging(changes) { $1 }).read(studentEmail: studentEmail)
  }

  private func contacts(_ rows: String) throws -> Roster {
    let header =
      "School_id,Student_id,Last_name,First_name,Grade,Contact_name,Contact_type,"
      + "Contact_relationship,Contact_phone,Contact_phone_type,Contact_email,Contact_sis_id\n"
    return try read(changing: ["students.csv": header + rows])
  }

  // MARK: - Rows of one contact

  @Test func `a contact with a row a telephone is one, with the cell phone and the address`() throws
  {
    let roster = try contacts(
      """
      S1,18,Roe,Fay,1,Pat Roe,Guardian,Mother,2065550177,Work,,C1
      S1,18,Roe,Fay,1,Pat Roe,Guardian,Mother,2065550100,Cell,pat@home.internal,C1
      S1,18,Roe,Fay,1,PAT ROE,Guardian,Mother,2065550178,Home,Pat@Home.internal,C1

      """
    )
    #expect(
      CanonicalRoster(roster).lines(of: .contact) == [
        #"contact id=C1 sis_id="C1" last="Pat Roe" email="pat@home.internal" phone="2065550100" phone_type=cell students=[18:"Mother":parentGuardian]"#
      ]
    )
    #expect(!roster.source.copies.contains { $0.comparison == .undecidable })
    #expect(Losses.isBalanced(roster))
  }

  @Test func `so is one without a key, in rows that are not neighbours`() throws {
    let roster = try contacts(
      """
      S1,18,Roe,Fay,1,Pat Roe,Guardian,Mother,2065550177,Home,,
      S1,18,Roe,Fay,1,Sam Roe,Guardian,Father,2065550179,Cell,,
      S1,19,Lee,Gus,1,Pat Roe,Guardian,Mother,2065550177,Home,,
      S1,18,Roe,Fay,1,Pat Roe,Guardian,Mother,2065550100,Cell,pat@home.internal,

      """
    )
    let lines = CanonicalRoster(roster).lines(of: .contact)
    #expect(lines.count == 3)
    #expect(lines.count { $0.contains("2065550100") && $0.contains("pat@home.internal") } == 1)
    #expect(Losses.isBalanced(roster))
  }

  @Test func `a neighbour of the mother's name is not merged into her`() throws {
    let roster = try contacts(
      """
      S1,18,Roe,Fay,1,Pat Roe,Guardian,Mother,2065550177,Home,,
      S1,18,Roe,Fay,1,Pat Roe,Emergency,Mother,2065550100,Cell,,

      """
    )
    #expect(roster.contacts.records.recordCount == 2)
  }

  @Test func `two people under one contact's id contradict each other by their fields`() throws {
    let roster = try contacts(
      """
      S1,18,Roe,Fay,1,Pat Roe,Guardian,Mother,,,pat@home.internal,C1
      S1,18,Roe,Fay,1,Sam Roe,Guardian,Father,,,sam@home.internal,C1

      """
    )
    let copies = roster.source.copies.filter { $0.comparison == .undecidable }
    #expect(copies.map(\.entity) == [.contact])
    #expect(copies.map(\.differing) == [[.lastName, .email]])
  }

  @Test func `the word NULL is no key, so those who have it are as many as there are`() throws {
    let roster = try contacts(
      """
      S1,18,Roe,Fay,1,Pat Roe,Guardian,Mother,NULL,NULL,pat@home.internal,NULL
      S1,19,Lee,Gus,1,Sam Lee,Guardian,Father,N/A,,sam@home.internal,null

      """
    )
    #expect(roster.contacts.records.recordCount == 2)
    #expect(CanonicalRoster(roster).lines(of: .contact).allSatisfy { !$0.contains("NULL") })
  }

  // MARK: - Rows of other records

  @Test func `a section with a row a term runs from the first day to the last`() throws {
    let header = "School_id,Section_id,Teacher_id,Name,Grade,Term_name,Term_start,Term_end\n"
    let roster = try read(changing: [
      "sections.csv": header + """
        S1,X1,T1,Room 5,KG,Q2,10/26/2026,01/15/2027
        S1,X1,T1,Room 5,KG,Q1,08/24/2026,10/23/2026
        S1,X1,T1,Room 5,KG,Q4,04/05/2027,06/11/2027
        S2,X2,T2,Algebra,10,,,

        """
    ])
    #expect(!roster.source.copies.contains { $0.comparison == .undecidable })
    let line = CanonicalRoster(roster).lines(of: .section)[0]
    #expect(line.contains(#"term_name="Q2" term_start="08/24/2026" term_end="06/11/2027""#))
    #expect(Losses.isBalanced(roster))
  }

  @Test func `a section with another teacher in each row contradicts itself`() throws {
    let header = "School_id,Section_id,Teacher_id,Name,Grade\n"
    let roster = try read(changing: [
      "sections.csv": header + "S1,X1,T1,Room 5,KG\nS1,X1,T2,Room 6,KG\nS2,X2,T2,Algebra,10\n"
    ])
    let copies = roster.source.copies.filter { $0.comparison == .undecidable }
    #expect(copies.map(\.differing) == [[.name, .teachers]])
  }

  @Test func `two children under one id contradict each other by their fields`() throws {
    let roster = try contacts("S1,18,Roe,Fay,1,,,,,,,\nS1,18,Roe,Lia,2,,,,,,,\n")
    let copies = roster.source.copies.filter { $0.comparison == .undecidable }
    #expect(copies.map(\.entity) == [.student])
    #expect(copies.map(\.differing) == [[.firstName, .grade]])
  }

  @Test func `a person with a title of their own at each school is one`() throws {
    let roster = try read(changing: [
      "staff.csv": """
      School_id,Staff_id,Staff_email,First_name,Last_name,Title
      S1,A1,kim@lincoln.internal,Kim,Day,Principal
      S2,A1,KIM@lincoln.internal,Kim,Day,Coordinator
      DEFAULT_DISTRICT_OFFICE,A1,kim@lincoln.internal,Kim,Day,
      """
    ])
    #expect(
      CanonicalRoster(roster).lines(of: .schoolAdmin) == [
        #"school_admin id=A1 staff_id="A1" first="Kim" last="Day" email="kim@lincoln.internal" title="Principal" schools=[S1,S2]"#
      ]
    )
  }

  @Test func `admins.csv has its own names for address and title`() throws {
    let roster = try read(changing: [
      "staff.csv": """
      School_id,Staff_id,Admin_email,First_name,Last_name,Admin_title
      S1,A1,kim@lincoln.internal,Kim,Day,Principal
      """
    ])
    #expect(
      CanonicalRoster(roster).lines(of: .schoolAdmin) == [
        #"school_admin id=A1 staff_id="A1" first="Kim" last="Day" email="kim@lincoln.internal" title="Principal" schools=[S1]"#
      ]
    )
  }

  // MARK: - Files beside the five

  @Test func `contacts.csv adds contacts to the students, a row a child and a telephone`() throws {
    let roster = try read(changing: [
      "students.csv":
        "School_id,Student_id,Last_name,First_name,Grade\nS1,18,Roe,Fay,1\nS1,19,Roe,Gus,2\n",
      "contacts.csv": """
      contact_id,student_id,first_name,last_name,type,relationship,phone,phone_type,email
      700,18,Pat,Roe,Guardian,Mother,2065550177,Home,
      700,18,Pat,Roe,Guardian,Mother,2065550100,Cell,pat@home.internal
      700,19,Pat,Roe,Guardian,Mother,2065550100,Cell,pat@home.internal
      701,19,Gil,Torvald,emerg1,Neighbor,2065550188,Cell,gil@home.internal
      """,
    ])
    #expect(
      CanonicalRoster(roster).lines(of: .contact) == [
        #"contact id=700 sis_id="700" first="Pat" last="Roe" email="pat@home.internal" phone="2065550100" phone_type=cell students=[18:"Mother":parentGuardian,19:"Mother":parentGuardian]"#,
        #"contact id=701 sis_id="701" first="Gil" last="Torvald" email="gil@home.internal" phone="2065550188" phone_type=cell students=[19:"Neighbor":emergency]"#,
      ]
    )
    #expect(Losses.isBalanced(roster))
    #expect(roster.source.broken == [])
  }

  @Test func `a contact in two files is one though its name is in one cell or in two`() throws {
    let roster = try read(changing: [
      "students.csv": """
      School_id,Student_id,Last_name,First_name,Grade,Contact_name,Contact_type,Contact_sis_id
      S1,18,Roe,Fay,1,Pat Roe,Guardian,700
      """,
      "contacts.csv": """
      contact_id,student_id,first_name,last_name,type,relationship,phone,phone_type,email
      700,18,Pat,Roe,Guardian,Mother,,,pat@home.internal
      """,
    ])
    #expect(roster.contacts.records.recordCount == 1)
    #expect(!roster.source.copies.contains { $0.comparison == .undecidable })
  }

  @Test func `addresses in files of their own join the people, whose file may come later`() throws {
    let files = [
      "a_emails.csv": "teacher_id,email\nT1,lee@new.internal\nT9,left@new.internal\n",
      "student_emails.csv": "student_id,email\n0017,cal@new.internal\n",
    ]
    let roster = try read(changing: files, studentEmail: true)
    let lines = CanonicalRoster(roster).lines
    #expect(lines.contains { $0.hasPrefix("teacher id=T1") && $0.contains("lee@new.internal") })
    #expect(lines.contains { $0.hasPrefix("student id=0017") && $0.contains("cal@new.internal") })
    #expect(roster.source.unreadable == [] && roster.source.broken == [])
    #expect(Losses.isBalanced(roster))
    let without = try read(changing: files)
    #expect(!String(decoding: without.text.bytesForTests, as: UTF8.self).contains("cal@new"))
  }

  // MARK: - Files that are missing, ids that lost their zeros

  @Test(arguments: [
    "schools.csv", "students.csv", "teachers.csv", "sections.csv", "enrollments.csv",
  ])
  func `a file of the set that is missing is named`(name: String) throws {
    var files = UploadTests.files
    files[name] = nil
    #expect(try Export(files).read().source.missingUploads.map(\.name) == [name])
  }

  @Test func `no file is missing where all are there, or where no one is taught`() throws {
    #expect(try read().source.missingUploads == [])
    let side = try Export(["teacher_emails.csv": "teacher_id,email\nT1,a@b.internal\n"]).read()
    #expect(side.source.missingUploads == [])
  }

  @Test func `ids that lost their zeros in one file are told with the file`() throws {
    let roster = try read(changing: [
      "enrollments.csv": "School_id,Section_id,Student_id\nS1,X1,17\nS1,X1,18\nS2,X2,19\n"
    ])
    let lost = try #require(roster.source.lostZeros.first)
    #expect(roster.source.lostZeros.count == 1)
    #expect(lost.entity == .student && lost.count == 1)
    #expect(lost.short == "17" && lost.full == "0017")
    #expect(roster.source.files[lost.file].path.hasSuffix("enrollments.csv"))
    #expect(roster.source.files[lost.other].path.hasSuffix("students.csv"))
  }

  @Test func `the file that lost them may be the one that has the records`() throws {
    let text = UploadTests.files["students.csv", default: ""].replacing("0017", with: "17")
    let roster = try read(changing: ["students.csv": text])
    let lost = try #require(roster.source.lostZeros.first)
    #expect(roster.source.files[lost.file].path.hasSuffix("students.csv"))
    #expect(lost.short == "17" && lost.full == "0017")
  }

  @Test func `a file that has ids with zeros did not lose them`() throws {
    let roster = try read(changing: [
      "enrollments.csv": "School_id,Section_id,Student_id\nS1,X1,0017\nS1,X1,018\nS2,X2,017\n"
    ])
    #expect(roster.source.lostZeros == [])
  }

  @Test func `zeros of schools and teachers are looked at, too`() throws {
    let teachers = UploadTests.files["teachers.csv", default: ""].replacing("T1,", with: "05,")
    let sections = UploadTests.files["sections.csv", default: ""].replacing("T1,", with: "5,")
    let roster = try read(changing: ["teachers.csv": teachers, "sections.csv": sections])
    #expect(roster.source.lostZeros.map(\.entity) == [.teacher])
    #expect(roster.source.lostZeros.map(\.short) == ["5"])
  }

  @Test func `a file with a day in front of the month is noted`() throws {
    for (date, isFirst) in [("25/08/2026", true), ("08/25/2026", false)] {
      let text = UploadTests.files["sections.csv", default: ""].replacing("8/1/2026", with: date)
      let roster = try read(changing: ["sections.csv": text])
      #expect(roster.source.files.contains(where: \.hasDayFirst) == isFirst)
    }
  }
}
