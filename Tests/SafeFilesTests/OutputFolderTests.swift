import Foundation  // UUID for a fresh folder in a process of its own; Glibc's umask
import Glibc
import TestSupport
import Testing

@testable import SafeFiles

struct OutputFolderTests {
  @Test(arguments: [0o000, 0o022, 0o777])
  func `files are 0600 and folders 0700 whatever the umask`(mask: mode_t) async {
    // The umask belongs to the process, so each has one of its own.
    await #expect(processExitsWith: .success) { [mask] in
      let temporary = try TemporaryFolder()
      umask(mask)
      var folder = try OutputFolder.staging(temporary("new/out/bundle"), mark: "bagit.txt")
      try folder.write("data/csv/a.csv") { $0.put("x") }
      #expect(try mode(temporary("new/out/.bundle.unfinished")) == 0o700)
      try folder.publish()
      try writeWhole(temporary("new/plan.json"), [])
      _ = try SecretFile.openOrMake(temporary("new/key"))
      let lock = try RunLock(temporary("new/run"))
      for path in ["", "/out", "/out/bundle", "/out/bundle/data", "/out/bundle/data/csv"] {
        #expect(try mode(temporary("new\(path)")) == 0o700, "\(path)")
      }
      for path in ["out/bundle/data/csv/a.csv", "plan.json", "key", ".run.lock"] {
        #expect(try mode(temporary("new/\(path)")) == 0o600, "\(path)")
      }
      _ = consume lock
    }
  }

  @Test func `nothing stands at the target before it is published`() throws {
    let temporary = try TemporaryFolder()
    var folder = try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt")
    try folder.write("data/a.txt") { $0.put("a") }
    #expect(
      try temporary.names() == [
        ".bundle.unfinished", ".bundle.unfinished/data", ".bundle.unfinished/data/a.txt",
      ]
    )
    try folder.publish()
    #expect(try temporary.names() == ["bundle", "bundle/data", "bundle/data/a.txt"])
    #expect(try temporary.text("bundle/data/a.txt") == "a")
  }

  @Test func `entries come in order of writing with size and digest`() throws {
    var folder = OutputFolder.predicting("bundle")
    try folder.write("b") { $0.put("abc") }
    try folder.write("a/c") { _ in }
    #expect(
      folder.entries == [
        FileEntry(
          path: "b",
          byteCount: 3,
          sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        ),
        FileEntry(
          path: "a/c",
          byteCount: 0,
          sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        ),
      ]
    )
  }

  @Test func `a prediction touches no disk`() throws {
    let temporary = try TemporaryFolder()
    var folder = OutputFolder.predicting(temporary("new/bundle"))
    try folder.write("a") { $0.put("abc") }
    try folder.publish()
    folder.discard()
    #expect(try temporary.names() == [])
  }

  @Test func `a folder that is discarded leaves nothing and cannot be published`() throws {
    let temporary = try TemporaryFolder()
    var folder = try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt")
    try folder.write("data/a.txt") { $0.put("a") }
    folder.discard()
    #expect(try temporary.names() == [])
    #expect(errorOf { try folder.publish() } == ended("publish", temporary("bundle")))
    #expect(
      errorOf { try folder.write("b") { _ in } } == ended("write", temporary("bundle/b"))
    )
  }

  @Test func `a folder that goes out of use unpublished is removed`() throws {
    let temporary = try TemporaryFolder()
    func stop() throws {
      var folder = try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt")
      try folder.write("a") { $0.put("a") }
    }
    try stop()
    #expect(try temporary.names() == [])
  }

  @Test func `a folder is published once`() throws {
    let temporary = try TemporaryFolder()
    var folder = try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt")
    try folder.write("a") { $0.put("a") }
    try folder.publish()
    #expect(errorOf { try folder.publish() } == ended("publish", temporary("bundle")))
    #expect(
      errorOf { try folder.write("b") { _ in } } == ended("write", temporary("bundle/b"))
    )
    folder.discard()
    #expect(try temporary.names() == ["bundle", "bundle/a"])
  }

  private func ended(_ tried: String, _ path: String) -> FileError {
    let answer = "its folder was published or discarded before"
    return FileError(.failed, tried: tried, path: path, answer: answer)
  }

  @Test func `a folder discarded while it is filled is gone, or published whole`() async throws {
    for round in 0..<20 {
      let temporary = try TemporaryFolder()
      let folder = try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt")
      let filling = Task.detached {
        var copy = folder
        for number in 0..<40 { try copy.write("\(number % 4)/\(number)") { $0.put("a") } }
        try copy.publish()
      }
      try await Task.sleep(for: .microseconds(round * 150))
      folder.discard()
      let isPublished = await (try? filling.value) != nil
      let files = try listFiles(temporary.path)
      #expect(files.files.count == (isPublished ? 40 : 0))
      #expect(files.passedOver.map(\.path) == [])
    }
  }

  @Test func `when a body throws its file is gone and the path is free again`() throws {
    struct Stop: Error {}
    let temporary = try TemporaryFolder()
    var folder = try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt")
    #expect(throws: Stop.self) {
      try folder.write("data/a.txt") { file in
        file.put("half")
        throw Stop()
      }
    }
    #expect(folder.entries == [])
    #expect(try temporary.names(in: ".bundle.unfinished") == ["data"])
    try folder.write("data/a.txt") { $0.put("whole") }
    try folder.publish()
    #expect(try temporary.text("bundle/data/a.txt") == "whole")
  }

  @Test(arguments: [
    "", "/x", "../x", "a/../b", "a//b", "a/", "./a", "a/.", "..", ".",
  ])
  func `a path that leads out or names no file is refused`(path: String) throws {
    let temporary = try TemporaryFolder()
    var staging = try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt")
    var prediction = OutputFolder.predicting(temporary("bundle"))
    let error = FileError(
      .failed,
      tried: "write",
      path: "\(temporary("bundle"))/\(path)",
      answer: "'\(path)' does not name a file inside the folder"
    )
    #expect(throws: error) { try staging.write(path) { _ in } }
    #expect(throws: error) { try prediction.write(path) { _ in } }
    #expect(try temporary.names() == [".bundle.unfinished"])
  }

  @Test(arguments: ["a\u{0}b", "a\nb", "\u{1B}[2J", "a\u{7F}"])
  func `control characters in a path are refused`(path: String) throws {
    var folder = OutputFolder.predicting("bundle")
    let error = errorOf { try folder.write(path) { _ in } }
    #expect(error?.answer == "a file's name cannot hold control characters")
  }

  @Test(arguments: [false, true])
  func `a path is taken once, by a file or by a folder`(isPrediction: Bool) throws {
    let temporary = try TemporaryFolder()
    let target = temporary("bundle")
    var folder =
      isPrediction
      ? OutputFolder.predicting(target) : try .staging(target, mark: "bagit.txt")
    try folder.write("a/b") { _ in }
    #expect(errorOf { try folder.write("a/b") { _ in } }?.answer == "it is already there")
    #expect(errorOf { try folder.write("a") { _ in } }?.answer == "it is already there")
    #expect(errorOf { try folder.write("a/b/c") { _ in } }?.answer == "'a/b' is a file")
    #expect(folder.entries.map(\.path) == ["a/b"])
  }

  @Test func `a name longer than a file system takes is refused by a prediction too`() throws {
    var folder = OutputFolder.predicting("bundle")
    let name = String(repeating: "n", count: 256)
    #expect(errorOf { try folder.write(name) { _ in } }?.answer == "file name too long")
    try folder.write(String(name.dropLast())) { _ in }
  }

  @Test func `links planted in the unfinished folder are not followed`() throws {
    let temporary = try TemporaryFolder()
    try temporary.folder("outside")
    try temporary.file("victim", "untouched")
    var folder = try OutputFolder.staging(temporary("bundle"), mark: "bagit.txt")
    try temporary.link(".bundle.unfinished/data", to: temporary("outside"))
    try temporary.link(".bundle.unfinished/a.txt", to: temporary("victim"))
    try temporary.link(".bundle.unfinished/new.txt", to: temporary("born"))
    let target = temporary("bundle")
    for (path, answer) in [
      ("data/x", "not a directory"), ("a.txt", "file exists"), ("new.txt", "file exists"),
    ] {
      #expect(
        throws: FileError(.failed, tried: "write", path: "\(target)/\(path)", answer: answer)
      ) {
        try folder.write(path) { $0.put("bad") }
      }
    }
    #expect(try temporary.names(in: "outside") == [])
    #expect(try temporary.text("victim") == "untouched")
    #expect(!temporary.exists("born"))
    folder.discard()
    #expect(try temporary.names() == ["outside", "victim"])
  }

  @Test func `a folder whose digests nobody asks for has none, and the same bytes`() throws {
    let temporary = try TemporaryFolder()
    var folder = try OutputFolder.staging(temporary("report"), mark: "a", isHashed: false)
    try folder.write("a") { $0.put("abc") }
    #expect(folder.entries == [FileEntry(path: "a", byteCount: 3, sha256: "")])
    try folder.publish()
    #expect(try temporary.text("report/a") == "abc")
  }

  @Test func `a file may be begun, and finished when others are written`() throws {
    let temporary = try TemporaryFolder()
    var folder = try OutputFolder.staging(temporary("report"), mark: "a")
    let long = String(repeating: "long ", count: 200_000)
    let draft = FileDraft("data/b") { file in
      file.put(long)
      return 7
    }
    let begun = try folder.begin(draft)
    #expect(errorOf { _ = try folder.begin(draft) }?.answer == "it is already there")
    try folder.write("a") { $0.put("abc") }
    #expect(folder.entries.map(\.path) == ["a"])
    #expect(try folder.finish(begun) == 7)
    #expect(folder.entries.map(\.path) == ["a", "data/b"])
    #expect(folder.entries.last?.sha256 == SHA256Digest.hex(of: Array(long.utf8)))
    try folder.publish()
    #expect(try temporary.text("report/data/b") == long)
  }

  @Test func `a file that was begun and threw is removed`() throws {
    struct Refusal: Error {}
    let temporary = try TemporaryFolder()
    var folder = try OutputFolder.staging(temporary("report"), mark: "a")
    let begun = try folder.begin(
      FileDraft("b") { file in
        file.put("half")
        throw Refusal()
      }
    )
    #expect(throws: Refusal.self) { try folder.finish(begun) }
    try folder.write("a") { $0.put("abc") }
    try folder.write("b") { $0.put("whole") }
    try folder.publish()
    #expect(try temporary.text("report/b") == "whole")
  }
}
