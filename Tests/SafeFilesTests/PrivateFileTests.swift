import TestSupport
import Testing

@testable import SafeFiles

struct PrivateFileTests {
  @Test func `a file is written whole, private, with its parents`() throws {
    let temporary = try TemporaryFolder()
    try writeWhole(temporary("new/plan.json"), Array("{}".utf8))
    #expect(try temporary.names() == ["new", "new/plan.json"])
    #expect(try temporary.text("new/plan.json") == "{}")
    #expect(try mode(temporary("new/plan.json")) == 0o600)
    #expect(try mode(temporary("new")) == 0o700)
  }

  @Test func `an older file is replaced, and what a kill left is removed`() throws {
    let temporary = try TemporaryFolder()
    try temporary.file("plan.json", "a long old plan")
    try temporary.file(".plan.json.unfinished/odd", "half")
    try writeWhole(temporary("plan.json"), Array("{}".utf8))
    #expect(try temporary.names() == ["plan.json"])
    #expect(try temporary.text("plan.json") == "{}")
    #expect(try mode(temporary("plan.json")) == 0o600)
  }

  @Test func `a folder or a link of that name is left alone`() throws {
    let temporary = try TemporaryFolder()
    try temporary.folder("folder")
    try temporary.link("link", to: temporary.file("victim", "untouched"))
    for (name, answer) in [
      ("folder", "there is a folder of that name; choose another"),
      ("link", "there is a link of that name; choose another"),
    ] {
      #expect(
        throws: FileError(.cannotUse, tried: "write", path: temporary(name), answer: answer)
      ) { try writeWhole(temporary(name), Array("bad".utf8)) }
    }
    #expect(try temporary.names() == ["folder", "link", "victim"])
    #expect(try temporary.text("victim") == "untouched")
  }
}
