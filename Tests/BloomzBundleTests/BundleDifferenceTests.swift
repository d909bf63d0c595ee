import BloomzModel
import Findings
import FlatTables
import Foundation
import SafeFiles
import TestSupport
import Testing

@testable import BloomzBundle

struct BundleDifferenceTests {
  /// A bundle that stands, and what is told of it when `change` was made to its roster.
  private func difference(
    _ step: GuideStep = .parentsContacts,
    keyLimit: Int = 10,
    _ change: (inout SmallRoster) throws -> Void = { _ in }
  ) throws -> BundleDifference {
    let folder = try BundleFolder()
    try folder.publish(try SmallRoster(step: .parentsContacts).roster)
    let earlier = try #require(try StandingBundle(at: folder.bundle))
    var roster = try SmallRoster(step: step)
    try change(&roster)
    return try BundleDifference(
      since: earlier,
      roster.roster,
      profile: .bloomzV2,
      keyLimit: keyLimit
    ) { _, _ in .notInExport }
  }

  private func words(_ difference: BundleDifference) -> [String] {
    difference.tables.filter { !$0.isSame }
      .map { table in
        "\(table.name): +\(table.added.shown) ~\(table.changed.shown) -\(table.notInExport.shown)"
      }
  }

  @Test func `the same roster differs in nothing, quotes and line breaks and all`() throws {
    let difference = try difference()
    #expect(difference.isEmpty)
    #expect(
      difference.tables.map(\.name).sorted() == [
        "classes", "contacts", "memberships", "schools", "staff", "students",
      ]
    )
    #expect(difference.tables.allSatisfy { $0.same > 0 })
  }

  @Test func `what is new, changed and gone is told by school and key`() throws {
    let difference = try difference(.classesTeachersStudents) { roster in
      try roster.addStudent("S-4", "Ida", "Moe", .first, "", schools: [0])
      roster.roster.students.lastName[2] = try roster.roster.text.append("Nía")
    }
    #expect(
      words(difference) == [
        #"students: +["003456/S-4"] ~["1042/S-3"] -[]"#,
        #"contacts: +[] ~[] -["003456/C-1/S-1", "003456/C-1/S-2", "1042/C-2/S-3"]"#,
        #"memberships: +[] ~[] -["003456/A-1/C-1/parent", "1042/B-1/C-1/parent", "#
          + #""1042/B-1/C-2/parent"]"#,
      ]
    )
  }

  @Test func `keys beyond the limit are counted`() throws {
    let difference = try difference(.classesTeachersStudents, keyLimit: 1)
    let contacts = try #require(difference.tables.first { $0.name == "contacts" })
    #expect(contacts.notInExport.count == 3)
    #expect(contacts.notInExport.shown == ["003456/C-1/S-1"])
  }

  @Test func `a bundle that is damaged, or of another layout, is not compared with`() throws {
    func answer(_ damage: (BundleFolder) throws -> Void) throws -> String? {
      let folder = try BundleFolder()
      try folder.publish(try SmallRoster(step: .classesTeachersStudents).roster)
      try damage(folder)
      do {
        guard let earlier = try StandingBundle(at: folder.bundle) else { return nil }
        _ = try BundleDifference(
          since: earlier,
          try SmallRoster(step: .classesTeachersStudents).roster,
          profile: .bloomzV2,
          keyLimit: 1
        ) { _, _ in .removed }
        return "compared"
      } catch let error as FileError {
        return error.answer
      }
    }
    #expect(try answer { _ in } == "compared")
    #expect(try answer { try $0.remove("bagit.txt") } == nil)
    #expect(
      try answer { try $0.replace("Ana", with: "Eva", in: "data/csv/staff.csv") }
        == "it is damaged: staff.csv is not as it was sealed"
    )
    #expect(
      try answer { try $0.replace("2026-08-03", with: "2026-08-04", in: "bag-info.txt") }
        == "it is damaged: 'bag-info.txt' is not as it was sealed"
    )
    #expect(
      try answer { try $0.remove("data/csv/staff.csv") } == "it has no staff.csv"
    )
    #expect(
      try answer { try $0.remove("manifest-sha256.txt") }
        == "it is damaged: 'manifest-sha256.txt' is missing"
    )
    #expect(
      try answer {
        try $0.publish(
          try SmallRoster(step: .classesTeachersStudents).roster,
          profile: .bloomzV2Short
        )
      } == "its layout is 'bloomz-v2-short', that of the new one is 'bloomz-v2'"
    )
  }

  /// The merge against sets: whatever rows there are, each is told as the sets tell it.
  @Test(arguments: 0..<40)
  func `rows of every kind are found as sets would find them`(seed: UInt64) throws {
    let file = try #require(BundleProfile.bloomzV2.files.first { $0.table == .memberships })
    let folder = try BundleFolder()
    var random = SeededRandom(seed: seed)
    let types = ["teacher", "student", "parent"]
    var old: [String] = []
    var new: [String] = []
    for school in ["1", "10", "A\"B"] {
      for room in ["", "a", "a,b"] {
        for type in types {
          for member in ["1", "2", "é"] {
            let row =
              [school, room, member, type]
              .map { String(decoding: csvField($0), as: UTF8.self) }.joined(separator: ",") + "\r\n"
            if random.below(3) > 0 { old.append(row) }
            if random.below(3) > 0 { new.append(row) }
          }
        }
      }
    }
    let header = "school_id,class_id,member_id,member_type\r\n"
    let path = "\(folder.path)/memberships.csv"
    try Data((header + old.joined()).utf8).write(to: URL(filePath: path))
    var merge = TableMerge(file, since: try RowReader(path), keyLimit: .max) { _ in .removed }
    for row in [header] + new { merge.take(Array(row.utf8)) }
    let digest = try merge.finish()
    #expect(digest == SHA256Digest.hex(of: Array((header + old.joined()).utf8)))
    #expect(merge.table.added.count == Set(new).subtracting(old).count)
    #expect(merge.table.removed.count == Set(old).subtracting(new).count)
    #expect(merge.table.same == Set(old).intersection(new).count)
    #expect(merge.table.changed.count == 0)
  }

  @Test func `an earlier file in another order is refused, not told wrong`() throws {
    let file = try #require(BundleProfile.bloomzV2.files.first { $0.table == .schools })
    let folder = try BundleFolder()
    let path = "\(folder.path)/schools.csv"
    try Data("id,name\r\n1,A\r\n3,C\r\n2,B\r\n".utf8).write(to: URL(filePath: path))
    var merge = TableMerge(file, since: try RowReader(path), keyLimit: .max) { _ in .removed }
    for row in ["id,name\r\n", "1,A\r\n", "2,B\r\n", "3,C\r\n"] { merge.take(Array(row.utf8)) }
    #expect(throws: FileError.self) { try merge.finish() }
  }

  @Test func `every layout can be told in the order of its rows`() {
    for profile in BundleProfile.all {
      for file in profile.files { #expect(RowKeys(file).key(of: []) == nil) }
    }
  }
}

/// A row that is gone was removed only where the later bundle says that nothing else can be.
struct CompleteTablesTests {
  @Test(arguments: [[], [.contacts], [.schools, .contacts, .memberships]] as [Set<ProfileTable>])
  func `the later bundle's tags name the tables that are proved complete`(
    complete: Set<ProfileTable>
  ) throws {
    let old = try BundleFolder()
    let new = try BundleFolder()
    // What the earlier bundle says of itself is beside the point.
    let parents = try SmallRoster(step: .parentsContacts)
    let teachers = try SmallRoster(step: .classesTeachersStudents)
    try old.publish(parents.roster, complete: [.contacts, .staff])
    try new.publish(teachers.roster, complete: complete)
    let difference = try BundleDifference(old: old.bundle, new: new.bundle)
    let contacts = try #require(difference.tables.first { $0.name == "contacts" })
    #expect(contacts.removed.count + contacts.notInExport.count > 0)
    #expect((contacts.removed.count > 0) == complete.contains(.contacts))
    #expect((contacts.notInExport.count > 0) != complete.contains(.contacts))
  }

  @Test
  func `the tag names tables in the order of the layout`() throws {
    let folder = try BundleFolder()
    let roster = try SmallRoster(step: .classesTeachersStudents).roster
    try folder.publish(roster, complete: [.students, .classes])
    let info = try folder.text("bag-info.txt")
    #expect(info.contains("\nBloomz-Complete-Tables: classes, students\n"))
  }
}
