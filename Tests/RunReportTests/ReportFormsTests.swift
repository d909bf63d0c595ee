import Findings
import RunReport
import Testing
import Texts

/// The forms are made from one report: they have the same numbers, and the same bytes each time.
struct ReportFormsTests {
  @Test(arguments: 0..<100)
  func `no line of terminal text is wider than the style allows`(seed: Int) {
    var maker = ReportMaker(seed: seed)
    let report = maker.report()
    let text = TerminalReport.render(report, style: TerminalStyle())
    for line in text.split(separator: "\n") {
      #expect(displayWidth(of: String(line)) <= 80, "seed \(seed): \(line)")
    }
    let narrow = TerminalReport.render(report, style: TerminalStyle(columns: 30))
    for line in narrow.split(separator: "\n") {
      #expect(displayWidth(of: String(line)) <= 30, "seed \(seed): \(line)")
    }
  }

  @Test(arguments: 0..<40)
  func `colours change no word and no line`(seed: Int) {
    var maker = ReportMaker(seed: seed)
    let report = maker.report()
    let plain = TerminalReport.render(report, style: TerminalStyle())
    let colored = TerminalReport.render(report, style: TerminalStyle(hasColor: true))
    var stripped = String.UnicodeScalarView()
    var isInSequence = false
    for scalar in colored.unicodeScalars {
      if scalar == "\u{1B}" { isInSequence = true }
      if !isInSequence { stripped.append(scalar) }
      if scalar == "m" { isInSequence = false }
    }
    let lines = String(stripped).split(separator: "\n", omittingEmptySubsequences: false)
    for (line, wanted) in zip(lines, plain.split(separator: "\n", omittingEmptySubsequences: false))
    {
      #expect(Array(line.utf8) == Array(wanted.utf8), "seed \(seed): \(line)↵\(wanted)")
    }
    #expect(stripped.count == plain.unicodeScalars.count, "seed \(seed)")
  }

  @Test(arguments: 0..<40)
  func `the same report gives the same bytes, in any order of its rules`(seed: Int) throws {
    var maker = ReportMaker(seed: seed)
    var report = maker.report()
    // Rules that have the same code have no order of their own.
    for index in report.rules.indices {
      report.rules[index].code += "-\(index)"
    }
    var shuffled = report
    shuffled.rules.shuffle(using: &maker.numbers)
    for format in ReportFormat.allCases {
      #expect(
        try writtenFiles(of: report, in: format) == writtenFiles(of: shuffled, in: format),
        "\(format)"
      )
    }
    #expect(
      TerminalReport.render(report, style: TerminalStyle())
        == TerminalReport.render(shuffled, style: TerminalStyle())
    )
  }

  @Test(arguments: 0..<40)
  func `every form has the same numbers`(seed: Int) throws {
    var maker = ReportMaker(seed: seed)
    var report = maker.report()
    for index in report.tally.indices { report.tally[index].type = "kind\(index)" }
    let json = try JSONValue(parsing: JSONReport.render(report))
    let tally = try #require(json["tally"]).array
    let rows = try PageReader(HTMLReport.render(report)).rows(captionedBy: "records-caption")
    let terminal = TerminalReport.render(report, style: TerminalStyle(columns: 1000))
    for (index, entry) in tally.enumerated() {
      let read = try #require(entry["read"]?.int)
      let fates = try #require(entry["fates"]).object.compactMapValues(\.int)
      let counts = [read] + FateKind.decided.map { fates[$0.text] ?? -1 }
      let cells = rows[index + 1].dropFirst().dropLast().map { $0.filter { $0 != "," } }
      #expect(cells == counts.map(String.init), "seed \(seed)")
      let line = try #require(
        terminal.split(separator: "\n").first { $0.contains(" kind\(index)s ") }
      )
      let plain = line.filter { $0 != "," }
      #expect(plain.contains(" \(read) read"), "seed \(seed)")
      for fate in FateKind.decided where (fates[fate.text] ?? 0) > 0 {
        #expect(plain.contains(" \(fates[fate.text] ?? -1) \(fate.words)"), "seed \(seed)")
      }
    }
    let rules = try #require(json["rules"]).array
    #expect(rules.compactMap { $0["total"]?.int }.reduce(0, +) == report.findingCounts.total)
    let listed = rules.compactMap { $0["findings"]?.array.count }.reduce(0, +)
    let aside = try #require(json["ruleChanges"]).array
      .compactMap { $0["suppressed"]?.array.count }.reduce(0, +)
    // Data has no line ends left when it gets here, so lines are rows.
    let lines = FindingsCSV.render(report).utf8.count { $0 == 0x0A }
    #expect(lines == listed + aside + 1, "seed \(seed)")
  }

  /// Every form counts the findings; whichever way, it is the same number.
  @Test(arguments: 0..<60)
  func `every form has the same findings`(seed: Int) throws {
    var maker = ReportMaker(seed: seed)
    var report = maker.report()
    for index in report.rules.indices {
      report.rules[index].code = "rule-\(index)"
      for position in report.rules[index].findings.indices {
        report.rules[index].list[position].code = "rule-\(index)"
      }
    }
    report.catalogue = []
    let counts = report.findingCounts
    let held = report.rules.reduce(0) { $0 + $1.findings.count }
    let note = Comment(rawValue: "seed \(seed)")

    // Those that are held are listed everywhere.
    let sarif = try JSONValue(parsing: SARIFReport.render(report))
    let results = try #require(sarif["runs"]?.array.first?["results"]?.array)
    let absent = results.count { $0["baselineState"]?.string == "absent" }
    let aside = results.count { $0["suppressions"] != nil }
    #expect(results.count - absent - aside == held, note)
    let suppressed = report.ruleChanges.reduce(0) { $0 + $1.suppressed.count }
    #expect(aside == suppressed, note)
    #expect(absent == report.comparison?.fixed.count ?? 0, note)
    #expect(FindingsCSV.render(report).utf8.count { $0 == 0x0A } == held + suppressed + 1, note)
    let json = try JSONValue(parsing: JSONReport.render(report))
    let rules = try #require(json["rules"]?.array)
    #expect(rules.reduce(0) { $0 + ($1["findings"]?.array.count ?? 0) } == held, note)
    let page = try PageReader(HTMLReport.render(report))
    let places = rules.indices.reduce(0) { sum, index in
      sum + max(page.rows(captionedBy: "rule-\(index + 1)-caption").count - 1, 0)
    }
    #expect(places == held, note)
    let loud = TerminalStyle(columns: 1000, findingsPerRule: .max)
    let terminal = TerminalReport.render(report, style: loud)
    let shown = report.rules.indices.reduce(0) { sum, index in
      sum + terminal.split(separator: "\n").count { $0.hasSuffix(" [rule-\(index)]") }
    }
    #expect(shown == held, note)

    // Those that are only counted are counted everywhere.
    let words = counts.total == 0 ? nil : counts.words
    #expect(json["findings"]?.object.values.compactMap(\.int).reduce(0, +) == counts.total, note)
    if let words {
      #expect(terminal.contains("\nFindings: \(words)\n"), note)
      #expect(page.all("p").contains { $0.text.hasPrefix("\(words).") }, note)
    }
    let inTests = JUnitReport.render(report)
      .matches(of: /<property name="findings" value="(\d+)"/)
      .compactMap { Int($0.output.1) }
    #expect(inTests.reduce(0, +) == counts.total, note)
    let glance = page.rows(captionedBy: "glance-caption").dropFirst()
      .compactMap { Int($0[2].filter { $0 != "," }) }
    if report.rulesWorstFirst.count > 1 { #expect(glance.reduce(0, +) == counts.total, note) }
    let shareable = try JSONValue(parsing: JSONReport.render(report.shareable()))
    #expect(shareable["findings"] == json["findings"], note)
  }
}
