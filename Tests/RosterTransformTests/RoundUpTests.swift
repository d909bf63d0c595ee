import BloomzModel
import Findings
import Roster
import RosterTransform
import Testing

/// The numbers of a report.
struct RoundUpTests {
  @Test func `every table is counted, as a whole and by school`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.school("B", sis: "2000")
    for id in ["T1", "T2"] { try builder.teacher(id) }
    try builder.admin("A1", schools: ["SCHOOL", "B"])
    for id in ["S1", "S2", "S3"] { try builder.student(id) }
    try builder.section("C1", teacher: "T1", teachers: ["T1", "T2"], students: ["S1", "S2"])
    try builder.section("C2", teacher: "T1", students: ["S2", "S3"]) { $0.school = "B" }
    try builder.contact("P1", of: [.init(student: "S1"), .init(student: "S2")])
    try builder.contact("P2", of: [.init(student: "S3")])
    let bloomz = try RosterTransform(step: .parentsContacts, includeOtherStaff: true)
      .apply(to: &builder.roster).bloomz
    let roundUp = RosterRoundUp(of: bloomz)

    var total = RosterRoundUp.Counts()
    (total.classes, total.teachers, total.otherStaff) = (2, 2, 1)
    (total.students, total.contacts) = (3, 2)
    (total.teacherMemberships, total.studentMemberships, total.parentMemberships) = (3, 4, 3)
    #expect(roundUp.total == total)
    #expect(roundUp.total.memberships == 10)

    var first = RosterRoundUp.Counts()
    (first.classes, first.teachers, first.otherStaff) = (1, 2, 1)
    (first.students, first.contacts) = (3, 2)
    (first.teacherMemberships, first.studentMemberships, first.parentMemberships) = (2, 2, 1)
    var second = RosterRoundUp.Counts()
    (second.classes, second.teachers, second.otherStaff) = (1, 1, 1)
    (second.students, second.contacts) = (2, 2)
    (second.teacherMemberships, second.studentMemberships, second.parentMemberships) = (1, 2, 2)
    #expect(roundUp.schools == [first, second])
  }

  @Test func `an empty bundle counts nothing`() throws {
    var builder = RosterBuilder()
    let roundUp = RosterRoundUp(of: try builder.stepOne().bloomz)
    #expect(roundUp.total == RosterRoundUp.Counts())
    #expect(roundUp.schools.isEmpty)
  }
}
