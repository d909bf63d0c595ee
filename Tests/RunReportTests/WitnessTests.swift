import Foundation
import RunReport
import Testing

/// Outside witnesses judge the forms: jsonschema, pydantic-sarif, junitparser, and axe-core in a
/// browser. `.ci/setup --tests` puts them into `.venv`; where that is missing the tests are
/// skipped, unless `REQUIRE_WITNESSES=1` says that they must not be.
@Suite struct WitnessTests {
  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let python = package.appending(path: ".venv/bin/python")
  private static let isRequired = ProcessInfo.processInfo.environment["REQUIRE_WITNESSES"] == "1"
  private static let canRun =
    FileManager.default.isExecutableFile(atPath: python.path) || isRequired
  /// Debian's browser; there is none to be had by apt elsewhere.
  private static let hasBrowser =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")
    || (isRequired
      && (try? String(contentsOfFile: "/etc/os-release", encoding: .utf8))?
        .contains("\nID=debian\n") == true)

  /// A folder that is removed at the end.
  private final class Desk {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to path: String) throws {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
    }
  }

  /// Runs a witness on the desk: its exit code and what it says.
  private func ask(_ witness: String, _ arguments: [String], on desk: Desk) throws -> (
    Int32, String
  ) {
    let process = Process()
    process.executableURL = WitnessTests.python
    process.arguments =
      [WitnessTests.package.appending(path: "Tests/RunReportTests/Witness/\(witness)").path]
      + arguments
    process.currentDirectoryURL = desk.folder
    let output = desk.folder.appending(path: "said.txt")
    try Data().write(to: output)
    let file = try FileHandle(forWritingTo: output)
    process.standardOutput = file
    process.standardError = file
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
  }

  @Test(.enabled(if: canRun, "run .ci/setup --tests first"))
  func `outside readers accept every form, find the same in each, and refuse damaged copies`()
    throws
  {
    let desk = Desk()
    try desk.write(ReportSchema.json, to: "schema.json")
    var reports = [
      "full": fullReport(), "empty": emptyReport(), "shared": fullReport().shareable(),
    ]
    for seed in 0..<40 {
      var maker = ReportMaker(seed: seed)
      reports["random-\(seed)"] = maker.report()
    }
    for (name, report) in reports {
      try desk.write(JSONReport.render(report), to: "\(name)/report.json")
      try desk.write(FindingsCSV.render(report), to: "\(name)/findings.csv")
      try desk.write(SARIFReport.render(report), to: "\(name)/findings.sarif")
      try desk.write(JUnitReport.render(report), to: "\(name)/junit.xml")
    }
    // The first one is damaged, so it is the one that has all parts.
    let folders = ["full"] + reports.keys.filter { $0 != "full" }.sorted()
    let (code, said) = try ask("witness_forms.py", ["schema.json"] + folders, on: desk)
    #expect(code == 0, "\(said)")
    #expect(said.contains("43 reports, 0 surprises"))
  }

  @Test(.enabled(if: canRun && hasBrowser, "run .ci/setup --tests on Debian first"))
  func `axe-core finds no violation in any page, and the script sorts and filters`() throws {
    let desk = Desk()
    try desk.write(HTMLReport.render(fullReport()), to: "full.html")
    try desk.write(HTMLReport.render(fullReport().shareable()), to: "shared.html")
    let lists = FixListFiles.render(fullReport()) { _ in
      RecordFacts(school: "0042", sisID: "T-9", name: "A. Teacher")
    }
    for (name, text) in lists where name.hasSuffix(".html") { try desk.write(text, to: name) }
    let pages = ["full.html", "shared.html", "school-0042.html"]
    let (code, said) = try ask("witness_pages.py", pages, on: desk)
    #expect(code == 0, "\(said)")
    #expect(said.contains("3 pages, 0 surprises"))
  }
}
