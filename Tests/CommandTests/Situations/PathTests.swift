import TestSupport
import Testing

/// Paths and settings that lead elsewhere than a person meant.
@Suite struct PathTests {
  @Test(arguments: ["~/results", "$HOME/results", "%USERPROFILE%\\results"])
  func `a home folder that no shell filled in is refused before a folder is made`(path: String)
    throws
  {
    let situation = try Situation(.upload)
    for key in ["out", "export"] {
      let result = try situation.run(.teachers, settings: [key: path])
      #expect(result.code == 78)
      #expect(result.printed.contains("no shell has filled it in"))
      #expect(result.printed.contains("parameter '\(key)'"))
    }
    #expect(!situation.folder.exists("~"))
    #expect(!situation.folder.exists("$HOME"))
    #expect(!situation.folder.exists("out"))
  }

  @Test func `an empty parameter inside a path is named before anything is written`() throws {
    let situation = try Situation(.upload)
    let result = try situation.run(.teachers, settings: ["out": ""])
    #expect(result.code == 78)
    #expect(result.printed.contains("'bundle' has the parameter 'out' in it, which is empty"))
    #expect(result.printed.contains("'/bundle'"))
  }

  @Test(arguments: [Situation.Form.upload, .answers])
  func `results inside the export are refused, however the place is written`(form: Situation.Form)
    throws
  {
    let situation = try Situation(form)
    for out in [
      "export", "export/results", "./pipelines/../export/a/b", situation.folder("export/c"),
    ] {
      let result = try situation.run(.teachers, settings: ["out": out])
      #expect(result.code == 78)
      #expect(result.printed.contains("inside the folder of the export"))
    }
    let key = try situation.run(.teachers, settings: ["key": "export/key"])
    #expect(key.code == 78)
    #expect(
      try situation.folder.names(in: "export").allSatisfy { !$0.contains("/") && $0 != "key" }
    )
    #expect(try situation.run(.teachers).code == 0)
  }

  @Test func `an export inside a folder of results is refused`() throws {
    let situation = try Situation(.upload)
    let result = try situation.run(
      .teachers,
      pipeline: [("${out}/bundle", ".")]
    )
    #expect(result.code == 78)
    #expect(result.printed.contains("the export 'export' is inside it"))
  }

  @Test func `check tells of results inside the export as well`() throws {
    let situation = try Situation(.upload)
    let values = ["export=export", "out=export/results", "key=key"]
    let result = try situation.start(
      ["check", "pipelines/onboard-teachers.yaml"] + values.flatMap { ["--set", $0] }
    )
    #expect(result.code == 78)
    #expect(result.printed.contains("[results-inside-export]"))
  }

  @Test func `an export that is not there is told with the folder that was looked in`() throws {
    let situation = try Situation(.upload)
    try situation.folder.file("pipelines/here/users.json", "{}")
    let result = try situation.run(.teachers, settings: ["export": "here"])
    #expect(result.code == 66)
    #expect(result.printed.contains("the folder the program was started in"))
    #expect(result.printed.contains("it is there from the folder of the pipeline file"))
  }

  @Test func `a blank of a chat in the pipeline file changes nothing but a warning`() throws {
    let situation = try Situation(.upload)
    let result = try situation.run(
      .teachers,
      pipeline: [("operator: \"${operator}\"", "operator:\u{A0}\"${operator}\"")]
    )
    #expect(result.code == 0)
    #expect(result.mail.count == 2)
    #expect(result.printed.contains("a no-break space (U+00A0) is here"))
  }
}
