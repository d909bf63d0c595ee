import Foundation  // FileManager: looking at files by other means than those under test
import TestSupport
import Testing

@testable import SafeFiles

struct SpoolFileTests {
  @Test func `what was put is read again at any offset, up to a limit`() throws {
    let spool = try SpoolFile()
    try spool.append(Array("0123456789".utf8).span)
    try spool.append(Array("abc".utf8).span)
    var buffer = [UInt8](repeating: UInt8(ascii: "."), count: 8)
    #expect(try spool.read(into: &buffer, from: 2, at: 7, limit: 5) == 5)
    #expect(String(decoding: buffer, as: UTF8.self) == "..789ab.")
    #expect(try spool.read(into: &buffer, from: 0, at: 0, limit: 100) == 8)
    #expect(String(decoding: buffer, as: UTF8.self) == "01234567")
    #expect(try spool.read(into: &buffer, from: 0, at: 12, limit: 100) == 1)
    #expect(try spool.read(into: &buffer, from: 0, at: 13, limit: 100) == 0)
    #expect(try spool.read(into: &buffer, from: 0, at: 3, limit: 0) == 0)
  }

  @Test func `it has no name, from its beginning to its end`() throws {
    let temporary = try TemporaryFolder()
    var spool: SpoolFile? = try SpoolFile(in: temporary.path)
    try spool?.append(Array("secret".utf8).span)
    #expect(try temporary.names() == [])
    spool = nil
    #expect(try temporary.names() == [])
  }

  @Test func `a file system without nameless files gets one whose name is gone`() throws {
    let temporary = try TemporaryFolder()
    let (mode, names) = try temporary.unlinkedFile()
    #expect(mode == 0o600)
    #expect(names == [])
  }

  @Test func `a folder that is not there is said, with what to do`() throws {
    #expect(
      throws: FileError(
        .failed,
        tried: "keep unpacked data in",
        path: "/nowhere",
        answer: "no such file or directory; TMPDIR names another folder"
      )
    ) { _ = try SpoolFile(in: "/nowhere") }
  }
}
