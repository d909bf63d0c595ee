import Foundation
import TestSupport
import Testing

/// The CSV files of a district on their way through the program.
@Suite struct UploadTests {
  @Test func `a district's own files are imported when somebody declares that sharing is set`()
    throws
  {
    let bench = try Workbench()
    let made = try runTool(
      Program.url,
      ["synthesize", "made", "--students", "60", "--form", "csv", "--pack", "gzip"],
      in: bench.folder
    )
    #expect(made.code == 0)
    func run(_ pipeline: String, out: String) throws -> Ending {
      try runTool(
        Program.url,
        [
          "run", pipeline, "--set", "export=made/clever", "--set", "school=02M100", "--set",
          "operator=A00000", "--set", "out=\(out)", "--set", "key=key",
        ],
        in: bench.folder
      )
    }
    let refused = try run("pipelines/onboard-teachers.yaml", out: "refused")
    #expect(refused.code == 77)
    #expect(refused.output.contains("[sharing-not-set]"))
    #expect(refused.output.contains("say 'sharing-is-set: true' under 'declared'"))
    #expect(!bench.exists("refused/bundle"))

    let text = try bench.text("pipelines/onboard-teachers.yaml")
    let declared = text.replacing(
      "community-is-set-up: true",
      with: "community-is-set-up: true, sharing-is-set: true"
    )
    try bench.write(declared, to: "declared.yaml")
    #expect(try run("declared.yaml", out: "done").code == 0)
    #expect(try runTool(Program.url, ["verify", "done/bundle"], in: bench.folder).code == 0)
    let students = try bench.text("done/bundle/data/csv/students.csv")
    #expect(students.split(separator: "\r\n").count == 61)
    // Each row of the files has a line in the ledger; one of a student and a contact has two.
    let ledger = try bench.text("done/report/ledger.csv")
    #expect(ledger.contains("made/clever/enrollments.csv.gz,2,made/clever/sections.csv.gz,"))
  }

  @Test func `faults and the CSV form do not go together`() throws {
    let bench = try Workbench()
    let ending = try runTool(
      Program.url,
      ["synthesize", "made", "--form", "csv", "--faults"],
      in: bench.folder
    )
    #expect(ending.code == 64)
    #expect(ending.error.contains("leave out --faults or --form csv"))
  }
}
