import BloomzModel
import Roster
import RosterTransform
import Testing

/// What rules should have withheld, and nothing may be published with.
struct FaultTests {
  private func fault(_ edit: (inout RosterBuilder) throws -> Void) throws -> String {
    var builder = try RosterBuilder.oneSchool()
    try edit(&builder)
    let error = #expect(throws: TransformFault.self) {
      try builder.stepOne(includeOtherStaff: true)
    }
    return error?.description ?? ""
  }

  @Test func `two students of one key are a fault that names both`() throws {
    #expect(
      try fault {
        try $0.student("S1", sis: "7")
        try $0.student("S2", sis: "8")
        try $0.student("S3", sis: "7")
      } == "student 'S1' and student 'S3' have the same key '7' among the students of the bundle,"
        + " and no rule withheld them"
    )
  }

  @Test func `a sis_id that is another record's id is a fault`() throws {
    #expect(
      try fault {
        try $0.student("58da8c63da9c1e2f00000001")
        try $0.student("58da8c63da9c1e2f00000002", sis: "58da8c63da9c1e2f00000001")
      } == "student '58da8c63da9c1e2f00000001' and student '58da8c63da9c1e2f00000002' have the same"
        + " key '58da8c63da9c1e2f00000001' among the students of the bundle, and no rule withheld"
        + " them"
    )
  }

  @Test func `a teacher and a school admin of one key are a fault`() throws {
    #expect(
      try fault {
        try $0.admin("A1", staffID: "7")
        try $0.teacher("T1", sis: "7")
        try $0.section("C1", teacher: "T1")
      } == "teacher 'T1' and school_admin 'A1' have the same key '7' among the staff of the bundle,"
        + " and no rule withheld them"
    )
  }

  @Test func `two classes of one key are a fault, also at two schools`() throws {
    #expect(
      try fault {
        try $0.school("B", sis: "0")
        try $0.section("C1") { $0.sis = "7" }
        try $0.section("C2") {
          $0.sis = "7"; $0.school = "B"
        }
      }
        == "section 'C1' and section 'C2' have the same key '7' among the classes of the bundle, and"
        + " no rule withheld them"
    )
  }

  @Test func `one key among many is found`() throws {
    #expect(
      try fault { builder in
        for index in 0..<500 { try builder.student("S\(index)", sis: "key-\(index * 7919 % 500)") }
        try builder.student("S500", sis: "key-0")
      }.contains("have the same key 'key-0' among the students")
    )
  }

  @Test func `a withheld record may have another's key`() throws {
    var builder = try RosterBuilder.oneSchool()
    try builder.student("S1", sis: "7")
    try builder.student("S2", sis: "7")
    try builder.withhold("S2", in: \.students)
    #expect(try builder.stepOne().bloomz.students.count == 1)
  }
}
