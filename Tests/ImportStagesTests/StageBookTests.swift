import Findings
import Foundation
import Pipeline
import Roster
import TestSupport
import Testing

@testable import ImportStages

/// The books of a stage: what came in went on or got a fate, and no record comes or goes.
@Suite struct StageBookTests {
  /// A sample's school as `extract` gives it; the made-up one if none is named.
  private func roster(of sample: String = "lincoln") async throws -> Roster {
    let export = packageFolder.appending(path: "samples/\(sample)/clever").path
    let text = "pipeline: t\nversion: 1\nstages: [extract: { from: \"\(export)\" }]\n"
    let plan = try ImportPlan(
      PipelineFile(parsing: Array(text.utf8), path: "t"),
      registry: .standard
    )
    let outcome = await plan.run(RunContext(issueDate: "2026-08-20", isDryRun: true))
    return try #require(outcome.record).roster
  }

  @Test func `a book says what came in, what went on and which fates were given`() async throws {
    var roster = try await roster()
    let before = FateCount(of: roster)
    roster.students.records.decide(Fate(.withheld, reason: roster.reason("x")), 0)
    roster.teachers.records.decide(Fate(.outOfScope, reason: roster.reason("y")), 0)
    let book = try before.close("test", FateCount(of: roster))
    #expect(book.stage == "test")
    #expect(book.cameIn == before.total(.undecided))
    #expect(book.wentOn == book.cameIn - 2)
    #expect(book.fates[.withheld] == 1)
    #expect(book.fates[.outOfScope] == 1)
    #expect(book.fates.total == 2)
  }

  @Test func `books in which records came or went do not close`() async throws {
    let before = FateCount(of: try await roster())
    let after = FateCount(of: try await roster(of: "clever-demo-v3.0"))
    try #require(before.total != after.total)
    let open = #expect(throws: BooksOpen.self) { try before.close("test", after) }
    #expect(
      open?.description
        == "the books of stage 'test' do not close: \(before.total) records came in, "
        + "\(after.total) have a place after it; nothing was written"
    )
    #expect(open.map { ImportExit($0) } == .internalError)
  }

  @Test func `a run closes the fate of every record, whatever its end`() async throws {
    for hasRefused in [false, true] {
      var record = RunRecord(export: "x", roster: try await roster())
      record.closeFates(hasRefused: hasRefused)
      let count = FateCount(of: record.roster)
      #expect(count.total(.undecided) == 0)
      #expect(count.total(.bundled) == 0)
      #expect(count.total(hasRefused ? .withheld : .outOfScope) > 10)
    }
  }
}
