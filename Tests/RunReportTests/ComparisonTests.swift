import Findings
import RunReport
import Testing

struct ComparisonTests {
  private func finding(_ record: String, _ field: String = "", line: Int = 1) -> Finding {
    Finding(
      "teacher-without-email",
      .error,
      "teacher '\(record)' has no email address",
      help: "add it",
      at: Place(file: "t.json", line: line),
      entity: "teacher",
      record: record,
      field: field
    )
  }

  private func report(_ findings: [Finding]) -> Report {
    var report = emptyReport()
    if !findings.isEmpty {
      report.rules = [
        Report.RuleSection("teacher-without-email", .error, title: "x", findings: findings)
      ]
    }
    return report
  }

  private func earlier(_ report: Report) throws -> EarlierReport {
    try EarlierReport(parsing: Array(JSONReport.render(report).utf8), path: "old/report.json")
  }

  @Test func `a finding is new, fixed or still there, wherever its record stands now`() throws {
    var new = report([finding("T-1", line: 90), finding("T-3")])
    new.compare(with: try earlier(report([finding("T-1", line: 4), finding("T-2")])))
    let comparison = try #require(new.comparison)
    #expect(comparison.words == "1 new, 1 fixed, 1 still there")
    #expect(comparison.fixed.map(\.record) == ["T-2"])
    #expect(new.rules[0].isNew == [false, true])
    #expect(comparison.issueDate == "2026-08-03")
    #expect(comparison.sha256?.count == 64)
  }

  @Test func `another field of the same record is another finding, and equal ones are counted`()
    throws
  {
    var new = report([finding("T-1", "name.first"), finding("T-1"), finding("T-1")])
    new.compare(with: try earlier(report([finding("T-1"), finding("T-1", "name.last")])))
    #expect(new.rules[0].isNew == [true, false, true])
    #expect(new.comparison?.fixed.map(\.field) == ["name.last"])
  }

  @Test func `a report compared with itself has nothing new and nothing fixed`() throws {
    var same = fullReport()
    same.compare(with: try earlier(same))
    #expect(same.comparison?.words == "0 new, 0 fixed, 4 still there")
  }

  @Test(arguments: 0..<40)
  func `whatever a report says, it is read back as it was`(seed: Int) throws {
    var maker = ReportMaker(seed: seed)
    let report = maker.report()
    let items = try earlier(report).findings
    let findings = report.rulesWorstFirst.flatMap(\.findings)
    #expect(items.count == findings.count, "seed \(seed)")
    for (item, finding) in zip(items, findings) {
      #expect(Array(item.code.utf8) == Array(finding.code.utf8), "seed \(seed)")
      #expect(Array(item.record.utf8) == Array(finding.record.utf8), "seed \(seed)")
      #expect(item.level == finding.level, "seed \(seed)")
    }
  }

  @Test(arguments: [
    ("", "report.json:1:1: it is no report of this program: an end in the middle of a value"),
    (
      "[]",
      "report.json:1:1: it is no report of this program: a character that JSON does not allow "
        + "here"
    ),
    ("{}", "report.json: it does not say which layout it has"),
    (
      "{\"report\": 2, \"rules\": []}",
      "report.json: it has layout 2, and this program reads layout 1"
    ),
    ("{\"report\": 1}", "report.json: it has no list of rules"),
    (
      "{\"report\": 1,\n \"rules\": [{\"code\": \"x\"}]}",
      "report.json:2:12: it is no report of this program: a character that JSON does not allow here"
    ),
    (
      "{\"report\": 1, \"report\": 1, \"rules\": []}",
      "report.json:1:15: it is no report of this program: a key comes twice in one object"
    ),
    (
      "{\"report\": 1, \"rules\": []} x",
      "report.json:1:28: it is no report of this program: more text after the end of the value"
    ),
  ])
  func `a file that is no report is told by its place`(text: String, words: String) {
    #expect {
      try EarlierReport(parsing: Array(text.utf8), path: "report.json")
    } throws: { error in
      "\(error)" == words
    }
  }

  @Test func `the terminal says what fixing the first causes comes to`() {
    let report = fullReport()
    #expect(report.causesSentence == "Fix these 2 causes, and 3 of 11 findings go.")
    var alone = emptyReport()
    #expect(alone.causesSentence == nil)
    alone.causes = [
      Report.Cause(
        "school-not-shared:S",
        what: "school 'S' is not shared",
        students: 2,
        howToFix: ""
      )
    ]
    #expect(alone.causesSentence == "Fix this one cause, and 2 people come along.")
  }
}
