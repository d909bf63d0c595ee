import Findings
import Roster
import Testing

@testable import RosterRules

/// What rules make of scope, of each other and of levels.
@Suite struct ScopeTests {
  private let address = "stone@pine-valley.k12.xx.us"

  @Test func `records that are out of scope are not judged`() throws {
    var builder = try twoSchools()
    try builder.teacher("t-elm", email: "", school: "elm-street")
    try builder.section("chess", school: "elm-street", teachers: ["t-elm"], students: ["s-elm"])
    #expect(try run(&builder, schools: ["oak-hill"]) == [])
    #expect(
      try run(&builder, schools: ["oak-hill", "elm-street"]) == []
    )
  }

  @Test func `a teacher of the school who teaches nothing there is noted, though out of scope`()
    throws
  {
    var builder = try twoSchools()
    try builder.teacher("t-idle", email: address, school: "oak-hill")
    try builder.teacher("t-elm", email: address, school: "elm-street")
    #expect(
      try run(&builder, schools: ["oak-hill"]) == [
        "note: teacher 't-idle' teaches no section that goes in [teacher-in-no-section]"
      ]
    )
    let row = try #require(builder.teacherRow("t-idle"))
    #expect(builder.roster.teachers.records.fates[row].kind == .outOfScope)
  }

  @Test func `a section of an unshared school matters where a student of ours sits in it`() throws {
    var builder = try twoSchools()
    try builder.section("lost", school: "far-away", teachers: [], students: ["s-oak"])
    try builder.section("none", school: "far-away", teachers: [], students: ["s-elm"])
    #expect(
      try run(&builder, schools: ["oak-hill"]) == [
        "error: section 'lost' (sis_id 'k-lost') names school 'far-away', which is not in the export "
          + "[section-names-unknown-school]"
      ]
    )
  }

  @Test func `what one rule withholds the next passes over`() throws {
    var builder = try twoSchools()
    try builder.student("s-none", name: "", grade: .unknown, school: "oak-hill")
    // No name: left out; so neither the grade nor the missing section is reported.
    #expect(
      try run(&builder, schools: ["oak-hill"]) == [
        "error: student 's-none' (sis_id 'k-s-none') has no name [student-without-name]"
      ]
    )
    let fates = builder.roster.students.records.fates
    let withheld = fates.filter { $0.kind == .withheld }
    #expect(withheld.map { builder.roster.reasons[$0.reason] } == ["student-without-name"])
  }

  @Test func `a warning that is raised to an error withholds`() throws {
    var builder = try twoSchools()
    try builder.student("s-idle", school: "oak-hill")
    let levels = try RuleLevels(overriding: ["student-in-no-section": .error])
    #expect(
      try run(&builder, schools: ["oak-hill"], levels: levels) == [
        "error: student 's-idle' (sis_id 'k-s-idle') is in no section that goes in [student-in-no-section]"
      ]
    )
    #expect(builder.roster.students.records.fates.contains { $0.kind == .withheld })
  }

  @Test func `contact rules wait for step two, and say so`() throws {
    var builder = try twoSchools()
    try builder.section("elm", school: "elm-street", teachers: ["t-oak"], students: ["s-elm"])
    try builder.contact("c-1", students: ["s-oak"])
    let first = RuleCatalogue.run(on: &builder.roster, step: .classesTeachersStudents)
    #expect(first.hits == [])
    #expect(
      first.notRun.filter { $0.why == "step one imports no contacts" }.map(\.id)
        == RuleCatalogue.all.filter { $0.subject == .contacts }.map(\.id)
    )
    let second = RuleCatalogue.run(on: &builder.roster, step: .parentsContacts)
    #expect(second.hits(of: .contactUnreachable).count == 1)
    #expect(second.count(of: .error) == 1)
    #expect(!second.hasBlocker)
  }

  @Test func `a contact who is one child's own record and another's parent goes in`() throws {
    var builder = try twoSchools()
    try builder.contact("c-1", email: address, relationship: "self", students: ["s-oak"])
    try builder.contact("c-2", email: address, students: ["s-oak"])
    let row = try #require(builder.roster.existingID("c-2"))
    let contact = try #require(builder.roster.contacts.records.row(of: row))
    #expect(contact == 1)
    let outcome = RuleCatalogue.run(on: &builder.roster, step: .parentsContacts)
    #expect(outcome.hits(of: .contactIsSelf).map(\.row) == [0])
    #expect(outcome.hits(of: .teacherAndContactShareEmail).count == 0)
  }

  @Test func `fields are named where their API version keeps them`() throws {
    for (version, field) in [("v2.1", "grade"), ("v3.0", "roles.student.grade")] {
      var builder = RosterBuilder(version: version)
      try builder.school("oak-hill")
      try builder.student("s-1", grade: .unknown, school: "oak-hill")
      let outcome = RuleCatalogue.run(on: &builder.roster, step: .classesTeachersStudents)
      let hit = try #require(outcome.hits(of: .studentGradeUnknown).first)
      let text = outcome.text(of: hit, in: builder.roster)
      #expect(text.field == field)
      #expect(text.entity == "student")
      #expect(text.record == "s-1")
      #expect(text.fixer == .recordsClerk)
    }
  }

  @Test func `a hit takes sixteen bytes`() {
    #expect(MemoryLayout<RuleHit>.size == 16)
  }

  /// Two schools with a teacher, a student and a section each, nothing wrong with them.
  @Test(arguments: [("grace@pine-valley.k12.xx.us", 1), ("none@none.com", 0)])
  func `two of a name are one person where they share an address, if it is anybody's`(
    email: String,
    count: Int
  ) throws {
    var builder = try twoSchools()
    try builder.contact("c-1", email: email, phone: "(503) 555-0101", students: ["s-oak"])
    try builder.contact("c-2", email: email, phone: "(503) 555-0102", students: ["s-elm"])
    let outcome = RuleCatalogue.run(on: &builder.roster, step: .parentsContacts)
    #expect(outcome.hits(of: .contactStandsTwice).count == count)
  }

  private func twoSchools() throws -> RosterBuilder {
    var builder = RosterBuilder()
    try builder.school("oak-hill")
    try builder.school("elm-street", name: "Elm Street")
    try builder.teacher("t-oak", email: "oak@pine-valley.k12.xx.us", school: "oak-hill")
    try builder.student("s-oak", school: "oak-hill")
    try builder.student("s-elm", school: "elm-street")
    try builder.section("room-3", school: "oak-hill", teachers: ["t-oak"], students: ["s-oak"])
    return builder
  }

  private func run(
    _ builder: inout RosterBuilder,
    schools: [String],
    levels: RuleLevels = .standard
  ) throws -> [String] {
    let rows = try schools.map { try builder.schoolRow($0) }
    builder.roster.limitScope(to: Set(rows), sections: .all, stage: "select")
    let outcome = RuleCatalogue.run(
      on: &builder.roster,
      step: .classesTeachersStudents,
      levels: levels
    )
    return outcome.hits.map { hit in
      let text = outcome.text(of: hit, in: builder.roster)
      return "\(text.level): \(text.message) [\(text.code)]"
    }
  }
}
