import Foundation  // FileManager: modes and links
import Glibc
import TestSupport
import Testing

@testable import SafeFiles

struct SecretFileTests {
  @Test func `a secret is made once, private, and is the same from then on`() throws {
    let temporary = try TemporaryFolder()
    let path = temporary("new/folder/invitation.key")
    let made = try SecretFile.openOrMake(path)
    let read = try SecretFile.openOrMake(path)
    #expect(made.wasMade)
    #expect(!read.wasMade)
    #expect(made.bytes.count == 32)
    #expect(made.bytes == read.bytes)
    #expect(try mode(path) == 0o600)
    #expect(try mode(temporary("new/folder")) == 0o700)
    #expect(try temporary.names() == ["new", "new/folder", "new/folder/invitation.key"])
    #expect(try SecretFile.openOrMake(temporary("other.key")).bytes != made.bytes)
  }

  @Test(arguments: [0o640, 0o604, 0o620, 0o601, 0o644, 0o777])
  func `a secret that others may touch is refused`(mode: Int) throws {
    let temporary = try TemporaryFolder()
    let path = try temporary.file("key", String(repeating: "k", count: 32), mode: mode)
    #expect(
      throws: FileError(
        .notPermitted,
        tried: "use",
        path: path,
        answer: "others may read or change it; make it private with chmod 600"
      )
    ) { _ = try SecretFile.openOrMake(path) }
  }

  @Test(arguments: [0o600, 0o400])
  func `a secret that only its owner may read is taken`(mode: Int) throws {
    let temporary = try TemporaryFolder()
    let path = try temporary.file("key", String(repeating: "k", count: 32), mode: mode)
    #expect(try SecretFile.openOrMake(path).bytes == Array(repeating: UInt8(ascii: "k"), count: 32))
  }

  @Test(arguments: [0, 31, 33, 64])
  func `a file that is not 32 bytes long is refused and kept`(count: Int) throws {
    let temporary = try TemporaryFolder()
    let text = String(repeating: "k", count: count)
    let path = try temporary.file("key", text, mode: 0o600)
    #expect(
      throws: FileError(
        .notPermitted,
        tried: "use",
        path: path,
        answer: "it holds \(count) bytes; a secret has 32"
      )
    ) { _ = try SecretFile.openOrMake(path) }
    #expect(try temporary.text("key") == text)
  }

  @Test func `a link, a folder or a fifo is no secret`() throws {
    let temporary = try TemporaryFolder()
    try temporary.file("real", String(repeating: "k", count: 32), mode: 0o600)
    try temporary.link("link", to: temporary("real"))
    try temporary.link("dangling", to: temporary("born"))
    try temporary.folder("folder")
    try temporary.fifo("fifo")
    for (name, answer) in [
      ("link", "it is a link; links are not followed"),
      ("dangling", "it is a link; links are not followed"),
      ("folder", "it is a folder, not a file"),
      ("fifo", "it is a fifo, not a file"),
    ] {
      #expect(
        throws: FileError(.notPermitted, tried: "use", path: temporary(name), answer: answer)
      ) { _ = try SecretFile.openOrMake(temporary(name)) }
    }
    #expect(!temporary.exists("born"))
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
  func `a secret of another user is refused`() throws {
    let temporary = try TemporaryFolder()
    let path = try temporary.file("key", String(repeating: "k", count: 32), mode: 0o600)
    try FileManager.default.setAttributes([.ownerAccountID: 12_345], ofItemAtPath: path)
    #expect(errorOf { _ = try SecretFile.openOrMake(path) }?.answer == "it belongs to another user")
  }

  @Test func `a secret that a killed run left half made is made anew`() throws {
    let temporary = try TemporaryFolder()
    try temporary.file(".key.unfinished", "half")
    let secret = try SecretFile.openOrMake(temporary("key"))
    #expect(secret.wasMade)
    #expect(try temporary.names() == ["key"])
  }

  @Test func `runs that start together get one secret`() async throws {
    let temporary = try TemporaryFolder()
    for round in 0..<15 {
      let path = temporary("key \(round)")
      let secrets = try await withThrowingTaskGroup { group in
        for _ in 0..<4 { group.addTask { try SecretFile.openOrMake(path) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(Set(secrets.map(\.bytes)).count == 1)
      #expect(secrets.count(where: \.wasMade) == 1)
    }
  }
}
