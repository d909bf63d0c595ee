import Foundation  // FileManager: changing a file behind the reader's back
import Glibc
import TestSupport
import Testing

@testable import SafeFiles

struct InputFileTests {
  @Test func `a file is read in pieces, and at any offset beside`() throws {
    let temporary = try TemporaryFolder()
    var file = try InputFile(temporary.file("a.json", "0123456789"))
    #expect(file.byteCount == 10)
    var buffer = [UInt8](repeating: UInt8(ascii: "."), count: 8)
    #expect(try file.read(into: &buffer, from: 4) == 4)
    #expect(String(decoding: buffer, as: UTF8.self) == "....0123")
    #expect(try file.read(into: &buffer, from: 0, at: 7) == 3)
    #expect(String(decoding: buffer, as: UTF8.self) == "789.0123")
    #expect(try file.read(into: &buffer, from: 0) == 6)
    #expect(String(decoding: buffer, as: UTF8.self) == "45678923")
    #expect(try file.read(into: &buffer, from: 0) == 0)
    #expect(try file.read(into: &buffer, from: 8) == 0)
    try file.checkUnchanged()
  }

  @Test func `a missing file is missing, also behind a file`() throws {
    let temporary = try TemporaryFolder()
    try temporary.file("file")
    #expect(
      throws: FileError(
        .missing,
        tried: "open",
        path: temporary("none.json"),
        answer: "no such file or directory"
      )
    ) { _ = try InputFile(temporary("none.json")) }
    #expect(errorOf { _ = try InputFile(temporary("file/none")) }?.kind == .missing)
    #expect(errorOf { _ = try InputFile("") }?.kind == .missing)
  }

  @Test func `only regular files are opened, and nothing is waited for`() throws {
    let temporary = try TemporaryFolder()
    try temporary.folder("folder")
    try temporary.link("link", to: temporary.file("file"))
    try temporary.fifo("fifo")
    for (path, answer) in [
      (temporary("folder"), "it is a folder, not a file"),
      (temporary("link"), "it is a link; links are not followed"),
      (temporary("fifo"), "it is a fifo, not a file"),
      ("/dev/zero", "it is a device, not a file"),
      ("a\u{0}b", "a path cannot hold a zero byte"),
    ] {
      #expect(throws: FileError(.failed, tried: "open", path: path, answer: answer)) {
        _ = try InputFile(path)
      }
    }
  }

  @Test func `a file that changes while it is read is noticed`() throws {
    let changes: [@Sendable (TemporaryFolder) throws -> Void] = [
      { try $0.file("a.json", "0123456789+") },  // longer
      { try $0.file("a.json", "98765") },  // shorter
      { try $0.file("a.json", "9876543210") },  // as long as before
      { try FileManager.default.removeItem(atPath: $0("a.json")) },
      {
        try $0.file("b.json", "0123456789")
        try FileManager.default.removeItem(atPath: $0("a.json"))
        try FileManager.default.moveItem(atPath: $0("b.json"), toPath: $0("a.json"))
      },
    ]
    for (index, change) in changes.enumerated() {
      let temporary = try TemporaryFolder()
      let file = try InputFile(temporary.file("a.json", "0123456789"))
      usleep(20_000)  // a file system's clock may tick as slowly as this
      try change(temporary)
      let error = errorOf { try file.checkUnchanged() }
      #expect(
        error
          == FileError(
            .failed,
            tried: "read",
            path: temporary("a.json"),
            answer: "it changed while it was read"
          ),
        "change \(index)"
      )
    }
  }
}
