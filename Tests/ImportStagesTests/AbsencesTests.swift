import BloomzModel
import Findings
import FlatTables
import Roster
import Testing

@testable import BloomzBundle
@testable import ImportStages

/// Why a row of the last bundle is not in the new one; above all, who counts as removed.
@Suite struct AbsencesTests {
  private var roster = Roster()
  private var bloomz: BloomzRoster

  init() throws {
    var text = TextArena()
    let keys = try ["A", "c1", "in", "p1", "t1"].map { try text.append($0) }
    bloomz = BloomzRoster(text: text, step: .parentsContacts, classOptions: [])
    bloomz.schools.key = [keys[0]]
    bloomz.classes.key = [keys[1]]
    bloomz.classes.school = [0]
    bloomz.students.key = [keys[2]]
    bloomz.contacts.key = [keys[3]]
    bloomz.staff.key = [keys[4]]
    roster.source.files = [SourceFile(path: "a", byteCount: 1 << 20)]
    try student("5e1234567890123400000001", sisID: "in", .bundled)
    try student("5e1234567890123400000002", sisID: "out", .withheld)
    try student("5e1234567890123400000003", sisID: "", .filtered)
  }

  private mutating func student(_ id: String, sisID: String, _ fate: FateKind) throws {
    let row = roster.students.row(naming: try roster.id(Array(id.utf8).span))
    let place = RecordPlace(file: 0, offset: Int(row) * 100 + 1)
    roster.students.setPlace(place, line: 1, of: row)
    roster.students.sisID[Int(row)] = try roster.text.append(sisID)
    roster.students.records.fates[Int(row)] = Fate(fate, reason: roster.reason("test"))
  }

  private func reason(
    _ table: ProfileTable,
    _ key: [String],
    complete: Set<ProfileTable> = []
  ) -> BundleDifference.Absence {
    Absences(roster, bloomz, complete: complete)
      .reason(table, RowKey(fields: key.map { Array($0.utf8) }))
  }

  @Test(arguments: ["out", "5e1234567890123400000002", "5e1234567890123400000003"])
  func `a student who is in the export is left out, not removed`(key: String) {
    #expect(reason(.students, ["A", key]) == .leftOut)
    #expect(reason(.students, ["A", key], complete: [.students]) == .leftOut)
  }

  @Test func `a student who is not in the export is removed only if all students are there`() {
    #expect(reason(.students, ["A", "gone"]) == .notInExport)
    #expect(reason(.students, ["A", "gone"], complete: [.classes, .staff]) == .notInExport)
    #expect(reason(.students, ["A", "gone"], complete: [.students]) == .removed)
  }

  @Test func `a student who is in the bundle at another school has left this one`() {
    #expect(reason(.students, ["B", "in"]) == .removed)
  }

  @Test func `a membership is gone if class and member are there without it`() {
    #expect(reason(.memberships, ["A", "c1", "student", "in"]) == .removed)
    #expect(reason(.memberships, ["A", "c1", "teacher", "t1"]) == .removed)
    #expect(reason(.memberships, ["A", "c1", "parent", "p1"]) == .removed)
  }

  @Test func `a membership follows what became of its class and its member`() {
    #expect(reason(.memberships, ["A", "c1", "student", "out"]) == .leftOut)
    #expect(reason(.memberships, ["A", "c1", "student", "gone"]) == .notInExport)
    #expect(reason(.memberships, ["A", "c9", "student", "in"]) == .notInExport)
    let complete: Set<ProfileTable> = [.classes]
    #expect(reason(.memberships, ["A", "c9", "student", "in"], complete: complete) == .removed)
    #expect(reason(.memberships, ["A", "c9", "student", "gone"], complete: complete) == .removed)
  }

  @Test func `a contact's row is of a contact and a student`() {
    #expect(reason(.contacts, ["A", "p1", "out"]) == .leftOut)
    #expect(reason(.contacts, ["A", "p1", "gone"]) == .notInExport)
    #expect(reason(.contacts, ["A", "p9", "in"]) == .notInExport)
    #expect(reason(.contacts, ["A", "p9", "in"], complete: [.contacts]) == .removed)
  }
}
