import Findings
import RunReport
import Testing

/// The shareable form goes to people outside the school: no text of the data is in it but ids.
struct ShareableTests {
  /// A name, an address and a path, planted wherever a text of the data, of the pipeline file or
  /// of the command line can stand.
  private static let canary = "Zuzanna Quilliam <zuzanna@lincoln.example> /home/zuzanna"

  private var planted: Report {
    var report = fullReport()
    let canary = ShareableTests.canary
    report.verdict.sentence = canary
    report.verdict.nextStep = canary
    report.run.parameters = [Report.RunFacts.Parameter("operator", canary)]
    for index in report.evidence.indices {
      report.evidence[index].found = canary
      report.evidence[index].place = Place(file: canary, line: 3, column: 1)
    }
    report.schools[0].id = canary
    report.schools[0].name = canary
    for index in report.rules.indices {
      if !report.catalogue.contains(where: { $0.code == report.rules[index].code }) {
        report.rules[index].howToFix = canary
      }
      for position in report.rules[index].findings.indices {
        var finding = report.rules[index].findings[position]
        finding.message = canary
        finding.help = canary
        finding.record = canary
        finding.place = Place(file: canary, line: 7, column: 2)
        finding.notes = [Finding.Note(canary, at: Place(file: canary))]
        report.rules[index].list[position] = finding
      }
    }
    for index in report.inputs.indices { report.inputs[index].path = canary }
    var table = Report.BundleChanges.Table("students", same: 1)
    for kind in Report.BundleChanges.Kind.allCases {
      table[kind] = Report.BundleChanges.Rows(2, shown: ["\(canary)/\(canary)", canary])
    }
    report.bundleChanges = Report.BundleChanges(
      path: canary,
      digest: String(repeating: "b7", count: 32),
      issueDate: canary,
      tables: [table]
    )
    report.outputs.bundle = canary
    report.outputs.mail = canary
    report.limits = [canary]
    report.findingsFile = canary
    return report
  }

  @Test
  func `no text of the data is in it`() {
    let report = planted.shareable()
    let forms = [
      JSONReport.render(report), HTMLReport.render(report), FindingsCSV.render(report),
      SARIFReport.render(report), JUnitReport.render(report),
      TerminalReport.render(report, style: TerminalStyle(findingsPerRule: .max)),
    ]
    for form in forms {
      for word in ["uzanna", "uilliam", "lincoln.example", "/home"] {
        #expect(!form.contains(word), "\(word) in \(form.prefix(40))")
      }
    }
    #expect(JSONReport.render(planted).contains("Zuzanna Quilliam"))
  }

  @Test
  func `what is left are counts, codes, ids and places`() {
    let whole = fullReport()
    let report = whole.shareable()
    #expect(report.findingCounts == whole.findingCounts)
    #expect(report.tally == whole.tally && report.books == whole.books)
    #expect(report.completeness == whole.completeness)
    #expect(report.verdict.sentence == "Not permitted: 1 blocker, 9 errors, 1 note.")
    #expect(report.verdict.exitCode == 77)
    #expect(report.schools.map(\.id) == ["SCH-1"] && report.schools[0].name == nil)
    #expect(report.inputs.map(\.path) == ["file-1", "file-2"])
    let findings = report.rules.flatMap(\.findings)
    #expect(findings.map(\.record) == ["", "T-1042", "T-1043", "SCH-1"])
    #expect(findings[0].place == Place(file: "file-1", line: 3, column: 11))
    #expect(findings[1].message == "a teacher has no email address")
    #expect(findings[1].place == Place(file: "file-3", line: 41, column: 7))
    #expect(findings[1].help == "add 'email' in Clever, or share the field with Bloomz")
    let changed = report.bundleChanges?.tables.last?[.notInExport]
    #expect(changed?.shown == ["SCH-1/S-40", "SCH-1/S-41"])
    #expect(report.imbalances().isEmpty)
  }

  @Test
  func `an id that could be a name is numbered, the same one everywhere alike`() {
    var report = fullReport()
    report.schools[0].id = "lincoln"
    for index in report.rules.indices {
      for position in report.rules[index].findings.indices {
        report.rules[index].list[position].record = position == 0 ? "lincoln" : "pat.doe"
      }
    }
    let shared = report.shareable()
    #expect(shared.schools[0].id == "id-1")
    #expect(shared.rules.flatMap(\.findings).map(\.record) == ["id-1", "id-1", "id-2", "id-1"])
  }

  @Test(arguments: [
    ("667100000000000000000005", true), ("0042", true), ("T-0005", true), ("SEC-004", true),
    ("5b6a1f3e-09c4-4c31-9d1e-0f3a5b6c7d8e", true), ("jsmith04", false), ("lincoln", false),
    ("pat@school.org", false), ("ada", false), ("Ada Lovelace 1", false), ("é1", false),
    ("dadebeefcafefade1", false), ("", false), (String(repeating: "7", count: 65), false),
  ])
  func `an id is shown only where it can be nothing else`(text: String, isShown: Bool) {
    #expect(isOpaque(text) == isShown)
  }
}
