import Foundation
import SyntheticRoster
import Testing

/// One district in two schools, in every version.
@Suite struct VersionTests {
  private func export(_ version: CleverVersion) throws -> MadeUpExport {
    try MadeUpExport(students: 400, schools: 4, seed: 5, version)
  }

  private func ids(_ records: [[String: Any]]) -> Set<String> {
    Set(records.map { $0.text("id") })
  }

  @Test(arguments: CleverVersion.allCases)
  func `students, schools and sections keep their ids, and who sits where`(
    version: CleverVersion
  ) throws {
    let first = try export(.v31)
    let other = try export(version)
    for (list, role) in [("students", "student"), ("schools", ""), ("sections", "")] {
      let left = role.isEmpty ? try first.records()[list] : try first.people(list, role: role)
      let right = role.isEmpty ? try other.records()[list] : try other.people(list, role: role)
      #expect(ids(left ?? []) == ids(right ?? []))
      #expect(left?.count == right?.count)
    }
    func seats(_ export: MadeUpExport) throws -> [String: [String]] {
      var seats: [String: [String]] = [:]
      for section in try export.records()["sections"] ?? [] {
        seats[section.text("id")] = [section.text("name")] + section.texts("students")
      }
      return seats
    }
    #expect(try seats(first) == seats(other))
  }

  @Test(arguments: [
    ("teachers", "teacher"), ("school_admins", "staff"), ("district_admins", "district_admin"),
    ("contacts", "contact"),
  ])
  func `everybody else has another id in v3, and names the old one`(
    list: String,
    role: String
  ) throws {
    let old = try export(.v21).people(list, role: role)
    let new = try export(.v30).people(list, role: role)
    #expect(ids(old) == Set(new.map { $0.role(role).text("legacy_id") }))
    #expect(old.count == new.count)
    #expect(ids(old).isDisjoint(with: ids(new)))
    #expect(try ids(export(.v20).people(list, role: role)) == ids(old))
    #expect(try ids(export(.v31).people(list, role: role)) == ids(new))
  }

  @Test(arguments: [CleverVersion.v20, .v30])
  func `an id is nobody else's`(version: CleverVersion) throws {
    let export = try MadeUpExport(students: 400, schools: 4, hasFaults: false, version)
    let all = try export.records().values.flatMap { $0.map { $0.text("id") } }
    #expect(Set(all).count == all.count)
  }

  @Test func `employees who share an address are one user in v3`() throws {
    let old = try MadeUpExport(students: 400, schools: 4, hasFaults: false, .v21)
    let new = try MadeUpExport(students: 400, schools: 4, hasFaults: false, .v31)
    var roles: [String: [String]] = [:]
    for (list, role) in [
      ("teachers", "teacher"), ("school_admins", "staff"), ("district_admins", "district_admin"),
    ] {
      for person in try old.people(list, role: role) {
        roles[person.text("email"), default: []].append(role)
      }
    }
    let employees = try new.records()["users"]?.filter { user in
      ["teacher", "staff", "district_admin"].contains { user.object("roles")[$0] != nil }
    }
    #expect(employees?.count == roles.count)
    for user in employees ?? [] {
      #expect(user.object("roles").keys.sorted() == roles[user.text("email")]?.sorted())
    }
    #expect(roles.values.count { $0.count == 2 } == 1)
    #expect(roles.values.count { $0.count == 3 } == 1)
  }

  @Test(arguments: CleverVersion.allCases)
  func `the first admin may import every school`(version: CleverVersion) throws {
    let export = try export(version)
    let admins = try export.people("school_admins", role: "staff")
    let importer = try #require(admins.first { $0.text("id") == export.summary.importer })
    let schools = importer["schools"] as? [String] ?? importer.role("staff").texts("schools")
    #expect(schools == export.summary.schools.map(\.id))
  }

  // MARK: - Shapes

  @Test(arguments: [
    (CleverVersion.v11, ["student"]), (.v12, ["sis_id", "student"]),
    (.v20, ["sis_id", "students"]), (.v21, ["sis_id", "students"]),
    (.v30, ["sis_id", "student_relationships"]), (.v31, ["sis_id", "student_relationships"]),
  ])
  func `contacts have the shape of their version`(version: CleverVersion, links: [String]) throws {
    let export = try export(version)
    let contacts = try export.people("contacts", role: "contact")
    let nameless = Set(export.summary.records(for: "contact-without-name").map(\.id))
    let known: Set = ["student", "students", "student_relationships", "sis_id"]
    for contact in contacts {
      let own = version < .v30 ? contact : contact.role("contact")
      #expect(own.keys.filter { known.contains($0) }.sorted() == links)
      let name = contact["name"] as? String ?? contact.object("name").text("last")
      #expect(name.contains(" ") != nameless.contains(contact.text("id")))
      #expect(contact.object("name")["first"] == nil)
    }
  }

  @Test func `a contact of siblings is one in v2, and one a child in v1`() throws {
    let old = try MadeUpExport(students: 400, hasFaults: false, .v12)
    let new = try MadeUpExport(students: 400, hasFaults: false, .v20)
    let links = try new.people("contacts", role: "").flatMap { contact in
      contact.texts("students").map { [$0, contact.text("name"), contact.text("phone")] }
    }
    let copies = try old.people("contacts", role: "").map {
      [$0.text("student"), $0.text("name"), $0.text("phone")]
    }
    #expect(Set(copies) == Set(links))
    #expect(copies.count == links.count)
    #expect(old.summary.contactLinks == links.count)
    #expect(new.summary.contactLinks == links.count)
    #expect(try new.people("contacts", role: "").contains { $0.texts("students").count > 1 })
  }

  @Test(arguments: CleverVersion.allCases)
  func `courses and terms stand inside sections before v2, and are named by id from then on`(
    version: CleverVersion
  ) throws {
    let records = try MadeUpExport(students: 400, hasFaults: false, version).records()
    for section in records["sections"] ?? [] {
      if version < .v20 {
        #expect(!section.text("course_name").isEmpty)
        #expect(!section.object("term").text("start_date").isEmpty)
        #expect(section["course"] == nil && section["term_id"] == nil)
      } else {
        #expect(ids(records["courses"] ?? []).contains(section.text("course")))
        #expect(ids(records["terms"] ?? []).contains(section.text("term_id")))
        #expect(section["term"] == nil)
      }
    }
    #expect((records["courses"] == nil) == (version < .v20))
  }

  @Test(arguments: CleverVersion.allCases)
  func `only in v1.1 sections may lack 'teachers', and only those with one`(
    version: CleverVersion
  ) throws {
    let sections = try export(version).records()["sections"] ?? []
    let early = sections.filter { $0["teachers"] == nil }
    #expect(early.isEmpty == (version != .v11))
    #expect(sections.contains { $0.texts("teachers").count == 2 })
  }

  @Test(arguments: [
    (CleverVersion.v11, [String]()), (.v12, ["graduation_year", "schools"]),
    (.v20, ["graduation_year", "schools"]),
    (.v21, ["enrollments", "ext", "graduation_year", "schools"]),
    (.v30, ["enrollments", "ext", "graduation_year", "schools"]),
    (
      .v31,
      [
        "disability", "enrollments", "ext", "frl_status", "gifted_status", "graduation_year",
        "home_language", "home_language_code", "iep_status", "preferred_name", "schools",
        "section_504_status",
      ]
    ),
  ])
  func `students have the fields of their version`(version: CleverVersion, added: [String]) throws {
    let always: Set = [
      "created", "credentials", "district", "dob", "ell_status", "email", "gender", "grade",
      "hispanic_ethnicity", "id", "last_modified", "location", "name", "race", "school", "sis_id",
      "state_id", "student_number",
    ]
    var keys: Set<String> = []
    for student in try export(version).people("students", role: "student") {
      keys.formUnion(student.keys)
      keys.formUnion(student.role("student").keys)
      // Recordings have it for everybody but students.
      #expect(student.role("student")["legacy_id"] == nil)
    }
    #expect(keys.subtracting(always).subtracting(["roles"]).sorted() == added)
    #expect(always.subtracting(keys) == [])
  }

  @Test func `names come in many scripts, some of them escaped`() throws {
    let export = try MadeUpExport(students: 400, hasFaults: false)
    let text = String(decoding: try export.bytes("users.ndjson"), as: UTF8.self)
    for mark in ["\\u", "\\\"", ", Jr.", "Amélie", "محمد", "김", "佳怡", "Γιάννης", "Светлана"] {
      #expect(text.contains(mark), "\(mark)")
    }
    // Both spellings are the same name.
    let names = Set(try export.records()["users"]?.map { $0.object("name").text("last") } ?? [])
    #expect(names.contains("Muñoz") && names.contains("Petrovic, Jr."))
    #expect(!names.contains { $0.contains("\\") })
  }
}
