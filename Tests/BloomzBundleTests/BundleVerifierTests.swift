import BloomzBundle
import BloomzModel
import Findings
import Foundation
import SafeFiles
import Testing

struct BundleVerifierTests {
  /// A published bundle of step one, changed by `damage`, and the faults found in it.
  private func faults(
    _ damage: (BundleFolder) throws -> Void = { _ in }
  ) throws -> [BundleFault] {
    let folder = try BundleFolder()
    try folder.publish(try SmallRoster(step: .classesTeachersStudents).roster)
    try damage(folder)
    return try BundleVerifier.verify(folder.bundle)
  }

  private func words(_ damage: (BundleFolder) throws -> Void) throws -> [String] {
    try faults(damage).map { "\($0.kind.rawValue) \($0.path): \($0)" }
  }

  @Test
  func `a bundle as it was sealed has no faults`() throws {
    #expect(try faults() == [])
  }

  @Test
  func `a changed file is damaged`() throws {
    let found = try words { try $0.replace("Ana", with: "Eva", in: "data/csv/staff.csv") }
    #expect(
      found == [
        "damaged data/csv/staff.csv: 'data/csv/staff.csv' is damaged: its bytes are not those "
          + "that 'manifest-sha256.txt' lists"
      ]
    )
  }

  @Test
  func `a longer file is damaged, and the payload's size is another`() throws {
    let folder = try BundleFolder()
    try folder.publish(try SmallRoster(step: .classesTeachersStudents).roster)
    let info = try folder.text("bag-info.txt")
    let oxum = try #require(info.firstMatch(of: /Payload-Oxum: (\d+)\.13/)?.1)
    let size = try #require(Int(oxum))
    try folder.replace("Ana", with: "Anna", in: "data/csv/staff.csv")
    #expect(
      try BundleVerifier.verify(folder.bundle).map(\.what) == [
        "'bag-info.txt' says that the payload is '\(size).13' (bytes.files), but it is "
          + "'\(size + 1).13'",
        "'data/csv/staff.csv' is damaged: its bytes are not those that 'manifest-sha256.txt' "
          + "lists",
      ]
    )
  }

  @Test
  func `a missing file is named, and so is an extra one`() throws {
    let found = try faults {
      try $0.remove("data/csv/staff.csv")
      try $0.write("id\r\n", to: "data/csv/teachers.csv")
    }
    #expect(found.map(\.kind) == [.badOxum, .missing, .extra])
    #expect(
      found.dropFirst().map(\.what) == [
        "'data/csv/staff.csv' is missing; 'manifest-sha256.txt' lists it",
        "'data/csv/teachers.csv' is not listed in 'manifest-sha256.txt'",
      ]
    )
    #expect(
      found.map(\.help) == [
        "copy the bundle again from where it was made, or make it again; do not import it",
        "copy the bundle again from where it was made, or make it again; do not import it",
        "take the file away, or make the bundle again: what is not listed is not ours",
      ]
    )
  }

  @Test
  func `a renamed file is told by its bytes`() throws {
    let found = try faults { try $0.move("data/csv/staff.csv", to: "data/csv/teachers.csv") }
    #expect(
      found.map(\.what) == ["'data/csv/staff.csv' was renamed to 'data/csv/teachers.csv'"]
    )
    #expect(found.map(\.kind) == [.renamed])
    #expect(found.map(\.help) == ["give the file its name back"])
  }

  @Test
  func `a file that no bundle holds is named, hidden or not`() throws {
    let found = try words {
      try $0.write("", to: "notes.txt")
      try $0.write("", to: "data/.DS_Store")
      try FileManager.default.createSymbolicLink(
        atPath: "\($0.bundle)/data/link.csv",
        withDestinationPath: "csv/staff.csv"
      )
    }
    #expect(
      found == [
        "extra data/.DS_Store: 'data/.DS_Store' is hidden, which no bundle holds",
        "not-a-file data/link.csv: 'data/link.csv' is a link, which no bundle holds",
        "extra notes.txt: 'notes.txt' is not listed in 'tagmanifest-sha256.txt'",
      ]
    )
  }

  @Test
  func `a link in a file's place is not followed`() throws {
    let found = try words {
      try $0.move("data/csv/staff.csv", to: "../staff.csv")
      try FileManager.default.createSymbolicLink(
        atPath: "\($0.bundle)/data/csv/staff.csv",
        withDestinationPath: "../../../staff.csv"
      )
    }
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("bad-oxum bag-info.txt: "))
    #expect(
      found[1]
        == "not-a-file data/csv/staff.csv: 'data/csv/staff.csv' is a link, which no bundle holds"
    )
  }

  @Test(arguments: [
    "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt",
  ])
  func `a missing tag file is named once`(file: String) throws {
    let found = try faults { try $0.remove(file) }
    #expect(found.map(\.what) == ["'\(file)' is missing; a bundle has it at its top"])
    #expect(found.map(\.kind) == [.missing])
  }

  @Test
  func `another declaration is no bundle of ours`() throws {
    let found = try faults { try $0.replace("1.0", with: "0.97", in: "bagit.txt") }
    #expect(found.map(\.kind) == [.badDeclaration, .damaged])
    #expect(found[0].what == "'bagit.txt' does not declare BagIt 1.0 in UTF-8")
  }

  @Test
  func `a size that is gone or wrong is named`() throws {
    let gone = try faults {
      try $0.replace("Payload-Oxum", with: "Payload-Axum", in: "bag-info.txt")
    }
    #expect(gone.map(\.kind) == [.badOxum, .damaged])
    #expect(gone[0].what == "'bag-info.txt' has no 'Payload-Oxum'")
  }

  @Test(arguments: [
    ("../outside.csv", "names '../outside.csv', which is no path of the payload"),
    ("/etc/passwd", "names '/etc/passwd', which is no path of the payload"),
    ("data/../../x", "names 'data/../../x', which is no path of the payload"),
    ("data//x", "names 'data//x', which is no path of the payload"),
    ("data/./x", "names 'data/./x', which is no path of the payload"),
    ("~/x", "names '~/x', which is no path of the payload"),
    ("data\\x", "names 'data\\x', which is no path of the payload"),
    ("data/a%0Ab", "names 'data/a?b', which is no path of the payload"),
    ("bagit.txt", "names 'bagit.txt', which is no path of the payload"),
    ("data", "names 'data', which is no path of the payload"),
    ("data/csv/staff.csv", "names 'data/csv/staff.csv' once more"),
    ("", "is not a SHA-256, two spaces and a path"),
  ])
  func `a manifest may name its own part of the bundle only, and once`(
    path: String,
    what: String
  ) throws {
    let found = try faults { folder in
      let line = String(repeating: "a", count: 64) + "  \(path)\n"
      let text = try folder.text("manifest-sha256.txt")
      try folder.write(text + line, to: "manifest-sha256.txt")
    }
    #expect(found.map(\.path) == ["manifest-sha256.txt", "manifest-sha256.txt"])
    #expect(found[0].kind == .damaged)
    #expect(found[1].what == "line 14 of 'manifest-sha256.txt' \(what)")
  }

  @Test
  func `the tag manifest cannot list the payload`() throws {
    let found = try faults { folder in
      let line = String(repeating: "a", count: 64) + "  data/csv/staff.csv\n"
      let text = try folder.text("tagmanifest-sha256.txt")
      try folder.write(text + line, to: "tagmanifest-sha256.txt")
    }
    #expect(
      found.map(\.what) == [
        "line 4 of 'tagmanifest-sha256.txt' names 'data/csv/staff.csv', which is no path of a "
          + "tag file"
      ]
    )
  }

  @Test
  func `every flipped bit is found`() throws {
    let folder = try BundleFolder()
    let sealed = try folder.publish(try SmallRoster(step: .classesTeachersStudents).roster)
    for (number, entry) in sealed.entries.enumerated() where entry.byteCount > 0 {
      let whole = try folder.bytes(entry.path)
      let url = URL(filePath: "\(folder.bundle)/\(entry.path)")
      // The tag manifest in full, since no other hash stands behind it; of the others a bit each.
      let isLast = entry.path == "tagmanifest-sha256.txt"
      let places = isLast ? Array(whole.indices) : [(number * 7919) % whole.count]
      for place in places {
        var damaged = whole
        damaged[place] ^= 1 << UInt8((place + number) % 8)
        try Data(damaged).write(to: url)
        let found = try BundleVerifier.verify(folder.bundle)
        #expect(!found.isEmpty, "bit \((place + number) % 8) of byte \(place) of \(entry.path)")
      }
      try Data(whole).write(to: url)
    }
    #expect(try BundleVerifier.verify(folder.bundle) == [])
  }

  @Test
  func `two spellings of one accent are two files`() throws {
    let found = try faults { folder in
      let line = String(repeating: "a", count: 64) + "  data/e\u{301}\n"
      let text = try folder.text("manifest-sha256.txt")
      try folder.write(text + line, to: "manifest-sha256.txt")
      try folder.write("", to: "data/\u{e9}")
    }
    #expect(found.map(\.kind) == [.badOxum, .missing, .extra, .damaged])
  }

  @Test
  func `what is not there, or is no folder, is an error`() throws {
    let folder = try BundleFolder()
    let missing = #expect(throws: FileError.self) {
      try BundleVerifier.verify("\(folder.path)/nothing")
    }
    #expect(missing?.kind == .missing)
    try Data().write(to: URL(filePath: "\(folder.path)/file"))
    let file = #expect(throws: FileError.self) {
      try BundleVerifier.verify("\(folder.path)/file")
    }
    #expect(file?.description == "could not verify \(folder.path)/file: it is not a folder")
  }

  @Test
  func `an empty folder lacks all that makes a bundle`() throws {
    let folder = try BundleFolder()
    #expect(
      try BundleVerifier.verify(folder.path).map(\.path) == [
        "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt",
      ]
    )
  }
}
