import CleverReader
import Roster
import SafeFiles
import Testing

@Suite struct RecordedDistrictTests {
  @Test func `the recorded v1_1 district is read whole, and its copies are found again`() throws {
    let roster = try CleverReader().read("samples/clever-demo-v1.1/clever")
    #expect(roster.schools.records.recordCount == 3)
    #expect(roster.students.records.recordCount == 1004)
    #expect(roster.teachers.records.recordCount == 89)
    #expect(roster.sections.records.recordCount == 379)
    #expect(roster.schoolAdmins.records.recordCount == 1)
    #expect(roster.districts.records.recordCount == 1)
    #expect(roster.source.broken == [])
    #expect(roster.source.unreadable == [])
    #expect(roster.source.copies.map(\.comparison) == Array(repeating: .same, count: 7))
    #expect(roster.source.counts.map(\.count) == [379, 1004])
    #expect(roster.source.pages.filter { $0.path == "/v1.1/students" }.count == 11)
    #expect(Set(roster.source.files.map(\.version)) == ["v1.1"])
    #expect(roster.source.unusedFields["dob"] == 1005)
  }

  @Test func `the recorded v3_0 district is read whole`() throws {
    let roster = try CleverReader().read("samples/clever-demo-v3.0/clever")
    #expect(roster.schools.records.recordCount == 0)
    #expect(roster.students.records.recordCount == 1004)
    #expect(roster.teachers.records.recordCount == 89)
    #expect(roster.contacts.records.recordCount == 1002)
    #expect(roster.districtAdmins.records.recordCount == 3)
    #expect(roster.schoolAdmins.records.recordCount == 0)
    #expect(roster.sections.records.recordCount == 378)
    #expect(roster.source.tokens.map(\.scopes.count) == [10])
    #expect(roster.source.broken == [])
    #expect(roster.source.unreadable == [])
    #expect(roster.source.copies == [])
  }
}
