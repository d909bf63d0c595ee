import SafeFiles
import TestSupport
import Testing

/// Where one path is as seen from another.
@Suite struct FolderPositionTests {
  @Test func `a path is inside a folder however the two are written`() throws {
    let folder = try TemporaryFolder()
    try folder.file("export/users.json", "{}")
    try folder.folder("beside")
    let (export, beside) = (folder("export"), folder("beside"))
    for path in [
      export, "\(export)/", "\(export)/results", "\(export)/results/deep/er",
      "\(beside)/../export/x",
      "\(export)/./x",
    ] {
      #expect(isInside(path, folder: export), "\(path)")
    }
    for path in [beside, "\(beside)/export", "\(export)-2", "\(export)/../x", "/", ""] {
      #expect(!isInside(path, folder: export), "\(path)")
    }
    #expect(!isInside(export, folder: folder("missing")))
    #expect(!isInside(export, folder: "\(export)/users.json"))
  }

  @Test func `a link is followed on both sides`() throws {
    let folder = try TemporaryFolder()
    try folder.folder("export")
    try folder.link("link", to: "export")
    #expect(isInside(folder("link/results"), folder: folder("export")))
    #expect(isInside(folder("export/results"), folder: folder("link")))
  }

  @Test func `an input that is not there is told with the folder that was looked in`() {
    let missing = FileError(.missing, tried: "open", path: "no-such-folder/x", answer: "not there")
    #expect(missing.tellingFolder().answer.contains(currentFolder()))
    #expect(currentFolder().hasPrefix("/"))
    let full = FileError(.missing, tried: "open", path: "/no-such-folder", answer: "not there")
    #expect(full.tellingFolder() == full)
    let other = FileError(.failed, tried: "open", path: "x", answer: "no")
    #expect(other.tellingFolder() == other)
  }
}
