import Findings
import RunReport
import TestSupport

/// Makes texts and reports that no careful person would write.
struct ReportMaker {
  var numbers: SeededRandom

  init(seed: Int) { numbers = SeededRandom(seed: seed) }

  private static let pieces = [
    "a", "teacher", "samples/lincoln/clever/teachers.json", " ", " ", " ", "  ", "'T-1042'", "\"",
    "<script>alert(1)</script>", "</table>", "&amp;", "&", "'", "=1+1", "+", "-", "@x", ",", "\r\n",
    "\t", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{9B}", "\u{202E}", "\u{200B}", "\u{FEFF}",
    "\u{E0041}",
    "日本語", "한국어", "e\u{301}", "\u{301}", "<\u{338}", "\"\u{301}", "👩‍👩‍👧‍👦", "🇺🇸", "☎️", "＝",
    "العربية", "ñ", "\\", "]]>", "<!--", String(repeating: "x", count: 90),
  ]

  mutating func text(upTo length: Int = 8) -> String {
    (0..<number(below: length + 1)).map { _ in
      ReportMaker.pieces.randomElement(using: &numbers) ?? ""
    }
    .joined()
  }

  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &numbers) }

  mutating func bool() -> Bool { Bool.random(using: &numbers) }

  mutating func one<T>(of values: [T], else other: T) -> T {
    values.randomElement(using: &numbers) ?? other
  }

  mutating func fates() -> FateCounts {
    FateCounts(
      bundled: number(below: 3_000_000),
      mergedInto: number(below: 3),
      withheld: number(below: 2000),
      filtered: number(below: 2),
      outOfScope: number(below: 30),
      unreadable: number(below: 2)
    )
  }

  mutating func place() -> Place? {
    bool() ? nil : Place(file: text(), line: number(below: 3), column: number(below: 3))
  }

  mutating func finding(_ code: String, _ level: Level) -> Finding {
    Finding(
      code,
      level,
      text(),
      help: text(),
      fixer: one(of: Fixer.allCases, else: .importer),
      at: place(),
      entity: text(upTo: 2),
      record: text(upTo: 2),
      field: text(upTo: 1),
      notes: (0..<number(below: 3)).map { _ in Finding.Note(text(), at: place()) }
    )
  }

  mutating func rule() -> Report.RuleSection {
    let code = text(upTo: 3)
    let level = one(of: Level.allCases, else: .note)
    let findings = (0..<number(below: 15)).map { _ in finding(code, level) }.sorted()
    return Report.RuleSection(
      code,
      level,
      title: text(),
      why: text(),
      effect: text(),
      howToFix: text(),
      fixer: one(of: Fixer.allCases, else: .importer),
      source: text(),
      total: findings.count + number(below: 3),
      findings: findings
    )
  }

  /// Cards for some of the rules with findings, and for some without.
  mutating func catalogue(of rules: [Report.RuleSection]) -> [Report.RuleCard] {
    let codes = rules.filter { _ in bool() }.map(\.code) + list { "rule-\($0.number(below: 9))" }
    return Set(codes).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { code in
      Report.RuleCard(
        code,
        one(of: Level.allCases, else: .note),
        phase: one(of: ["records", "links", "values"], else: ""),
        title: text(),
        why: text(),
        effect: text(),
        howToFix: text(),
        fixer: one(of: Fixer.allCases, else: .importer),
        source: text(),
        hasRun: bool()
      )
    }
  }

  mutating func ruleChange() -> Report.RuleChange {
    let code = text(upTo: 3)
    let level = one(of: Level.allCases, else: .note)
    return Report.RuleChange(
      code,
      from: one(of: Level.allCases, else: .note),
      to: level,
      asked: text(),
      result: text(),
      reason: text(),
      until: text(upTo: 1),
      suppressed: (0..<number(below: 3)).map { _ in finding(code, level) }.sorted()
    )
  }

  mutating func list<T>(_ make: (inout ReportMaker) -> T) -> [T] {
    (0..<number(below: 4)).map { _ in make(&self) }
  }

  mutating func digest() -> String {
    (0..<64).map { _ in String(number(below: 16), radix: 16) }.joined()
  }

  mutating func outputs() -> Report.Outputs {
    Report.Outputs(
      bundle: text(),
      predicted: digest(),
      published: bool() ? digest() : "",
      files: list { maker in
        Report.Outputs.File(
          maker.text(),
          byteCount: maker.number(below: 1 << 40),
          sha256: maker.digest(),
          rows: maker.bool() ? nil : maker.number(below: 9)
        )
      },
      mail: text(),
      mailsWritten: number(below: 99),
      mailsWithheld: number(below: 99)
    )
  }

  mutating func bundleChanges() -> Report.BundleChanges {
    Report.BundleChanges(
      path: text(),
      digest: digest(),
      issueDate: text(),
      tables: list { maker in
        var table = Report.BundleChanges.Table(maker.text(), same: maker.number(below: 9))
        for kind in Report.BundleChanges.Kind.allCases {
          let keys = maker.list { $0.text() }
          table[kind] = Report.BundleChanges.Rows(keys.count + maker.number(below: 2), shown: keys)
        }
        return table
      }
    )
  }

  mutating func cause() -> Report.Cause {
    Report.Cause(
      text(),
      what: text(),
      evidence: text(),
      level: bool() ? nil : one(of: Level.allCases, else: .note),
      findings: number(below: 9),
      students: number(below: 9),
      contacts: number(below: 2),
      fixer: one(of: Fixer.allCases, else: .importer),
      howToFix: text()
    )
  }

  mutating func report() -> Report {
    var report = plainReport()
    report.causes = list { $0.cause() }
    report.sharing = list { maker in
      Report.Sharing(
        maker.text(),
        maker.text(),
        need: maker.one(of: ["required", "useful", "other-step", "none"], else: "none"),
        shared: maker.text(),
        maker.one(of: Report.Sharing.Verdict.allCases, else: .shared),
        screen: maker.text(),
        fixer: maker.one(of: Fixer.allCases, else: .importer)
      )
    }
    report.completeness = list { maker in
      Completeness(
        maker.text(),
        records: maker.number(below: 1 << 20),
        maker.one(of: Completeness.Verdict.allCases, else: .proved),
        [.counted(maker.number(below: 99))] + maker.list { .filesCut($0.number(below: 9)) }
      )
    }
    for rule in report.rules.indices {
      for index in report.rules[rule].findings.indices {
        report.rules[rule].list[index].cause = Int32(number(below: 4)) - 1
      }
    }
    if bool() { report.bundleChanges = bundleChanges() }
    guard bool() else { return report }
    report.comparison = Report.Comparison(
      path: text(),
      sha256: bool() ? digest() : nil,
      pipeline: text(),
      issueDate: text(),
      fixed: list { maker in
        EarlierReport.Item(code: maker.text(), level: .error, message: maker.text())
      },
      new: number(below: 9),
      stillThere: number(below: 9)
    )
    return report
  }

  private mutating func plainReport() -> Report {
    let rules = list { $0.rule() }
    return Report(
      verdict: Report.Verdict(
        one(of: Report.Verdict.Kind.allCases, else: .done),
        text(),
        nextStep: text(),
        exitCode: number(below: 79)
      ),
      run: Report.RunFacts(
        pipeline: text(),
        issueDate: text(),
        programVersion: text(),
        parameters: list { Report.RunFacts.Parameter($0.text(), $0.bool() ? nil : $0.text()) },
        isDryRun: bool()
      ),
      evidence: list { maker in
        Report.Evidence(
          maker.text(),
          needed: maker.text(),
          found: maker.text(),
          maker.one(of: Report.Evidence.Verdict.allCases, else: .met),
          at: maker.place(),
          howToFix: maker.text()
        )
      },
      tally: list { maker in
        let fates = maker.fates()
        return Report.TypeTally(maker.text(), read: fates.total, fates: fates)
      },
      schools: list { maker in
        Report.SchoolTally(
          maker.text(),
          name: maker.bool() ? nil : maker.text(),
          classes: maker.number(below: 2000),
          findings: LevelCounts(errors: maker.number(below: 3))
        )
      },
      books: list { maker in
        let fates = maker.fates()
        return StageBook(maker.text(), cameIn: fates.total + 5, wentOn: 5, fates: fates)
      },
      rules: rules,
      ruleChanges: list { $0.ruleChange() },
      checksNotRun: list { maker in
        Report.CheckNotRun(maker.text(), why: maker.text(), hides: maker.text())
      },
      catalogue: catalogue(of: rules),
      inputs: list { maker in
        Report.Input(
          maker.text(),
          byteCount: maker.number(below: 1 << 40),
          sha256: maker.bool() ? "" : maker.digest(),
          holds: maker.text(),
          records: maker.number(below: 9)
        )
      },
      outputs: outputs(),
      limits: list { $0.text() },
      findingsFile: text()
    )
  }
}
