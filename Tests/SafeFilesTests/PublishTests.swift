import Foundation  // FileManager: modes and links
import Glibc
import TestSupport
import Testing

@testable import SafeFiles

struct PublishTests {
  @Test(arguments: [true, false])
  func `an older output of ours is replaced whole`(canExchange: Bool) throws {
    let temporary = try TemporaryFolder()
    try publishBundle(temporary("bundle"), "old")
    try temporary.file("bundle/data/old/only.txt")
    try temporary.link("bundle/elsewhere", to: temporary("kept"))
    try temporary.file("kept/a")
    var folder = try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt")
    try folder.write("bagit.txt") { $0.put("new mark") }
    let staging = try #require(folder.staging)
    try Publication(parts: [.init(staging: staging, files: [])], canExchange: canExchange)
      .carryOut()
    #expect(try temporary.names() == ["bundle", "bundle/bagit.txt", "kept", "kept/a"])
    #expect(try temporary.text("bundle/bagit.txt") == "new mark")
  }

  @Test(arguments: [true, false])
  func `an empty folder is replaced`(canExchange: Bool) throws {
    let temporary = try TemporaryFolder()
    try temporary.folder("bundle")
    var folder = try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt")
    try folder.write("a") { _ in }
    let staging = try #require(folder.staging)
    try Publication(parts: [.init(staging: staging, files: [])], canExchange: canExchange)
      .carryOut()
    #expect(try temporary.names() == ["bundle", "bundle/a"])
  }

  struct Taken: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let answer: String
    let prepare: @Sendable (TemporaryFolder) throws -> Void
  }

  static let taken: [Taken] = [
    Taken(
      testDescription: "a folder of other things",
      answer: "the folder holds other things and is left alone; choose another or empty it"
    ) { try $0.file("bundle/thesis.txt") },
    Taken(
      testDescription: "a folder with the mark as a folder",
      answer: "the folder holds other things and is left alone; choose another or empty it"
    ) { try $0.folder("bundle/bagit.txt") },
    Taken(
      testDescription: "a folder with the mark further below",
      answer: "the folder holds other things and is left alone; choose another or empty it"
    ) { try $0.file("bundle/data/bagit.txt") },
    Taken(
      testDescription: "a file",
      answer: "there is a file of that name; choose another"
    ) { try $0.file("bundle") },
    Taken(
      testDescription: "a link to an output of ours",
      answer: "there is a link of that name; choose another"
    ) {
      try publishBundle($0("elsewhere"), "old")
      try $0.link("bundle", to: $0("elsewhere"))
    },
    Taken(
      testDescription: "a link to nothing",
      answer: "there is a link of that name; choose another"
    ) { try $0.link("bundle", to: $0("nowhere")) },
  ]

  @Test(arguments: taken)
  func `what is not ours at the target is left alone, and said at the start`(
    taken: Taken
  ) throws {
    let temporary = try TemporaryFolder()
    try taken.prepare(temporary)
    let before = try temporary.names()
    let target = temporary("bundle")
    #expect(
      throws: FileError(.cannotUse, tried: "make", path: target, answer: taken.answer)
    ) {
      _ = try OutputFolder.staging(target, mark: "bagit.txt")
    }
    #expect(try temporary.names() == before)
  }

  @Test(arguments: taken)
  func `what came to the target meanwhile is left alone`(taken: Taken) throws {
    let temporary = try TemporaryFolder()
    let target = temporary("bundle")
    var folder = try OutputFolder.staging(target, mark: "bagit.txt")
    try folder.write("a") { _ in }
    try taken.prepare(temporary)
    #expect(
      throws: FileError(.cannotUse, tried: "publish", path: target, answer: taken.answer)
    ) {
      try folder.publish()
    }
    folder.discard()
    let after = try temporary.names()
    #expect(!after.contains("bundle/a"))
    #expect(!after.contains(".bundle.unfinished"))
  }

  @Test(arguments: ["", "/", "..", "a/..", ".", "./"])
  func `a target without a name of its own cannot be used`(target: String) {
    #expect(
      throws: FileError(
        .cannotUse,
        tried: "make",
        path: target,
        answer: "it ends in no name of its own"
      )
    ) {
      _ = try OutputFolder.staging(target, mark: "bagit.txt")
    }
  }

  @Test func `a file among the target's parents makes the place unfit`() throws {
    let temporary = try TemporaryFolder()
    try temporary.file("out")
    let target = temporary("out/lincoln/bundle")
    #expect(
      throws: FileError(.cannotUse, tried: "make", path: target, answer: "not a directory")
    ) {
      _ = try OutputFolder.staging(target, mark: "bagit.txt")
    }
  }

  @Test func `a name too long for the file system makes the place unfit`() throws {
    let temporary = try TemporaryFolder()
    let target = temporary(String(repeating: "n", count: 250))
    #expect(
      throws: FileError(.cannotUse, tried: "make", path: target, answer: "file name too long")
    ) {
      _ = try OutputFolder.staging(target, mark: "bagit.txt")
    }
  }

  @Test func `parents may be links, for the user chose them`() throws {
    let temporary = try TemporaryFolder()
    try temporary.folder("disk2")
    try temporary.link("out", to: temporary("disk2"))
    try publishBundle(temporary("out/lincoln/bundle/"), "a")
    #expect(try temporary.text("disk2/lincoln/bundle/data/a.txt") == "a")
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `a parent that cannot be written makes the place unfit`() throws {
    let temporary = try TemporaryFolder()
    try temporary.folder("locked")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o500],
      ofItemAtPath: temporary("locked")
    )
    #expect(
      throws: FileError(
        .cannotUse,
        tried: "make",
        path: temporary("locked/bundle"),
        answer: "permission denied"
      )
    ) {
      _ = try OutputFolder.staging(temporary("locked/bundle"), mark: "bagit.txt")
    }
  }

  @Test func `a place that takes no folders is unfit for root too`() {
    let error = errorOf { _ = try OutputFolder.staging("/proc/bundle", mark: "bagit.txt") }
    #expect(error?.kind == .cannotUse || error?.kind == .failed)
    #expect(error?.path == "/proc/bundle")
  }

  @Test(arguments: [1, Staging.manyFiles, Staging.manyFiles + 1, 300])
  func `any number of files is published, in any number of folders`(count: Int) throws {
    let temporary = try TemporaryFolder()
    var folder = try OutputFolder.staging(temporary("mail"), mark: "merge.csv")
    let paths = (0..<count).map { "\($0 % 3)/\($0 % 7)/\($0).eml" }
    for path in paths { try folder.write(path) { $0.put(path) } }
    try folder.publish()
    for path in paths { #expect(try temporary.text("mail/\(path)") == path) }
    #expect(try listFiles(temporary("mail")).files.count == count)
  }

  @Test func `a file that vanished from the unfinished folder stops the publishing`() throws {
    let temporary = try TemporaryFolder()
    var folder = try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt")
    try folder.write("data/a.txt") { $0.put("a") }
    try FileManager.default.removeItem(atPath: temporary(".bundle.unfinished/data/a.txt"))
    #expect(
      throws: FileError(
        .failed,
        tried: "write",
        path: temporary("bundle/data/a.txt"),
        answer: "no such file or directory"
      )
    ) { try folder.publish() }
    folder.discard()
    #expect(try temporary.names() == [])
  }

  @Test func `what a killed run left is removed, and nothing beside it`() throws {
    let temporary = try TemporaryFolder()
    try temporary.file("out/.bundle.unfinished/data/half.csv", "half")
    try temporary.link("out/.bundle.unfinished/link", to: temporary("kept"))
    try temporary.file("kept/a")
    try temporary.file("out/.bundle.unfinished.txt")
    try temporary.file("out/.other.unfinished/a")
    try publishBundle(temporary("out/bundle"), "new")
    #expect(
      try temporary.names() == [
        "kept", "kept/a", "out", "out/.bundle.unfinished.txt", "out/.other.unfinished",
        "out/.other.unfinished/a", "out/bundle", "out/bundle/bagit.txt", "out/bundle/data",
        "out/bundle/data/a.txt",
      ]
    )
  }

  @Test func `a link in the place of the unfinished folder is removed, not followed`() throws {
    let temporary = try TemporaryFolder()
    try temporary.file("kept/a")
    try temporary.link(".bundle.unfinished", to: temporary("kept"))
    try publishBundle(temporary("bundle"), "new")
    #expect(try temporary.names(in: "kept") == ["a"])
  }

  @Test func `the folder of a living run is not taken for a leftover`() throws {
    let temporary = try TemporaryFolder()
    var first = try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt")
    try first.write("a") { _ in }
    let busy = FileError(
      .busy,
      tried: "make",
      path: temporary("bundle"),
      answer: "another run is at work there"
    )
    #expect(throws: busy) {
      _ = try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt")
    }
    try first.publish()
    #expect(try temporary.names() == ["bundle", "bundle/a"])
  }

  @Test func `a former output that a killed run had moved aside comes back`() throws {
    let temporary = try TemporaryFolder()
    try publishBundle(temporary("bundle"), "old")
    try FileManager.default.moveItem(
      atPath: temporary("bundle"),
      toPath: temporary(".bundle.replaced")
    )
    try temporary.file(".bundle.unfinished/bagit.txt")
    try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt").discard()
    #expect(
      try temporary.names() == [
        "bundle", "bundle/bagit.txt", "bundle/data", "bundle/data/a.txt",
      ]
    )
    #expect(try temporary.text("bundle/data/a.txt") == "old")
  }

  @Test func `a former output that was replaced before the kill is removed`() throws {
    let temporary = try TemporaryFolder()
    try publishBundle(temporary("bundle"), "new")
    try temporary.file(".bundle.replaced/bagit.txt")
    try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt").discard()
    #expect(try temporary.names(in: "bundle") == ["bagit.txt", "data", "data/a.txt"])
    #expect(!temporary.exists(".bundle.replaced"))
  }
}
