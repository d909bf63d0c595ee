import CanonicalRosters
import CleverReader
import Findings
import FlatTables
import Foundation
import Roster
import RosterRules
import SyntheticRoster
import Testing

/// An export that mixes files of before v3 with ones of v3 has each person once.
@Suite struct PersonJoinTests {
  private static let plan = Result { try DistrictPlan(students: 40, schools: 2, seed: 5) }

  /// The lists of people and sections before v3; `users` has all people in v3.
  private static let older = [
    "teachers", "school_admins", "district_admins", "contacts", "students",
  ]

  private func files(_ version: CleverVersion, _ lists: Set<String>) throws -> MadeUpFiles {
    try MadeUpFiles(Self.plan.get(), version, ExportForm(.pages(size: 50)), lists: lists)
  }

  /// Both exports in one folder, the one whose folder's name comes first read first.
  private func mixed(
    _ old: MadeUpFiles,
    in oldFolder: String,
    _ new: MadeUpFiles
  ) throws -> Roster {
    let export = try Export([:])
    for (path, bytes) in old.files { try export.write(Data(bytes), to: "\(oldFolder)/\(path)") }
    for (path, bytes) in new.files { try export.write(Data(bytes), to: "m/\(path)") }
    return try withExtendedLifetime(export) { try export.read(studentEmail: true) }
  }

  @Test(
    arguments: [CleverVersion.v20, .v21],
    older.map { [$0] } + [older, older + ["sections"], ["sections"], ["teachers", "sections"]]
  )
  func `lists of before v3 beside those of v3 add nobody`(
    version: CleverVersion,
    lists: [String]
  ) throws {
    let whole = try files(.v31, ["users", "sections", "schools", "districts", "courses", "terms"])
    let expected = CanonicalRoster(try whole.read()).lines
    for folder in ["a", "z"] {
      var new = whole
      // A list that only the older version has, its references included.
      if lists.contains("sections") {
        for path in new.paths where path.hasPrefix("sections") { new.remove(path) }
      }
      let roster = try mixed(files(version, Set(lists)), in: folder, new)
      #expect(difference(CanonicalRoster(roster).lines, expected) == [], "\(folder)")
      #expect(Losses.isBalanced(roster))
      #expect(roster.source.unreadable == [])
      #expect(!roster.source.copies.contains { $0.comparison == .undecidable })
    }
  }

  private let new =
    #"{"data":{"id":"aa0000000000000000000001","last_modified":"2026-03-01T00:00:00.000Z","#
    + #""name":{"last":"New"},"roles":{"teacher":{"legacy_id":"bb0000000000000000000001","#
    + #""teacher_number":""}}},"uri":"/v3.0/users/aa0000000000000000000001"}"#

  private func old(_ time: String) -> String {
    let id = "bb0000000000000000000001"
    return #"{"data":{"id":"\#(id)","last_modified":"\#(time)","name":{"last":"Old"}},"#
      + #""uri":"/v2.1/teachers/\#(id)"}"#
  }

  private func section(_ number: Int, _ teacher: String) -> String {
    #"{"id":"ee000000000000000000000\#(number)","subject":"math","students":[],"#
      + #""teacher":"\#(teacher)","teachers":["\#(teacher)"]}"#
  }

  @Test(arguments: [
    ("2026-02-01T00:00:00.000Z", "New", RecordCopy.Comparison.older),
    ("2026-03-01T00:00:00.000Z", "New", .otherVersion), ("", "New", .otherVersion),
    ("2026-04-01T00:00:00.000Z", "Old", .older),
  ])
  func `of the two records of a person the newer goes on`(
    time: String,
    name: String,
    comparison: RecordCopy.Comparison
  ) throws {
    let sections =
      section(1, "aa0000000000000000000001") + section(2, "bb0000000000000000000001")
    for names in [["a", "b", "c"], ["c", "a", "b"], ["b", "c", "a"]] {
      let roster = try Export([names[0]: new, names[1]: old(time), names[2]: sections]).read()
      let rows = Array(roster.teachers.recordRows)
      #expect(rows.map { roster.text.string(roster.teachers.lastName[$0]) } == [name])
      let row = Int32(rows[0])
      #expect(roster.sections.primaryTeacher == [row, row])
      #expect(roster.sections.teachers[0] == [row])
      #expect(roster.sections.teachers[1] == [row])
      #expect(roster.source.copies.map(\.comparison) == [comparison])
      #expect(roster.source.copies.map(\.row) == [row])
      let gone = name == "New" ? "bb0000000000000000000001" : "aa0000000000000000000001"
      #expect(roster.source.copies.map { $0.id.map { roster.idText($0) } } == [gone])
      #expect(Losses.isBalanced(roster))
      // Whoever asks by the other id means the same person.
      let asked = try #require(roster.existingID(gone))
      #expect(roster.presentID(of: asked) == roster.teachers.records.ids[Int(row)])
    }
  }

  @Test func `a section of before v3 names its teachers in v3`() throws {
    let roster = try Export([
      "a": section(1, "bb0000000000000000000001"), "b": new,
    ]).read()
    let primary = roster.sections.primaryTeacher.map { Int($0) }
    #expect(primary.map { roster.teachers.records.isRecord($0) } == [true])
    #expect(roster.source.copies == [])
  }

  @Test func `an id that two people have had names neither`() throws {
    let other = new.replacing("aa0000000000000000000001", with: "aa0000000000000000000002")
    let roster = try Export([
      "a": new + other, "b": old("2026-01-01T00:00:00.000Z"),
    ]).read()
    #expect(roster.teachers.records.recordCount == 3)
    #expect(roster.formerIDs.entries == [])
  }

  @Test func `somebody with several roles in v3 goes on whatever the times say`() throws {
    let both = new.replacing(
      #""roles":{"#,
      with: #""roles":{"staff":{"legacy_id":"bb0000000000000000000002","schools":[]},"#
    )
    let admin =
      #"{"data":{"id":"bb0000000000000000000002","staff_id":"7","schools":[]},"#
      + #""uri":"/v2.1/school_admins/bb0000000000000000000002"}"#
    let roster = try Export(["a": old("2027-01-01T00:00:00.000Z") + admin, "b": both]).read()
    #expect(roster.teachers.records.recordCount == 1)
    #expect(roster.schoolAdmins.records.recordCount == 1)
    let teachers = roster.schoolAdmins.recordRows.map { Int(roster.schoolAdmins.teacher[$0]) }
    #expect(teachers == Array(roster.teachers.recordRows))
    #expect(roster.source.copies.count == 2)
    #expect(Losses.isBalanced(roster))
  }

  @Test func `an employee who is a contact, too, is known by both former ids`() throws {
    let both = new.replacing(
      #""roles":{"#,
      with: #""roles":{"contact":{"legacy_id":"bb0000000000000000000003"},"#
        + #""student":{"legacy_id":"bb0000000000000000000004"},"#
    )
    let (former, asContact) = ("bb0000000000000000000001", "bb0000000000000000000003")
    for (text, expected, count) in [(new, [former], 1), (both, [former, asContact], 3)] {
      let roster = try Export(["a": text]).read()
      #expect(roster.formerIDs.entries.map { roster.idText($0.id) } == expected)
      // It is no field that a table has, so it is counted with those.
      #expect(roster.source.unusedFields["legacy_id"] == count)
    }
  }

  @Test(arguments: ["17", #""""#, "null", #""aa0000000000000000000001""#, "[]"])
  func `a former id that says nothing is none`(id: String) throws {
    let text = new.replacing(#""bb0000000000000000000001""#, with: id)
    #expect(try Export(["a": text]).read().formerIDs.entries == [])
  }

  @Test func `an operator is known by either id, and '/me' may show the other`() throws {
    let staff =
      #"{"data":{"id":"aa0000000000000000000009","name":{"last":"Admin"},"email":"a@x.org","#
      + #""roles":{"staff":{"legacy_id":"bb0000000000000000000009","#
      + #""schools":["cc0000000000000000000001"]}}},"uri":"/v3.0/users/aa0000000000000000000009"}"#
    let school = #"{"id":"cc0000000000000000000001","school_number":"1","name":"S"}"#
    let me = #"{"type":"school_admin","data":{"id":"%","district":"d","type":"school_admin"}}"#
    let ids = ["aa0000000000000000000009", "bb0000000000000000000009"]
    for signedIn in ids {
      let login =
        #"{"user_id":"bb0000000000000000000009","multi_role_user_id":"\#(signedIn)","#
        + #""user_type":"staff","district":"d"}"#
      for answer in [me.replacing("%", with: signedIn), login] {
        let roster = try Export(["a.json": staff, "b.json": school, "c.json": answer]).read()
        for asked in ids + ["a@x.org"] {
          let question = GateQuestion(
            roster,
            step: .classesTeachersStudents,
            importer: asked,
            schools: [0],
            answers: GateAnswers()
          )
          #expect(question.importer.id == ids[0])
          #expect(question.importer.roles.map(\.role) == [.schoolAdmin])
          #expect(question.identities.map(\.id) == [ids[0]])
          #expect(question.identities.map(\.role) == [.role(.schoolAdmin)])
        }
      }
    }
  }
}
