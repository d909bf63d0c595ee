import BloomzModel
import Findings
import Roster
import RosterTransform
import Testing

/// Other staff, and v3 users who are teacher and staff at once.
struct StaffTests {
  private static let rivera = "Ana|Rivera|ana.rivera@pinevalley.example|teacher"
  private static let lee = "Pat|Lee|pat.lee@pinevalley.example|school_support_staff"

  @Test func `school admins stay out unless they are asked for`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.admin("A1")
    #expect(try builder.stepOne().bloomz.staff.count == 0)
    #expect(builder.fate(of: "A1", in: \.schoolAdmins) == "out-of-scope transform")
  }

  @Test func `school admins come as School Support Staff of their schools in the bundle`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.school("A", sis: "0001")
    try builder.admin("A1", staffID: "E-7", schools: ["SCHOOL", "NOWHERE", "A", "SCHOOL"])
    try builder.admin("A2", schools: ["NOWHERE"])
    try builder.admin("A3")
    try builder.withhold("A3", in: \.schoolAdmins)
    let outcome = try builder.stepOne(includeOtherStaff: true)
    #expect(outcome.bloomz.lines(of: .staff) == ["0001 1042|E-7|" + StaffTests.lee])
    #expect(builder.fate(of: "A1", in: \.schoolAdmins) == "bundled classes-teachers-students")
    #expect(builder.fate(of: "A2", in: \.schoolAdmins) == "out-of-scope staff-without-school")
    #expect(builder.fate(of: "A3", in: \.schoolAdmins) == "withheld a-rule")
  }

  /// A v3 user `U1` who is teacher and staff at `1042`, and teaches at `0001` if `teaches`.
  private func shared(teaches: Bool) throws -> RosterBuilder {
    var builder = try RosterBuilder.oneSchool()
    try builder.school("A", sis: "0001")
    try builder.teacher("U1", sis: "T-88")
    try builder.admin("U1", staffID: "E-7", teacher: "U1")
    if teaches { try builder.section("C1", teacher: "U1") { $0.school = "A" } }
    return builder
  }

  @Test func `who is teacher and staff is one teacher`() throws {
    var builder = try shared(teaches: true)
    #expect(
      try builder.stepOne().bloomz.lines(of: .staff) == ["0001|T-88|" + StaffTests.rivera]
    )
    #expect(builder.fate(of: "U1", in: \.teachers) == "bundled classes-teachers-students")
    #expect(builder.fate(of: "U1", in: \.schoolAdmins) == "bundled classes-teachers-students")
  }

  @Test func `who is teacher and staff is at the schools of both where staff are asked for`() throws
  {
    var builder = try shared(teaches: true)
    #expect(
      try builder.stepOne(includeOtherStaff: true).bloomz.lines(of: .staff)
        == ["0001 1042|T-88|" + StaffTests.rivera]
    )
  }

  @Test func `a teacher who teaches nothing in the bundle may still be staff`() throws {
    var builder = try shared(teaches: false)
    #expect(
      try builder.stepOne(includeOtherStaff: true).bloomz.lines(of: .staff)
        == ["1042|E-7|" + StaffTests.lee]
    )
    #expect(builder.fate(of: "U1", in: \.teachers) == "bundled classes-teachers-students")
    #expect(builder.fate(of: "U1", in: \.schoolAdmins) == "bundled classes-teachers-students")
  }

  @Test func `a teacher whom the selection left out may still be staff`() throws {
    var builder = try shared(teaches: false)
    try builder.withhold("U1", in: \.teachers, kind: .outOfScope)
    #expect(try builder.stepOne(includeOtherStaff: true).bloomz.staff.role == [.schoolSupportStaff])
    #expect(builder.fate(of: "U1", in: \.teachers) == "bundled classes-teachers-students")
  }

  @Test func `who is neither taught by nor asked for has one fate in both tables`() throws {
    var builder = try shared(teaches: false)
    #expect(try builder.stepOne().bloomz.staff.count == 0)
    #expect(builder.fate(of: "U1", in: \.teachers) == "out-of-scope teacher-without-class")
    #expect(builder.fate(of: "U1", in: \.schoolAdmins) == "out-of-scope teacher-without-class")
  }

  @Test(arguments: [FateKind.withheld, .filtered, .mergedInto, .unreadable])
  func `what keeps one role of a user out keeps out the other`(kind: FateKind) throws {
    var teacher = try shared(teaches: true)
    try teacher.withhold("U1", in: \.teachers, kind: kind)
    var staff = try shared(teaches: true)
    try staff.withhold("U1", in: \.schoolAdmins, kind: kind)
    for builder in [teacher, staff] {
      var builder = builder
      #expect(try builder.stepOne(includeOtherStaff: true).bloomz.staff.count == 0)
      #expect(builder.fate(of: "U1", in: \.teachers) == "\(kind.text) a-rule")
      #expect(builder.fate(of: "U1", in: \.schoolAdmins) == "\(kind.text) a-rule")
    }
  }

  @Test func `a staff role out of scope does not touch the teacher`() throws {
    var builder = try shared(teaches: true)
    try builder.withhold("U1", in: \.schoolAdmins, kind: .outOfScope)
    #expect(try builder.stepOne().bloomz.staff.role == [.teacher])
    #expect(builder.fate(of: "U1", in: \.schoolAdmins) == "bundled classes-teachers-students")
  }
}
