import Foundation
import RunReport
import TestSupport
import Testing

/// Outside witnesses judge the forms: jsonschema, pydantic-sarif, junitparser, and axe-core in a
/// browser. `.ci/setup --tests` puts them into `.venv`; where that is missing the tests are
/// skipped, unless `REQUIRE_WITNESSES=1` says that they must not be.
@Suite struct WitnessTests {
  private static let python = packageFolder.appending(path: ".venv/bin/python")
  private static let canRun =
    FileManager.default.isExecutableFile(atPath: python.path) || requiresWitnesses
  /// Debian's browser; there is none to be had by apt elsewhere.
  private static let hasBrowser =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")
    || (requiresWitnesses
      && (try? String(contentsOfFile: "/etc/os-release", encoding: .utf8))?
        .contains("\nID=debian\n") == true)

  /// Runs a witness in a folder: its exit code and what it says.
  private func ask(
    _ witness: String,
    _ arguments: [String],
    in folder: TemporaryFolder
  ) throws -> (Int32, String) {
    let script = packageFolder.appending(path: "Tests/RunReportTests/Witness/\(witness)").path
    let ending = try runTool(WitnessTests.python, [script] + arguments, in: folder.url)
    return (ending.code, ending.output + ending.error)
  }

  @Test(.enabled(if: canRun, "run .ci/setup --tests first"))
  func `outside readers accept every form, find the same in each, and refuse damaged copies`()
    throws
  {
    let desk = try TemporaryFolder()
    try desk.file("schema.json", ReportSchema.json)
    var reports = [
      "full": fullReport(), "empty": emptyReport(), "shared": fullReport().shareable(),
    ]
    for seed in 0..<40 {
      var maker = ReportMaker(seed: seed)
      reports["random-\(seed)"] = maker.report()
    }
    for (name, report) in reports {
      try desk.file("\(name)/report.json", JSONReport.render(report))
      try desk.file("\(name)/findings.csv", FindingsCSV.render(report))
      try desk.file("\(name)/findings.sarif", SARIFReport.render(report))
      try desk.file("\(name)/junit.xml", JUnitReport.render(report))
    }
    // The first one is damaged, so it is the one that has all parts.
    let folders = ["full"] + reports.keys.filter { $0 != "full" }.sorted()
    let (code, said) = try ask("witness_forms.py", ["schema.json"] + folders, in: desk)
    #expect(code == 0, "\(said)")
    #expect(said.contains("43 reports, 0 surprises"))
  }

  @Test(.enabled(if: canRun && hasBrowser, "run .ci/setup --tests on Debian first"))
  func `axe-core finds no violation in any page, and the script sorts and filters`() throws {
    let desk = try TemporaryFolder()
    try desk.file("full.html", HTMLReport.render(fullReport()))
    try desk.file("shared.html", HTMLReport.render(fullReport().shareable()))
    let lists = FixListFiles.render(fullReport()) { _ in
      RecordFacts(school: "0042", sisID: "T-9", name: "A. Teacher")
    }
    for (name, text) in lists where name.hasSuffix(".html") { try desk.file(name, text) }
    let pages = ["full.html", "shared.html", "school-0042.html"]
    let (code, said) = try ask("witness_pages.py", pages, in: desk)
    #expect(code == 0, "\(said)")
    #expect(said.contains("3 pages, 0 surprises"))
  }
}
