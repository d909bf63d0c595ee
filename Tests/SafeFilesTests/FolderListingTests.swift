import TestSupport
import Testing

@testable import SafeFiles

struct FolderListingTests {
  @Test func `files are listed in order of their bytes, and the rest with its reason`() throws {
    let temporary = try TemporaryFolder()
    for name in ["b.json", "a/z.json", "a/b/c.json", "a-b.json", "B.json", "é.json", "z.json"] {
      try temporary.file("in/\(name)")
    }
    try temporary.file("in/.hidden.json")
    try temporary.file("in/.bundle.unfinished/bagit.txt")
    try temporary.link("in/a/link.json", to: temporary("in/b.json"))
    try temporary.link("in/folder-link", to: temporary("in/a"))
    try temporary.fifo("in/fifo")
    let listing = try listFiles(temporary("in"))
    #expect(listing.root == temporary("in"))
    #expect(
      listing.files == [
        "B.json", "a-b.json", "a/b/c.json", "a/z.json", "b.json", "z.json", "é.json",
      ]
    )
    #expect(
      listing.passedOver.map { "\($0.path): \($0.why)" } == [
        ".bundle.unfinished: hidden", ".hidden.json: hidden", "a/link.json: a link", "fifo: a fifo",
        "folder-link: a link",
      ]
    )
    #expect(listing.path(of: "a/z.json") == temporary("in/a/z.json"))
  }

  @Test func `one file is listed by its name`() throws {
    let temporary = try TemporaryFolder()
    let listing = try listFiles(temporary.file("dump.json"))
    #expect(listing.files == ["dump.json"])
    #expect(listing.root == temporary.path)
    #expect(listing.path(of: "dump.json") == temporary("dump.json"))
  }

  @Test func `a path is put together as the user would write it`() {
    #expect(FolderListing(root: ".", files: [], passedOver: []).path(of: "a") == "a")
    #expect(FolderListing(root: "in/", files: [], passedOver: []).path(of: "a/b") == "in/a/b")
    #expect(FolderListing(root: "/", files: [], passedOver: []).path(of: "a") == "/a")
  }

  @Test func `the folder may be named by a link, a file may not`() throws {
    let temporary = try TemporaryFolder()
    try temporary.file("in/a.json")
    try temporary.link("latest", to: temporary("in"))
    try temporary.link("latest.json", to: temporary("in/a.json"))
    #expect(try listFiles(temporary("latest")).files == ["a.json"])
    let file = try listFiles(temporary("latest.json"))
    #expect(file.files == [])
    #expect(file.passedOver.map(\.why) == ["a link"])
  }

  @Test func `a missing folder is missing`() throws {
    let temporary = try TemporaryFolder()
    for name in ["none", "none/below"] {
      #expect(
        throws: FileError(
          .missing,
          tried: "open",
          path: temporary(name),
          answer: "no such file or directory"
        )
      ) { _ = try listFiles(temporary(name)) }
    }
  }

  @Test func `a name that is not UTF-8 is passed over`() throws {
    let temporary = try TemporaryFolder()
    try temporary.fileNamed(bytes: Array("caf".utf8) + [0xE9])
    let listing = try listFiles(temporary.path)
    #expect(listing.files == [])
    #expect(
      listing.passedOver.map { "\($0.path): \($0.why)" } == [
        "caf\u{FFFD}: its name is not UTF-8"
      ]
    )
  }

  @Test func `folders in folders without end are passed over`() throws {
    let temporary = try TemporaryFolder()
    let deep = Array(repeating: "d", count: 32).joined(separator: "/")
    try temporary.file("\(deep)/a")
    try temporary.file("\(deep)/d/b")
    let listing = try listFiles(temporary.path)
    #expect(listing.files == ["\(deep)/a"])
    #expect(
      listing.passedOver.map { "\($0.path): \($0.why)" } == [
        "\(deep)/d: more than 32 folders deep"
      ]
    )
  }
}
