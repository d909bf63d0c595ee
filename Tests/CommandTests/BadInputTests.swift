import Foundation
import TestSupport
import Testing

/// What goes wrong for people: each with its exit code, a message that says what to do, and
/// nothing half-written.
@Suite struct BadInputTests {
  private func runStepOne(_ bench: Workbench, _ settings: String...) throws -> Ending {
    let flags = settings.flatMap { ["--set", $0] }
    return try runTool(
      Program.url,
      ["run", "pipelines/onboard-teachers.yaml", "--set", "key=key"] + flags,
      in: bench.folder
    )
  }

  private func expectNothingWritten(_ bench: Workbench) {
    #expect(!bench.exists("out/clever-high/bundle"))
    #expect(!bench.exists("out/clever-high/mail"))
    #expect(!bench.entries(below: "out").contains { $0.contains("unfinished") })
  }

  @Test func `an empty folder is missing input`() throws {
    let bench = try Workbench()
    try FileManager.default.createDirectory(
      at: bench.url("empty"),
      withIntermediateDirectories: true
    )
    let ending = try runStepOne(bench, "export=empty")
    #expect(ending.code == 66)
    #expect(
      ending.error == """
        error: could not read the export in empty: the folder holds no file; put the files that \
        Clever gave there

        """
    )
    expectNothingWritten(bench)
  }

  @Test func `a folder that is not there is missing input`() throws {
    let bench = try Workbench()
    let ending = try runStepOne(bench, "export=nowhere")
    #expect(ending.code == 66)
    #expect(
      ending.error.hasPrefix(
        "error: could not open nowhere: no such file or directory; it is a relative path, looked for "
          + "from the folder the program was started in, /"
      )
    )
    expectNothingWritten(bench)
  }

  @Test func `a cut file is named with the place where it ends`() throws {
    let bench = try Workbench()
    try bench.copy("samples/lincoln/clever", to: "cut")
    let text = try bench.text("cut/sections.json")
    try bench.write(String(text.prefix(700)), to: "cut/sections.json")
    let ending = try runStepOne(
      bench,
      "export=cut",
      "school=0042",
      "operator=66a100000000000000000001"
    )
    #expect(ending.code == 65)
    #expect(ending.output.contains("[file-broken]"))
    #expect(ending.output.contains("cut/sections.json:2:690: blocker: the file breaks off"))
    expectNothingWritten(bench)
  }

  @Test func `a page whose next is not there is named`() throws {
    let bench = try Workbench()
    try bench.copy("samples/clever-demo-v1.1/clever", to: "gap")
    try FileManager.default.removeItem(at: bench.url("gap/students/page-05.json"))
    let ending = try runStepOne(bench, "export=gap")
    #expect(ending.code == 65)
    #expect(ending.output.contains("[page-missing]"))
    #expect(ending.output.contains("gap/students/page-04.json:1:"))
    expectNothingWritten(bench)
  }

  @Test func `a school that is not there is answered with those that are`() throws {
    let bench = try Workbench()
    let ending = try runStepOne(bench, "school=02M801")
    #expect(ending.code == 66)
    #expect(ending.output.contains("school '02M801' is not in the export [school-not-in-export]"))
    #expect(ending.output.contains("02M800 (530e595026403103360ff9fd)"))
    expectNothingWritten(bench)
  }

  @Test func `a template with an unknown placeholder is shown with its line`() throws {
    let bench = try Workbench()
    try bench.write(
      """
      <html lang="en" dir="ltr">
      <head><title>Join</title></head>
      <body><p data-text="nickname">x</p><p data-text="code">x</p></body>
      </html>

      """,
      to: "mine.xhtml"
    )
    let pipeline = try bench.text("pipelines/onboard-teachers.yaml")
      .replacing(
        "      key: \"${key}\"\n",
        with: "      key: \"${key}\"\n      template: mine.xhtml\n"
      )
    try bench.write(pipeline, to: "mine.yaml")
    let ending = try bench.run("run", "mine.yaml", "--set", "key=key")
    #expect(ending.code == 78)
    #expect(ending.output.contains("mine.xhtml:3"))
    #expect(ending.output.contains("nickname"))
    expectNothingWritten(bench)
    // The run was refused after `transform` had placed the records: none of them was bundled.
    let ledger = rows(try bench.text("out/clever-high/report/ledger.csv"))
    #expect(ledger.contains { $0["reason"] == "run-refused" })
    #expect(!ledger.contains { $0["fate"] == "bundled" })
  }

  @Test func `a file of codes with a faulty line is refused with the line`() throws {
    let bench = try Workbench()
    try bench.write("12,ABCD-1\nno code here\n12,ABCD-2\n", to: "codes.csv")
    let pipeline = try bench.text("pipelines/onboard-teachers.yaml")
      .replacing("      key: \"${key}\"\n", with: "      key: \"${key}\"\n      codes: codes.csv\n")
    try bench.write(pipeline, to: "mine.yaml")
    let ending = try bench.run("run", "mine.yaml", "--set", "key=key")
    #expect(ending.code == 78)
    #expect(ending.output.contains("codes.csv:2: blocker: the line is not a person's key"))
    #expect(ending.output.contains("codes.csv:3: blocker: person '12' has a second code"))
    expectNothingWritten(bench)
  }

  @Test func `what was not opened in the export's folder is named`() throws {
    let bench = try Workbench()
    try bench.copy("samples/lincoln/clever", to: "odd")
    try bench.write("x", to: "odd/.hidden")
    try FileManager.default.createSymbolicLink(
      at: bench.url("odd/linked.json"),
      withDestinationURL: bench.url("odd/me.json")
    )
    let ending = try runStepOne(
      bench,
      "export=odd",
      "school=0042",
      "operator=66a100000000000000000001"
    )
    #expect(ending.code == 1)
    let text = ending.output.replacing("\n   ", with: "")
    #expect(text.contains("odd/.hidden (hidden"))
    #expect(text.contains("odd/linked.json (a link"))
  }

  @Test func `an output place that is a file is refused before the work`() throws {
    let bench = try Workbench()
    try bench.write("mine", to: "out/clever-high/bundle")
    let ending = try runStepOne(bench)
    #expect(ending.code == 73)
    #expect(ending.error.hasPrefix("error: could not "))
    #expect(ending.error.contains("out/clever-high/bundle"))
    #expect(try bench.text("out/clever-high/bundle") == "mine")
    #expect(!bench.exists("out/clever-high/mail"))
  }

  @Test func `an output folder that holds other things is left alone`() throws {
    let bench = try Workbench()
    try bench.write("holiday", to: "out/clever-high/bundle/photo.jpg")
    let ending = try runStepOne(bench)
    #expect(ending.code == 73)
    #expect(try bench.text("out/clever-high/bundle/photo.jpg") == "holiday")
    #expect(bench.entries(below: "out/clever-high/bundle") == ["photo.jpg"])
  }

  @Test func `a report folder that holds other things stops the run before anything appears`()
    throws
  {
    let bench = try Workbench()
    try bench.write("holiday", to: "out/clever-high/report/photo.jpg")
    let ending = try runStepOne(bench)
    #expect(ending.code == 73)
    #expect(bench.entries(below: "out/clever-high/report") == ["photo.jpg"])
    expectNothingWritten(bench)
  }

  @Test func `an output place that cannot be made is refused`() throws {
    let bench = try Workbench()
    try bench.write("a file", to: "blocked")
    let ending = try runStepOne(bench, "out=blocked/here")
    #expect(ending.code == 73)
    #expect(ending.error.contains("blocked"))
  }

  @Test func `a wrong pipeline file is shown with line, caret and a suggestion`() throws {
    let bench = try Workbench()
    try bench.write(
      """
      pipeline: x
      version: 1
      stages:
        - extract: { form: samples }
      """,
      to: "wrong.yaml"
    )
    let ending = try bench.run("check", "wrong.yaml")
    #expect(ending.code == 78)
    #expect(
      ending.error == """
        wrong.yaml:4:5: error: 'extract' needs the option 'from' [missing-option]
          |   - extract: { form: samples }
          |     ^
          help: add 'from': the file or folder with the Clever export
        wrong.yaml:4:16: error: 'extract' has no option 'form' [unknown-option]
          |   - extract: { form: samples }
          |                ^
          help: did you mean 'from'? it has: from, student-email

        """
    )
  }

  @Test func `a day that is none is a usage error`() throws {
    let bench = try Workbench()
    let ending = try bench.run(
      "run",
      "pipelines/onboard-teachers.yaml",
      "--issue-date",
      "2026-02-30"
    )
    #expect(ending.code == 64)
    #expect(ending.error.contains("'2026-02-30' is no day of the calendar"))
  }

  @Test func `step two without word of who joined is refused`() throws {
    let bench = try Workbench()
    let pipeline = try bench.text("pipelines/onboard-parents.yaml")
      .replacing("      teachers-joined: \"${joined}\"\n", with: "")
    try bench.write(pipeline, to: "mine.yaml")
    let ending = try bench.run("run", "mine.yaml", "--set", "key=key")
    #expect(ending.code == 77)
    #expect(ending.output.contains("[joined-teachers-unknown]"))

    let overridden = pipeline.replacing(
      "      application: bloomz\n",
      with: "      application: bloomz\n      teachers-joined-override: two are on leave\n"
    )
    try bench.write(overridden, to: "mine.yaml")
    let second = try bench.run("run", "mine.yaml", "--set", "key=key")
    #expect(second.code == 1)
    #expect(bench.exists("out/lincoln-parents/bundle/bagit.txt"))
  }
}
