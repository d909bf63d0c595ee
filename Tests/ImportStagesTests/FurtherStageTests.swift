import Findings
import Foundation
import Pipeline
import RunReport
import TestSupport
import Testing

@testable import ImportStages

/// A stage that no one has thought of needs its file and its line in a registry: what it does
/// reaches the report, and nothing that the stages before it made is lost.
@Suite struct FurtherStageTests {
  /// Between `transform` and `load`: closes a book of its own and leaves work to the run.
  private struct Remark: Stage {
    static let card = StageCard(
      name: "remark",
      summary: "remarks something",
      help: "Remarks.",
      options: [],
      example: "- remark: {}"
    )

    init(options: StageOptions) throws(PlanError) {}

    func run(
      _ input: BloomzHandoff,
      context: RunContext
    ) async throws -> StageResult<BloomzHandoff> {
      var output = input
      output.record.books.append(StageBook("remark", cameIn: 0, wentOn: 0))
      let finding = Finding("remark-made", .note, "it is remarkable", help: "nothing to do")
      return .done(
        output,
        [finding],
        deferred: DeferredWork {
          DeferredWork.Result { record in
            record.books.append(StageBook("remark, deferred", cameIn: 0, wentOn: 0))
          }
        }
      )
    }
  }

  /// At the end of a pipeline, with an output of its own.
  private struct Last: Stage {
    struct Output: StageOutput {
      var record: RunRecord
    }

    static let card = StageCard(
      name: "last",
      summary: "ends it",
      help: "Ends.",
      options: [],
      example: "- last: {}"
    )

    init(options: StageOptions) throws(PlanError) {}

    func run(_ input: LoadedBundle, context: RunContext) async throws -> StageResult<Output> {
      .done(Output(record: input.record), [])
    }
  }

  private let samples = packageFolder.appending(path: "samples")

  private func run(_ stages: [String]) async throws -> ImportRun.Result {
    let text = """
      pipeline: test
      version: 1
      stages:
        - extract: { from: "\(samples.path)/lincoln/clever" }
        - select: { school: "0042" }
        - validate: { operator: 66a100000000000000000001, application: bloomz, declared: { community-is-set-up: true } }
        - transform: {}
        \(stages.map { "- \($0)" }.joined(separator: "\n  "))
      """
    let plan = try ImportPlan(
      PipelineFile(parsing: Array(text.utf8), path: "t"),
      registry: StageRegistry(
        StageRegistry.standard.stages + [Remark.self, Last.self],
        shared: StageRegistry.standard.shared
      )
    )
    let settings = ImportRun.Settings(issueDate: "2026-08-20", issueDateIsGiven: true)
    return await ImportRun(plan, settings).execute()
  }

  @Test func `the record of a stage between transform and load reaches the report`() async throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appending(path: "out")
    let result = try await run(
      ["remark: {}", "load: { bundle: \"\(out.path)/bundle\" }"]
    )
    #expect(result.error == nil)
    #expect(
      result.report.books.map(\.stage)
        == ["extract", "select", "validate", "transform", "remark", "remark, deferred"]
    )
    #expect(result.report.rules.contains { $0.code == "remark-made" })
    #expect(FileManager.default.fileExists(atPath: "\(out.path)/bundle/bagit.txt"))
  }

  @Test func `a bundle is published whatever the last stage gives`() async throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appending(path: "out")
    let result = try await run(["load: { bundle: \"\(out.path)/bundle\" }", "last: {}"])
    #expect(result.error == nil)
    #expect(result.report.outputs.published == result.report.outputs.predicted)
    #expect(FileManager.default.fileExists(atPath: "\(out.path)/bundle/bagit.txt"))
  }

  @Test func `each stage but the first needs what the one before it gives, by its Swift type`()
    throws
  {
    let pages = StageRegistry.standard.cards.map {
      StageRegistry.standard.page(of: $0.name) ?? ""
    }
    let needs = pages.map { page in
      page.firstMatch(of: /needs  an? (\w+)/).map { String($0.output.1) }
    }
    let gives = pages.map { page in
      page.firstMatch(of: /gives  an? (\w+)/).map { String($0.output.1) }
    }
    #expect(needs.first == .some(nil))
    #expect(Array(needs.dropFirst()) == Array(gives.dropLast()))
    #expect(
      gives == [
        "ExtractedRoster", "SelectedRoster", "ValidatedRoster", "BloomzHandoff", "LoadedBundle",
        "BundleWithMail",
      ]
    )
  }
}
