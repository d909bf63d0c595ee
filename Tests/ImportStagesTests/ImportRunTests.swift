import Foundation
import Pipeline
import RunReport
import SafeFiles
import Synchronization
import TestSupport
import Testing

@testable import ImportStages

@Suite struct ImportRunTests {
  private let samples = packageFolder.appending(path: "samples")

  private func plan(out: URL, isLoaded: Bool = true) throws -> ImportPlan {
    let load = isLoaded ? "- load: { bundle: \"\(out.path)/bundle\" }" : ""
    let text = """
      pipeline: test
      version: 1
      stages:
        - extract: { from: "\(samples.path)/lincoln/clever" }
        - select: { school: "0042" }
        - validate: { operator: 66a100000000000000000001, application: bloomz, declared: { community-is-set-up: true } }
        - transform: {}
        \(load)
      report: { folder: "\(out.path)/report" }
      """
    return try ImportPlan(PipelineFile(parsing: Array(text.utf8), path: "t"), registry: .standard)
  }

  @Test(arguments: ["extract", "transform", "load"])
  func `a run that is stopped publishes nothing and leaves nothing aside`(stage: String)
    async throws
  {
    let folder = try TemporaryFolder()
    let out = folder.url.appending(path: "out")
    let stopper = Stopper()
    let settings = ImportRun.Settings(
      issueDate: "2026-08-20",
      issueDateIsGiven: true,
      progress: { event in
        if case .began(stage: stage, number: _, count: _) = event { stopper.stop() }
      }
    )
    let run = ImportRun(try plan(out: out), settings)
    let task = Task {
      await stopper.ready()
      return await run.execute()
    }
    stopper.set(task)
    let result = await task.value
    #expect(result.wasCancelled)
    #expect(result.error == "the run was stopped")
    let left = FileManager.default.enumerator(atPath: out.path)?.allObjects as? [String] ?? []
    #expect(left.filter { !$0.hasSuffix(".lock") } == [])
  }

  @Test func `a run of the same plan without a stop publishes`() async throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appending(path: "out")
    let settings = ImportRun.Settings(issueDate: "2026-08-20", issueDateIsGiven: true)
    let result = await ImportRun(try plan(out: out), settings).execute()
    #expect(!result.wasCancelled)
    #expect(result.exit == .findings)
    #expect(result.report.outputs.published == result.report.outputs.predicted)
    #expect(FileManager.default.fileExists(atPath: "\(out.path)/bundle/bagit.txt"))
  }

  @Test func `records are known by the district's ids wherever a pipeline ends`() async throws {
    var ledgers: [[[Substring]]] = []
    for isLoaded in [true, false] {
      let folder = try TemporaryFolder()
      let out = folder.url.appending(path: "out")
      let settings = ImportRun.Settings(issueDate: "2026-08-20", issueDateIsGiven: true)
      let result = await ImportRun(try plan(out: out, isLoaded: isLoaded), settings).execute()
      #expect(result.exit == .findings)
      let ledger = try String(contentsOfFile: "\(out.path)/report/ledger.csv", encoding: .utf8)
      ledgers.append(
        ledger.split(separator: "\r\n").map { line in
          Array(line.split(separator: ",", omittingEmptySubsequences: false).prefix(3))
        }
      )
    }
    #expect(ledgers[0] == ledgers[1])
    #expect(ledgers[0].count { $0[0] == "student" && !$0[2].isEmpty } > 5)
  }

  @Test(arguments: [
    (FileError.Kind.missing, ImportExit.noInput), (.cannotUse, .cannotCreate),
    (.failed, .ioError), (.busy, .busy), (.notPermitted, .notPermitted),
  ])
  func `each kind of file error has its exit code`(kind: FileError.Kind, exit: ImportExit) {
    #expect(ImportExit(FileError(kind, tried: "t", path: "p", answer: "a")) == exit)
    #expect(ImportExit(PlanError([])) == .badPipeline)
    #expect(ImportExit(CancellationError()) == .internalError)
  }

  @Test func `a second run at the same place is told to wait`() async throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appending(path: "out")
    let lock = try RunLock("\(out.path)/report")
    let settings = ImportRun.Settings(issueDate: "2026-08-20", issueDateIsGiven: true)
    let result = await ImportRun(try plan(out: out), settings).execute()
    #expect(result.exit == .busy)
    #expect(!FileManager.default.fileExists(atPath: "\(out.path)/bundle"))
    withExtendedLifetime(lock) {}
  }
}

/// Stops a task from inside its own progress.
private final class Stopper: Sendable {
  private let task = Mutex<Task<ImportRun.Result, Never>?>(nil)

  func set(_ task: Task<ImportRun.Result, Never>) { self.task.withLock { $0 = task } }

  /// Waits until the task is known, so that a stop cannot come too early to count.
  func ready() async {
    while task.withLock({ $0 == nil }) { await Task.yield() }
  }

  func stop() { task.withLock { $0 }?.cancel() }
}
