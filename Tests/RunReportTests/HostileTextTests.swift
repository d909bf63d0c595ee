import Findings
import RunReport
import Testing

/// Texts out of an export reach every form; none of them may act there.
struct HostileTextTests {
  private static let planted =
    "<script>alert(1)</script>\"'\u{1B}[31m\u{0}\r\n\u{9B}\u{202E}\u{200B}"

  /// A report in which every text field holds the planted text.
  private var report: Report {
    var report = fullReport()
    let text = HostileTextTests.planted
    report.verdict.sentence = text
    report.verdict.nextStep = text
    report.run.pipeline = text
    report.run.issueDate = text
    report.run.programVersion = text
    report.run.parameters = [Report.RunFacts.Parameter(text, text)]
    for index in report.evidence.indices {
      report.evidence[index].need = text
      report.evidence[index].needed = text
      report.evidence[index].found = text
      report.evidence[index].howToFix = text
      report.evidence[index].place?.file = text
    }
    for index in report.sharing.indices {
      report.sharing[index].type = text
      report.sharing[index].group = text
      report.sharing[index].shared = text
      report.sharing[index].screen = text
    }
    for index in report.completeness.indices {
      report.completeness[index].type = text
    }
    for index in report.causes.indices {
      report.causes[index].key = text
      report.causes[index].what = text
      report.causes[index].evidence = text
      report.causes[index].howToFix = text
    }
    var table = Report.BundleChanges.Table(text, same: 1)
    for kind in Report.BundleChanges.Kind.allCases {
      table[kind] = Report.BundleChanges.Rows(1, shown: [text])
    }
    report.bundleChanges = Report.BundleChanges(
      path: text,
      digest: text,
      issueDate: text,
      tables: [table]
    )
    report.comparison?.path = text
    report.comparison?.pipeline = text
    report.comparison?.issueDate = text
    report.comparison?.fixed = [
      EarlierReport.Item(
        code: text,
        level: .error,
        entity: text,
        record: text,
        field: text,
        message: text
      )
    ]
    for index in report.tally.indices { report.tally[index].type = text }
    report.schools[0].id = text
    report.schools += report.schools
    report.schools[1].name = text
    report.books[0].stage = text
    for index in report.rules.indices {
      report.rules[index].code = text
      report.rules[index].title = text
      report.rules[index].why = text
      report.rules[index].effect = text
      report.rules[index].howToFix = text
      report.rules[index].source = text
      for position in report.rules[index].findings.indices {
        var finding = report.rules[index].findings[position]
        finding.code = text
        finding.message = text
        finding.help = text
        finding.entity = text
        finding.record = text
        finding.field = text
        finding.place?.file = text
        for note in finding.notes.indices {
          finding.notes[note].message = text
          finding.notes[note].place?.file = text
        }
        report.rules[index].list[position] = finding
      }
    }
    for index in report.ruleChanges.indices {
      report.ruleChanges[index].asked = text
      report.ruleChanges[index].result = text
      report.ruleChanges[index].reason = text
      report.ruleChanges[index].until = text
    }
    report.checksNotRun = [Report.CheckNotRun(text, why: text, hides: text)]
    for index in report.catalogue.indices {
      report.catalogue[index].code = "\(text)\(index)"
      report.catalogue[index].phase = text
      report.catalogue[index].title = text
      report.catalogue[index].why = text
      report.catalogue[index].howToFix = text
      report.catalogue[index].source = text
    }
    report.inputs[0].path = text
    report.inputs[0].holds = text
    report.outputs.bundle = text
    report.outputs.mail = text
    report.outputs.files[0].path = text
    report.limits = [text]
    report.findingsFile = text
    return report
  }

  /// Control characters and hidden marks, but for the line feeds of the form itself.
  private func survivors(in form: String, isCSV: Bool = false) -> [Unicode.Scalar] {
    form.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0x0D: !isCSV
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
      default: false
      }
    }
  }

  @Test func `no control character and no hidden mark survives on a terminal`() {
    #expect(survivors(in: TerminalReport.render(report, style: TerminalStyle())).isEmpty)
  }

  @Test(arguments: ReportFormat.allCases)
  func `no control character and no hidden mark survives in any file`(format: ReportFormat) throws {
    let files = try writtenFiles(of: report, in: format) { _ in
      RecordFacts(sisID: HostileTextTests.planted, name: HostileTextTests.planted)
    }
    #expect(!files.isEmpty)
    for (name, text) in files {
      let isCSV = name.hasSuffix(".csv")
      // Its first scalar is the byte order mark.
      let form = isCSV ? String(text.unicodeScalars.dropFirst()) : text
      #expect(survivors(in: form, isCSV: isCSV).isEmpty, "\(name)")
    }
    if format == .csv {
      // One row a finding and the head: no line end of the data made another.
      let ends = files["findings.csv"]?.utf8.filter { $0 == 0x0A || $0 == 0x0D } ?? []
      #expect(ends.count == 12)
    }
  }

  @Test
  func `with colours, a terminal gets no sequence but the report's own`() {
    let text = TerminalReport.render(report, style: TerminalStyle(hasColor: true))
    let own = ["0m", "1m", "2m", "1;31m", "1;32m", "1;33m", "1;34m"]
    let after = text.split(separator: "\u{1B}[", omittingEmptySubsequences: false).dropFirst()
    #expect(!after.isEmpty)
    for piece in after { #expect(own.contains { piece.hasPrefix($0) }, "\(piece.prefix(8))") }
    #expect(text.unicodeScalars.count { $0 == "\u{1B}" } == after.count)
  }

  @Test
  func `planted markup is text in the page and escaped in the JSON`() throws {
    let page = HTMLReport.render(report)
    // The one script is the page's own.
    #expect(page.split(separator: "<script").count == 2 && !page.contains("<script>alert"))
    #expect(
      try PageReader(page).all("h1").first?.text.hasPrefix("<script>alert(1)</script>\"'") == true
    )
    #expect(!JSONReport.render(report).contains("<script"))
  }
}
