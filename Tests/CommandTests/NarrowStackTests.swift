import Foundation
import TestSupport
import Testing

/// The whole program under a limit of 1 MiB for the stack, of the first thread and of all others:
/// the system's library gives new threads what `ulimit -s` allows.
@Suite struct NarrowStackTests {
  private func run(_ bench: Workbench, _ arguments: [String]) throws -> Ending {
    let line = "ulimit -s 1024 && exec \"$0\" \"$@\""
    return try runTool(
      URL(filePath: "/bin/sh"),
      ["-c", line, Program.url.path] + arguments,
      in: bench.folder
    )
  }

  @Test func `an export is imported with a stack of 1 MiB`() throws {
    let bench = try Workbench()
    let ending = try run(
      bench,
      ["run", "pipelines/onboard-teachers.yaml", "--set", "key=key", "--issue-date", "2026-08-15"]
    )
    #expect(ending.error == "")
    #expect(ending.code == 0)
    #expect(bench.exists("out/clever-high/bundle"))
  }

  @Test(arguments: ["[", "{\"a\":", "{\"data\":[", "[{\"data\":"], [10_000, 100_000])
  func `a file as deep as it is long is refused with a stack of 1 MiB`(
    opening: String,
    levels: Int
  ) throws {
    let bench = try Workbench()
    try bench.copy("samples/lincoln/clever", to: "deep")
    try bench.write(String(repeating: opening, count: levels), to: "deep/students.json")
    let settings = ["key=key", "export=deep", "school=0042", "operator=66a100000000000000000001"]
    let ending = try run(
      bench,
      ["run", "pipelines/onboard-teachers.yaml"] + settings.flatMap { ["--set", $0] }
    )
    #expect(ending.code == 65)
    #expect(ending.output.contains("[file-broken]"))
    #expect(!bench.exists("out/clever-high/bundle"))
  }
}
