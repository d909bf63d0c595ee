import Findings
import RunReport
import SafeFiles
import Testing

struct ReportWriterTests {
  @Test(arguments: [
    (
      Set(ReportFormat.allCases),
      [
        "report.json", "findings.csv", "report.html", "fix-lists/index.html",
        "fix-lists/for-district-admin.csv", "fix-lists/for-district-admin.html",
        "fix-lists/for-school-admin.csv", "fix-lists/for-school-admin.html",
        "fix-lists/no-school.csv", "fix-lists/no-school.html", "findings.sarif", "junit.xml",
        "shareable/report.html", "shareable/report.json",
      ]
    ),
    (Set([.html, .json, .csv]), ["report.json", "findings.csv", "report.html"]),
    (Set([.html]), ["report.json", "report.html"]),
    (Set([.csv]), ["report.json", "findings.csv"]),
    (Set(), ["report.json"]),
  ])
  func `the mark and what was asked for are written, in this order`(
    formats: Set<ReportFormat>,
    files: [String]
  ) throws {
    var folder = OutputFolder.predicting("out/lincoln/report")
    _ = try folder.write(sideBySide: ReportWriter.drafts(of: fullReport(), formats: formats))
    #expect(folder.entries.map(\.path) == files)
  }

  @Test
  func `what is written piece by piece is what is rendered whole`() throws {
    var report = emptyReport()
    report.findingsFile = "out/lincoln/report/findings.csv"
    report.rules = [
      Report.RuleSection(
        "teacher-without-email",
        .error,
        title: "a teacher has no email address",
        findings: (0..<2000).map { teacherFinding("T-\($0)", line: $0 + 1) }
      )
    ]
    var folder = OutputFolder.predicting("out/lincoln/report")
    _ = try folder.write(
      sideBySide: ReportWriter.drafts(of: report, formats: Set(ReportFormat.allCases))
    )
    let lists = ["for-school-admin", "no-school"]
    var page = report
    page.findingsFile = "findings.csv"
    let files = Dictionary(
      uniqueKeysWithValues: FixListFiles.render(page) { _ in RecordFacts() }
    )
    let whole =
      [JSONReport.render(report), FindingsCSV.render(report), HTMLReport.render(page)]
      + [files["index.html"] ?? ""]
      + lists.flatMap { [files["\($0).csv"] ?? "", files["\($0).html"] ?? ""] }
      + [SARIFReport.render(report), JUnitReport.render(report)]
      + [HTMLReport.render(report.shareable()), JSONReport.render(report.shareable())]
    #expect(folder.entries.map(\.byteCount) == whole.map(\.utf8.count))
    #expect(folder.entries.map(\.sha256) == whole.map { SHA256Digest.hex(of: Array($0.utf8)) })
  }

  @Test
  func `a page without a CSV beside it names the JSON`() throws {
    var folder = OutputFolder.predicting("out/lincoln/report")
    _ = try folder.write(sideBySide: ReportWriter.drafts(of: fullReport(), formats: [.html]))
    var page = fullReport()
    page.findingsFile = "report.json"
    #expect(folder.entries.last?.byteCount == HTMLReport.render(page).utf8.count)
    #expect(HTMLReport.render(page).contains("which were only counted, are in report.json."))
  }
}
