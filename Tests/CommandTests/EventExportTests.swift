import Foundation
import TestSupport
import Testing

/// An export of an earlier day with the events since gives what the export of today gives.
@Suite struct EventExportTests {
  @Test(arguments: ["v1.2", "v2.1", "v3.1"])
  func `the bundle is that of today's export, and the books close`(version: String) throws {
    let bench = try Workbench()
    let made = try bench.run(
      "synthesize",
      "made",
      "--students",
      "200",
      "--api-version",
      version,
      "--form",
      "pages",
      "--events"
    )
    #expect(made.code == 0, "\(made.error)")
    let last = try #require(made.output.split(separator: "\n").last)
    let importer = try #require(last.split(separator: " ").last)
    var bundles: [[String: Data]] = []
    for export in ["clever", "after"] {
      let ending = try bench.run(
        "run",
        "pipelines/onboard-teachers.yaml",
        "--issue-date",
        "2026-08-20",
        "--set",
        "export=made/\(export)",
        "--set",
        "school=all",
        "--set",
        "operator=\(importer)",
        "--set",
        "out=out/\(export)",
        "--set",
        "key=key"
      )
      #expect(ending.code == 0, "\(ending.output)\(ending.error)")
      bundles.append(try bench.files(below: "out/\(export)/bundle"))
    }
    #expect(bundles[0].count > 10)
    #expect(bundles[0] == bundles[1])
    let ledger = try bench.text("out/clever/report/ledger.csv")
    #expect(ledger.contains("section,"))
    #expect(ledger.contains(",out-of-scope,deleted-by-event,made/clever/events/page-"))
    #expect(ledger.contains(",made/clever/events/page-"))
  }

  @Test func `'why' says that a record was deleted, and by what`() throws {
    let bench = try Workbench()
    _ = try bench.run("synthesize", "made", "--students", "200", "--events")
    _ = try bench.run(
      "run",
      "pipelines/check-export.yaml",
      "--set",
      "export=made/clever",
      "--set",
      "school=all",
      "--set",
      "out=out"
    )
    let ledger = try bench.text("out/report/ledger.csv").split(separator: "\r\n")
    let line = try #require(ledger.first { $0.contains("deleted-by-event") })
    let id = String(line.split(separator: ",", omittingEmptySubsequences: false)[1])
    let answer = try bench.run("why", id, "--report", "out/report")
    #expect(answer.code == 0, "\(answer.error)")
    #expect(answer.output.contains("an event in the export, in stage 'extract'"))
  }
}
