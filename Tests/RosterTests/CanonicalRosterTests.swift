import CanonicalRosters
import Findings
import FlatTables
import Testing

@testable import Roster

@Suite struct CanonicalRosterTests {
  /// A school, a teacher, a section that also names a teacher and a student who are not there.
  private func roster(backwards: Bool = false) throws -> Roster {
    var roster = Roster()
    func id(_ text: String) throws -> RecordID {
      let bytes = Array(text.utf8)
      return try roster.id(bytes.span)
    }
    let (one, other) = (try id("T-1"), try id("T-2"))
    let rows = (backwards ? [other, one] : [one, other]).map {
      (id: $0, row: roster.teachers.row(naming: $0))
    }.sorted { roster.idText($0.id) < roster.idText($1.id) }.map(\.row)
    roster.teachers.setPlace(RecordPlace(file: 0, offset: backwards ? 7 : 0), of: rows[0])
    roster.teachers.sisID[Int(rows[0])] = try roster.text.append("007")
    roster.teachers.firstName[Int(rows[0])] = try roster.text.append("Zoë \"Z\"\n\\")
    let student = roster.students.row(naming: try id("S"))
    let section = Int(roster.sections.row(naming: try id("X")))
    roster.sections.setPlace(RecordPlace(file: 1, offset: 0), of: Int32(section))
    roster.sections.grade[section] = .kindergarten
    roster.sections.primaryTeacher[section] = rows[1]
    roster.sections.teachers.flat += backwards ? [rows[0], rows[1]] : [rows[1], rows[0]]
    roster.sections.teachers.setTargets(of: section, from: 0)
    roster.sections.students.flat.append(student)
    roster.sections.students.setTargets(of: section, from: 0)
    return roster
  }

  @Test func `a record is a line, with what it holds and who is not there`() throws {
    #expect(
      CanonicalRoster(try roster()).lines == [
        #"teacher id=T-1 sis_id="007" first="Zoë \"Z\"\u{a}\\""#,
        "section id=X grade=kindergarten teacher=T-2? teachers=[T-1,T-2?] students=[S?]",
      ]
    )
  }

  @Test func `rows, places and the order of links change nothing`() throws {
    let (one, other) = (CanonicalRoster(try roster()), CanonicalRoster(try roster(backwards: true)))
    #expect(one.bytes == other.bytes)
    #expect(one.bytes.last == UInt8(ascii: "\n"))
  }

  @Test func `without ids that v3 changed, a teacher is known by the sis_id`() throws {
    #expect(
      CanonicalRoster(try roster(), without: [.newPeopleIDs]).lines(of: .section) == [
        #"section id=X grade=kindergarten teacher=? teachers=["007",?] students=[S?]"#
      ]
    )
  }

  @Test func `only versions before v3, and CSV, lack something`() {
    #expect(VersionLimit.between(["v3.0", "v3.1"]).isEmpty)
    #expect(VersionLimit.between(["v2.1", "v3.1"]) == [.newPeopleIDs, .severalRoles])
    #expect(
      VersionLimit.between(["v1.1"])
        == Set(VersionLimit.allCases).subtracting([
          .cleverIDs, .district,
        ])
    )
    #expect(
      VersionLimit.between(["CSV"]) == [
        .severalRoles, .sharedContacts, .coursesAndTerms, .cleverIDs, .district,
      ]
    )
  }
}
