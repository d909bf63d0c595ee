import BloomzModel
import Findings
import SafeFiles
import Testing

import BloomzBundle

struct BagTests {
  @Test
  func `the tag files say what the bag is`() throws {
    let folder = try BundleFolder()
    let sealed = try folder.publish(try SmallRoster(step: .classesTeachersStudents).roster)
    #expect(
      try folder.text("bagit.txt")
        == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    )
    let payload = sealed.entries.filter { $0.path.hasPrefix("data/") }
    let bytes = payload.map(\.byteCount).reduce(0, +)
    #expect(
      try folder.text("bag-info.txt") == """
        Bagging-Date: 2026-08-03
        Bag-Software-Agent: clever-to-bloomz
        External-Description: import of classes, teachers and students into Bloomz, in the \
        layout bloomz-v2: schools 2, classes 3, staff 3, students 3, contacts 0
        Payload-Oxum: \(bytes).13
        Bloomz-Step: classes-teachers-students
        Bloomz-Layout: bloomz-v2
        Bloomz-Class-Options: behavior-management, student-portfolios, parent-parent-communication
        Bloomz-Assumed-Columns: \(BundleProfile.bloomzV2.assumedColumns.joined(separator: ", "))
        Bloomz-Complete-Tables: none
        Delete-After: 2027-08-03

        """
    )
    #expect(
      try folder.text("manifest-sha256.txt").split(separator: "\n").map { $0.dropFirst(66) } == [
        "data/csv/classes.csv", "data/csv/contacts.csv", "data/csv/memberships.csv",
        "data/csv/schools.csv", "data/csv/staff.csv", "data/csv/students.csv",
        "data/datapackage.json", "data/invitations.csv", "data/json/classes.ndjson",
        "data/json/contacts.ndjson", "data/json/schools.ndjson", "data/json/staff.ndjson",
        "data/json/students.ndjson",
      ]
    )
    #expect(
      try folder.text("tagmanifest-sha256.txt").split(separator: "\n").map { $0.dropFirst(66) }
        == ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"]
    )
  }

  @Test
  func `every hash and size is that of the file, and the digest that of the tag manifest`() throws {
    let folder = try BundleFolder()
    let sealed = try folder.publish(try SmallRoster(step: .parentsContacts).roster)
    #expect(sealed.entries.count == 17)
    for entry in sealed.entries {
      let bytes = try folder.bytes(entry.path)
      #expect(entry.byteCount == bytes.count)
      #expect(entry.sha256 == SHA256Digest.hex(of: bytes))
    }
    #expect(sealed.digest == SHA256Digest.hex(of: try folder.bytes("tagmanifest-sha256.txt")))
  }

  @Test
  func `rows are counted without headers`() throws {
    let roster = try SmallRoster(step: .parentsContacts).roster
    let sealed = try seal(roster, into: .predicting("bundle"))
    #expect(
      sealed.rowCounts.map { "\($0.path) \($0.rows)" } == [
        "data/csv/schools.csv 2", "data/csv/classes.csv 3", "data/csv/staff.csv 4",
        "data/csv/students.csv 4", "data/csv/contacts.csv 3", "data/csv/memberships.csv 10",
        "data/json/schools.ndjson 2", "data/json/classes.ndjson 3", "data/json/staff.ndjson 3",
        "data/json/students.ndjson 3", "data/json/contacts.ndjson 2",
      ]
    )
  }

  @Test(arguments: BundleProfile.all)
  func `a prediction has the digest of the bundle, and twice the same`(
    profile: BundleProfile
  ) throws {
    let roster = try SmallRoster(step: .parentsContacts).roster
    let predicted = try seal(roster, into: .predicting("elsewhere"), profile: profile)
    let folder = try BundleFolder()
    let first = try folder.publish(roster, profile: profile)
    let again = try folder.publish(roster, profile: profile)
    #expect(predicted.digest == first.digest)
    #expect(predicted.entries == first.entries)
    #expect(again.entries == first.entries)
  }

  @Test
  func `another class option, profile or step is another bundle`() throws {
    func digest(
      _ step: GuideStep,
      _ options: ClassOptions,
      _ profile: BundleProfile
    ) throws -> String {
      let roster = try SmallRoster(step: step, classOptions: options).roster
      return try seal(roster, into: .predicting("bundle"), profile: profile).digest
    }
    let digests = [
      try digest(.classesTeachersStudents, .standard, .bloomzV2),
      try digest(.classesTeachersStudents, [], .bloomzV2),
      try digest(.classesTeachersStudents, .standard, .bloomzV2Short),
      try digest(.parentsContacts, .standard, .bloomzV2),
    ]
    #expect(Set(digests).count == 4)
  }

  @Test
  func `a fact cannot start a line of its own`() {
    #expect(
      BagTags.infoLines([("Note", "one\r\nPayload-Oxum: 0.0"), ("Day", "2026-08-03")])
        == "Note: one  Payload-Oxum: 0.0\nDay: 2026-08-03\n"
    )
  }

  @Test
  func `paths in a manifest are sorted as bytes and percent-encoded`() {
    let entries = ["data/b", "data/B", "data/a%\n\r"].map {
      FileEntry(path: $0, byteCount: 0, sha256: "0")
    }
    #expect(BagTags.manifestLines(entries) == "0  data/B\n0  data/a%25%0A%0D\n0  data/b\n")
  }
}
