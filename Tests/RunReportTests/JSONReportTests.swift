import Findings
import RunReport
import Testing

struct JSONReportTests {
  @Test
  func `the JSON of a small report is this`() {
    var report = emptyReport()
    report.run.parameters = [Report.RunFacts.Parameter("key", nil)]
    report.rules = [
      Report.RuleSection(
        "teacher-without-email",
        .error,
        title: "a teacher has no email address",
        total: 2,
        findings: [teacherFinding("T-\"1\u{202E}\u{E0041}", line: 41)]
      )
    ]
    report.tally = [Report.TypeTally("teacher", read: 2, fates: FateCounts(withheld: 2))]
    #expect(JSONReport.render(report) == smallReportJSON)
  }

  @Test
  func `what findings have in common is said of each, and of none that lacks it`() throws {
    // Each of the values changes by itself, with all others, and back.
    let findings = (0..<64).map { number in
      var finding = Finding(
        "a",
        .error,
        "message \(number)",
        help: "help \(number & 1)",
        fixer: number & 2 == 0 ? .importer : .recordsClerk,
        at: number % 7 == 3
          ? nil : Place(file: "file \(number >> 2 & 1)", line: number, column: number + 1),
        entity: "entity \(number >> 3 & 1)",
        record: "\(number)",
        field: "field \(number >> 4 & 1)",
        notes: number % 5 == 0 ? [Finding.Note("note", at: Place(file: "other", line: 7))] : []
      )
      finding.cause = Int32(number % 3) - 1
      return finding
    }
    var report = emptyReport()
    report.causes = ["first", "second"].map { key in
      Report.Cause(key, what: "", level: .error, findings: 1, howToFix: "")
    }
    var section = Report.RuleSection("a", .error, title: "", findings: findings)
    section.isNew = findings.indices.map { $0 % 11 < 6 }
    report.rules = [section]
    let json = try JSONValue(parsing: JSONReport.render(report))
    let shown = json["rules"]?.array[0]["findings"]?.array ?? []
    try #require(shown.count == findings.count)
    for (index, (value, finding)) in zip(shown, findings).enumerated() {
      #expect(value["message"]?.string == finding.message)
      #expect(value["help"]?.string == finding.help)
      #expect(value["fixer"]?.string == finding.fixer.rawValue)
      #expect(value["place"]?["file"]?.string == finding.place?.file)
      #expect(value["place"]?["line"] == finding.place.map { .int($0.line) })
      #expect(value["place"]?["column"] == finding.place.map { .int($0.column) })
      #expect(value["entity"]?.string == finding.entity)
      #expect(value["record"]?.string == finding.record)
      #expect(value["field"]?.string == finding.field)
      #expect(value["cause"]?.string == [nil, "first", "second"][index % 3])
      #expect(value["state"]?.string == (section.isNew[index] ? "new" : "still-there"))
      #expect(value["notes"]?.array.count == finding.notes.count)
    }
  }

  @Test
  func `a file's name is written byte for byte, beside one that looks the same`() throws {
    let names = ["\u{E9}", "e\u{301}", "\u{E9}", "\u{212B}", "A\u{30A}"]
    var report = emptyReport()
    let findings = names.map { name in
      Finding("a", .error, "", help: name, at: Place(file: name, line: 1), field: name)
    }
    report.rules = [Report.RuleSection("a", .error, title: "", findings: findings)]
    let json = try JSONValue(parsing: JSONReport.render(report))
    let shown = json["rules"]?.array[0]["findings"]?.array ?? []
    for member in ["help", "field"] {
      #expect(shown.map { Array(($0[member]?.string ?? "").utf8) } == names.map { Array($0.utf8) })
    }
    let files = shown.map { $0["place"]?["file"]?.string ?? "" }
    #expect(files.map { Array($0.utf8) } == names.map { Array($0.utf8) })
  }

  @Test(arguments: 0..<60)
  func `the schema describes every report`(seed: Int) throws {
    var maker = ReportMaker(seed: seed)
    let schema = try JSONValue(parsing: ReportSchema.json)
    let report = try JSONValue(parsing: JSONReport.render(maker.report()))
    #expect(SchemaCheck(report, against: schema).faults == [], "seed \(seed)")
  }

  @Test
  func `the schema speaks of nothing that a report cannot have`() throws {
    let schema = try JSONValue(parsing: ReportSchema.json)
    let report = try JSONValue(parsing: JSONReport.render(fullReport()))
    let check = SchemaCheck(report, against: schema)
    #expect(check.faults == [])
    #expect(check.used == SchemaCheck.properties(of: schema))
  }

  @Test
  func `the schema notices a member that is missing, added, or of another type`() throws {
    let schema = try JSONValue(parsing: ReportSchema.json)
    let text = JSONReport.render(emptyReport())
    let changes = [
      (
        "\"limits\": []", "\"limit\": []", ["/: lacks 'limits'", "/: 'limit' is not in the schema"]
      ),
      ("\"exitCode\": 0", "\"exitCode\": true", ["/verdict/exitCode: not [\"integer\"]"]),
      ("\"exitCode\": 0", "\"exitCode\": 256", ["/verdict/exitCode: too big"]),
      ("\"kind\": \"done\"", "\"kind\": \"fine\"", ["/verdict/kind: not in enum"]),
      ("\"predicted\": \"\"", "\"predicted\": \"12\"", ["/outputs/predicted: does not match"]),
    ]
    for (old, new, faults) in changes {
      let changed = text.replacing(old, with: new)
      #expect(changed != text)
      let found = SchemaCheck(try JSONValue(parsing: changed), against: schema).faults
      #expect(found.map { $0.hasPrefix(":") ? "/\($0)" : $0 }.sorted() == faults.sorted())
    }
  }

  @Test
  func `the schema's words are those of the program`() throws {
    let schema = try JSONValue(parsing: ReportSchema.json)
    let verdict = schema["properties"]?["verdict"]?["properties"]?["kind"]?["enum"]
    #expect(verdict?.array.compactMap(\.string) == Report.Verdict.Kind.allCases.map(\.rawValue))
    let row = schema["properties"]?["evidence"]?["items"]?["properties"]?["verdict"]?["enum"]
    #expect(row?.array.compactMap(\.string) == Report.Evidence.Verdict.allCases.map(\.rawValue))
    let fixer = schema["$defs"]?["fixer"]?["enum"]
    #expect(fixer?.array.compactMap(\.string) == Fixer.allCases.map(\.rawValue))
    let level = schema["$defs"]?["level"]?["enum"]
    #expect(level?.array.compactMap(\.string) == Level.allCases.reversed().map(\.description))
    #expect(schema["properties"]?["report"]?["const"] == .int(Report.version))
  }

  @Test(arguments: 0..<100)
  func `a text reads back as it was`(seed: Int) throws {
    var maker = ReportMaker(seed: seed)
    var report = emptyReport()
    report.limits = (0..<10).map { _ in maker.text() }
    let back = try JSONValue(parsing: JSONReport.render(report))["limits"]?.array ?? []
    #expect(
      back.map { Array(($0.string ?? "?").utf8) } == report.limits.map { Array($0.utf8) },
      "seed \(seed)"
    )
  }
}

private let smallReportJSON = #"""
  {
    "report": 1,
    "program": {
      "name": "clever-to-bloomz",
      "version": "1.0.0"
    },
    "run": {
      "pipeline": "onboard-teachers",
      "issueDate": "2026-08-03",
      "dryRun": false,
      "newestChange": null,
      "parameters": [
        {
          "name": "key",
          "value": null
        }
      ]
    },
    "verdict": {
      "kind": "done",
      "sentence": "Done: nothing to import.",
      "nextStep": "nothing",
      "exitCode": 0
    },
    "evidence": [],
    "sharing": [],
    "tally": [
      {
        "type": "teacher",
        "read": 2,
        "fates": {
          "bundled": 0,
          "merged-into": 0,
          "withheld": 2,
          "filtered": 0,
          "out-of-scope": 0,
          "unreadable": 0
        }
      }
    ],
    "completeness": [],
    "schools": [],
    "stages": [],
    "findings": {
      "blocker": 0,
      "error": 2,
      "warning": 0,
      "note": 0
    },
    "comparison": null,
    "bundleComparison": null,
    "causes": [],
    "rules": [
      {
        "code": "teacher-without-email",
        "level": "error",
        "title": "a teacher has no email address",
        "why": "",
        "effect": "this record is left out",
        "howToFix": "",
        "fixer": "importer",
        "source": "",
        "total": 2,
        "findings": [
          {
            "message": "teacher 'T-\"1\u202e\udb40\udc41' has no email address",
            "help": "add 'email' in Clever, or share the field with Bloomz",
            "fixer": "school-admin",
            "place": {
              "file": "samples/lincoln/clever/teachers.json",
              "line": 41,
              "column": 7
            },
            "entity": "teacher",
            "record": "T-\"1\u202e\udb40\udc41",
            "field": "",
            "cause": null,
            "state": null,
            "notes": []
          }
        ]
      }
    ],
    "ruleChanges": [],
    "checksNotRun": [],
    "rulesPassed": [],
    "inputs": [],
    "outputs": {
      "bundle": "",
      "predicted": "",
      "published": "",
      "files": [],
      "mail": "",
      "mailsWritten": 0,
      "mailsWithheld": 0
    },
    "limits": []
  }

  """#
