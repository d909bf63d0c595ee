import Foundation
import TestSupport
import Testing

/// An export packed by gzip or zip gives what the plain one gives.
@Suite struct PackedExportTests {
  @Test func `one district gives the same bundle and mail however it is packed`() throws {
    let bench = try Workbench()
    var trees: [[String: Data]] = []
    for pack in ["none", "gzip", "zip"] {
      let made = try bench.run("synthesize", "made/\(pack)", "--students", "200", "--pack", pack)
      #expect(made.code == 0, "\(made.error)")
      let last = try #require(made.output.split(separator: "\n").last)
      let importer = try #require(last.split(separator: " ").last)
      try FileManager.default.createDirectory(
        at: bench.url("spool"),
        withIntermediateDirectories: true
      )
      let ending = try bench.run(
        "run",
        "pipelines/onboard-teachers.yaml",
        "--issue-date",
        "2026-08-20",
        "--set",
        "export=made/\(pack)/clever",
        "--set",
        "school=all",
        "--set",
        "operator=\(importer)",
        "--set",
        "out=out/\(pack)",
        "--set",
        "key=key",
        environment: ["TMPDIR": bench.url("spool").path]
      )
      #expect(ending.code == 0, "\(ending.output)\(ending.error)")
      #expect(bench.entries(below: "spool") == [])
      var tree = try bench.files(below: "out/\(pack)/bundle")
      for (path, data) in try bench.files(below: "out/\(pack)/mail") { tree["mail/\(path)"] = data }
      trees.append(tree)
    }
    #expect(trees[0].count > 20)
    #expect(trees[1] == trees[0])
    #expect(trees[2] == trees[0])
    #expect(bench.entries(below: "made/zip/clever") == ["export.zip"])
  }

  @Test func `a cut archive is refused, and nothing is written`() throws {
    let bench = try Workbench()
    _ = try bench.run("synthesize", "made", "--students", "50", "--pack", "gzip")
    let file = bench.url("made/clever/users.ndjson.gz")
    try Data(contentsOf: file).prefix(4000).write(to: file)
    let ending = try bench.run(
      "run",
      "pipelines/onboard-teachers.yaml",
      "--set",
      "export=made/clever",
      "--set",
      "school=all",
      "--set",
      "operator=nobody",
      "--set",
      "key=key"
    )
    #expect(ending.code == 65)
    let words = ending.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(
        "users.ndjson.gz:26:71: blocker: the file breaks off: its packed data end too early [file-broken]"
      )
    )
    #expect(!bench.exists("out/clever-high/bundle"))
  }

  @Test func `no room to unpack in is said, with what to do`() throws {
    let bench = try Workbench()
    _ = try bench.run("synthesize", "made", "--students", "50", "--pack", "zip")
    let ending = try bench.run(
      "inspect",
      "made/clever",
      environment: ["TMPDIR": "/nowhere"]
    )
    #expect(ending.code == 74)
    #expect(
      ending.error == """
        error: could not keep unpacked data in /nowhere: no such file or directory; TMPDIR names \
        another folder

        """
    )
  }
}
