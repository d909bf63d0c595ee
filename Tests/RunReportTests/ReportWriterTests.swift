import Findings
import RunReport
import SafeFiles
import Testing

struct ReportWriterTests {
  @Test(arguments: [
    (Set(ReportFormat.allCases), ["report.json", "findings.csv", "report.html"]),
    (Set([.html]), ["report.json", "report.html"]),
    (Set([.csv]), ["report.json", "findings.csv"]),
    (Set(), ["report.json"]),
  ])
  func `the mark and what was asked for are written, in this order`(
    formats: Set<ReportFormat>,
    files: [String]
  ) throws {
    var folder = OutputFolder.predicting("out/lincoln/report")
    try ReportWriter.write(fullReport(), into: &folder, formats: formats)
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
    try ReportWriter.write(report, into: &folder, formats: Set(ReportFormat.allCases))
    var page = report
    page.findingsFile = "findings.csv"
    let whole = [
      JSONReport.render(report), FindingsCSV.render(report), HTMLReport.render(page),
    ]
    #expect(folder.entries.map(\.byteCount) == whole.map(\.utf8.count))
    #expect(folder.entries.map(\.sha256) == whole.map { SHA256Digest.hex(of: Array($0.utf8)) })
  }

  @Test
  func `a page without a CSV beside it names the JSON`() throws {
    var folder = OutputFolder.predicting("out/lincoln/report")
    try ReportWriter.write(fullReport(), into: &folder, formats: [.html])
    var page = fullReport()
    page.findingsFile = "report.json"
    #expect(folder.entries.last?.byteCount == HTMLReport.render(page).utf8.count)
    #expect(HTMLReport.render(page).contains("which were only counted, are in report.json."))
  }
}
