import Foundation
import Pipeline
import TestSupport
import Testing

@testable import clever_to_bloomz

/// Progress is for eyes: on a terminal one line that is written over, anywhere else nothing.
@Suite struct ProgressTests {
  /// Python's pseudo-terminal; `.ci/setup --tests` installs it.
  private static let python = URL(filePath: "/usr/bin/python3")
  private static let canRun =
    FileManager.default.isExecutableFile(atPath: python.path)
    || requiresWitnesses

  /// Runs its arguments with standard error on a terminal of their own, and prints what came there.
  private static let watcher = """
    import os, pty, subprocess, sys
    ours, theirs = pty.openpty()
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    process.wait()
    sys.stdout.buffer.write(seen)
    """

  private func watch(
    _ bench: Workbench,
    _ arguments: [String],
    terminal: String = "xterm"
  ) throws -> String {
    try runTool(
      ProgressTests.python,
      ["-c", ProgressTests.watcher, Program.url.path, "run", "pipelines/onboard-teachers.yaml"]
        + ["--set", "key=key"] + arguments,
      in: bench.folder,
      environment: ["TERM": terminal, "NO_COLOR": "1"]
    ).output
  }

  @Test(.enabled(if: canRun))
  func `on a terminal each stage has its line, with counts, and none is left`() throws {
    let seen = try watch(try Workbench(), [])
    let lines = seen.components(separatedBy: "\r\u{1B}[2K")
    for (number, stage) in ["extract", "select", "validate", "transform", "load", "invite"]
      .enumerated()
    {
      #expect(lines.contains { $0.hasPrefix("[\(number + 1)/6] \(stage)") }, "\(stage)")
    }
    #expect(lines.contains { $0.contains(" records") })
    #expect(lines.allSatisfy { $0.count <= 79 })
    // One line, written over: no line feed, and nothing stands there at the end.
    #expect(!seen.contains("\n"))
    #expect(lines.last == "")
    // No colours, whatever NO_COLOR says: the one sequence clears the line.
    #expect(seen.components(separatedBy: "\u{1B}").count == lines.count)
  }

  @Test(
    .enabled(if: canRun),
    arguments: [(["--quiet"], "xterm"), (["--json"], "xterm"), ([], "dumb"), ([], "")]
  )
  func `quiet, for programs or on a terminal that cannot write over there is none`(
    arguments: [String],
    terminal: String
  ) throws {
    #expect(try watch(try Workbench(), arguments, terminal: terminal) == "")
  }

  @Test func `where standard error is no terminal there is none`() throws {
    let bench = try Workbench()
    let ending = try bench.run("run", "pipelines/onboard-teachers.yaml", "--set", "key=key")
    #expect(ending.error == "")
  }

  @Test func `a line says how much is done and how fast`() {
    var line = ProgressLine()
    #expect(
      line.take(.began(stage: "extract", number: 1, count: 3), at: .zero) == "[1/3] extract"
    )
    #expect(
      line.take(
        .counted(stage: "extract", things: "bytes", done: 50_000_000, total: 200_000_000),
        at: .milliseconds(500)
      ) == "[1/3] extract: 25 % of 200 MB, 100 MB/s"
    )
    _ = line.take(
      .counted(stage: "extract", things: "records", done: 120_000, total: nil),
      at: .seconds(2)
    )
    _ = line.take(.ended(stage: "extract", number: 1, count: 3, findings: 0), at: .seconds(2))
    #expect(
      line.take(.began(stage: "select", number: 2, count: 3), at: .seconds(2))
        == "[2/3] select  (extract: 120,000 records, 60,000 a second)"
    )
    _ = line.take(.ended(stage: "select", number: 2, count: 3, findings: 0), at: .seconds(2))
    // A stage that counted nothing leaves nothing behind.
    #expect(
      line.take(.began(stage: "load", number: 3, count: 3), at: .seconds(2)) == "[3/3] load"
    )
    // In the first moment a rate would be a guess.
    #expect(
      line.take(
        .counted(stage: "load", things: "mails", done: 7, total: nil),
        at: .milliseconds(2010)
      ) == "[3/3] load: 7 mails"
    )
    #expect(
      line.take(.ended(stage: "load", number: 3, count: 3, findings: 0), at: .seconds(3)) == nil
    )
  }

  @Test func `a line never breaks`() {
    var line = ProgressLine()
    let stage = String(repeating: "stage", count: 40)
    #expect(line.take(.began(stage: stage, number: 1, count: 1), at: .zero)?.count == 79)
  }
}
