import Findings
import RunReport
import Testing

struct SARIFReportTests {
  private func run(_ report: Report) throws -> JSONValue {
    let log = try JSONValue(parsing: SARIFReport.render(report))
    #expect(log["version"]?.string == "2.1.0")
    let runs = try #require(log["runs"]?.array)
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  @Test
  func `a finding is a result with rule, place and record`() throws {
    let run = try run(fullReport())
    let results = try #require(run["results"]?.array)
    let states = results.map { $0["baselineState"]?.string }
    #expect(states.filter { $0 == "absent" }.count == fullReport().comparison?.fixed.count)
    #expect(
      results
        .filter { $0["baselineState"]?.string != "absent" && $0["suppressions"] == nil }
        .compactMap { $0["ruleId"]?.string } == [
          "importer-is-not-school-admin", "teacher-without-email", "teacher-without-email",
          "school-without-phone",
        ]
    )
    let first = results[1]
    #expect(first["level"]?.string == "error")
    #expect(first["message"]?["text"]?.string == "teacher 'T-1042' has no email address")
    let location = try #require(first["locations"]?.array.first)
    let physical = location["physicalLocation"]
    #expect(
      physical?["artifactLocation"]?["uri"]?.string == "samples/lincoln/clever/teachers.json"
    )
    #expect(physical?["artifactLocation"]?["uriBaseId"]?.string == "STARTFOLDER")
    #expect(physical?["region"]?.object == ["startLine": .int(41), "startColumn": .int(7)])
    let record = location["logicalLocations"]?.array.first
    #expect(record?["fullyQualifiedName"]?.string == "teacher/T-1042")
    // The blocker is not about a record; the note has a record and no place.
    #expect(results[0]["locations"]?.array.first?["logicalLocations"] == nil)
    #expect(results[0]["relatedLocations"]?.array.count == 1)
    #expect(results[3]["locations"]?.array.first?["physicalLocation"] == nil)
    #expect(results[3]["locations"]?.array.first?["logicalLocations"]?.array.count == 1)
    #expect(run["columnKind"]?.string == "unicodeCodePoints")
    #expect(run["automationDetails"]?["id"]?.string == "onboard-teachers/2026-08-03")
  }

  @Test
  func `every rule is described, whether it found anything or not`() throws {
    let run = try run(fullReport())
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.array)
    #expect(
      rules.compactMap { $0["id"]?.string } == [
        "importer-is-not-school-admin", "school-without-phone", "student-without-name",
        "teacher-without-email", "term-has-ended",
      ]
    )
    // A pipeline file made a note of what the catalogue has as a warning.
    #expect(rules[1]["defaultConfiguration"]?["level"]?.string == "warning")
    let results = try #require(run["results"]?.array)
    #expect(
      results.last {
        $0["baselineState"]?.string != "absent" && $0["suppressions"] == nil
      }?["level"]?.string == "note"
    )
    #expect(rules[3]["properties"]?["fixer"]?.string == "school-admin")
    #expect(rules[0]["properties"]?["level"]?.string == "blocker")
    #expect(rules[2]["help"] == nil)
    #expect(rules[1]["help"]?["text"]?.string == "add it in the SIS")
  }

  @Test(arguments: [
    (Report.Verdict.Kind.refused, true), (.findings, true), (.done, true), (.failed, false),
  ])
  func `a refusal is a run that went through; a failure is not`(
    kind: Report.Verdict.Kind,
    wentThrough: Bool
  ) throws {
    var report = fullReport()
    report.verdict.kind = kind
    let invocation = try run(report)["invocations"]?.array.first
    #expect(invocation?["executionSuccessful"] == .bool(wentThrough))
    #expect(invocation?["exitCode"] == .int(77))
  }

  @Test(arguments: 0..<60)
  func `each result points to its own rule, and has a fingerprint of its own`(seed: Int) throws {
    var maker = ReportMaker(seed: seed)
    let run = try run(maker.report())
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.array)
    let codes = rules.compactMap { $0["id"]?.string }
    #expect(Set(codes).count == codes.count, "seed \(seed)")
    var prints: [String] = []
    for result in try #require(run["results"]?.array)
    where result["baselineState"]?.string != "absent" && result["suppressions"] == nil {
      let index = try #require(result["ruleIndex"]?.int)
      #expect(codes[index] == result["ruleId"]?.string, "seed \(seed)")
      prints.append(try #require(result["partialFingerprints"]?["finding/v1"]?.string))
      for location in result["locations"]?.array ?? [] {
        let uri = location["physicalLocation"]?["artifactLocation"]?["uri"]?.string ?? "x"
        #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "seed \(seed)")
      }
    }
    #expect(Set(prints).count == prints.count, "seed \(seed)")
  }

  @Test func `more results than readers take are counted, the worst are written`() throws {
    let many = (0..<6_000).map { number in
      Finding(code: "a-note", .note, "note \(number)", help: "", record: "\(number)")
    }
    let worst = Finding(code: "an-error", .error, "error", help: "")
    let run = try run(
      Report(
        verdict: Report.Verdict(.done, "", nextStep: "", exitCode: 0),
        run: fullReport().run,
        rules: [section("a-note", many), section("an-error", [worst])]
      )
    )
    let results = try #require(run["results"]?.array)
    #expect(results.count == SARIFReport.resultLimit)
    #expect(results.first?["ruleId"]?.string == "an-error")
    let notes = run["invocations"]?.array.first?["toolExecutionNotifications"]?.array
    #expect(
      notes?.first?["message"]?["text"]?.string
        == "this file leaves out 1,001 results and holds the worst 5,000; report.json has all"
    )
  }

  private func section(_ code: String, _ findings: [Finding]) -> Report.RuleSection {
    Report.RuleSection(
      code,
      findings[0].level,
      title: code,
      why: "",
      effect: "",
      howToFix: "",
      fixer: .importer,
      source: "",
      total: findings.count,
      findings: FindingSelection(findings)
    )
  }

  @Test(arguments: [
    ("clever/teachers.json", "clever/teachers.json"), ("a b#?.json", "a%20b%23%3F.json"),
    ("c:\\x", "c%3A%5Cx"), ("/data/é.json", "file:///data/%C3%A9.json"), ("100%", "100%25"),
  ])
  func `a path is a URI`(path: String, uri: String) {
    #expect(SARIFPath.uri(of: path) == uri)
  }

  @Test(arguments: [
    ("a {0} b", "a {{0}} b"), ("[x](http://y)", "[x] (http://y)"), ("a[0] (b)", "a[0] (b)"),
    ("\u{1B}", "\\u{{1b}}"),
  ])
  func `no data can place a placeholder or a link`(words: String, text: String) {
    let found = SARIFReport.messageText(words)
    // `printable` writes out a control character with braces of its own.
    #expect(found == text)
  }
}

struct FingerprintTests {
  @Test
  func `a fingerprint depends on code, record and field, not on place and words`() {
    let finding = teacherFinding("T-1042", line: 41)
    // The first half of SHA-256 of the four parts, taken by another program.
    #expect(fingerprint(of: finding) == "9f763c3ba71f6bb45631a2d9057eb05d")
    var moved = finding
    moved.place = Place(file: "other.json", line: 9, column: 1)
    moved.message = "said otherwise"
    moved.level = .warning
    #expect(fingerprint(of: moved) == fingerprint(of: finding))
    for change in [\Finding.code, \.entity, \.record, \.field] {
      var other = finding
      other[keyPath: change] += "x"
      #expect(fingerprint(of: other) != fingerprint(of: finding))
    }
  }

  @Test
  func `equal findings are numbered`() {
    var counter = FingerprintCounter()
    let finding = teacherFinding("T-1042", line: 41)
    let print = fingerprint(of: finding)
    #expect(counter.next(finding) == print)
    #expect(counter.next(finding) == "\(print)-2")
    #expect(counter.next(teacherFinding("T-1", line: 41)).count == 32)
    #expect(counter.next(finding) == "\(print)-3")
  }
}
