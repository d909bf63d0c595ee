import Foundation
import TestSupport
import Testing

/// The recorded v1.1 district, as its school admin and as others; the counts are those of the
/// recording, found by other means (see samples/clever-demo-v1.1/SOURCE.txt for what it is).
@Suite struct RecordedDistrictTests {
  @Test func `step one brings the whole school, in both forms, with a mail a teacher`() throws {
    let bench = try Workbench()
    let ending = try bench.run(
      "run",
      "pipelines/onboard-teachers.yaml",
      "--set",
      "key=key",
      "--issue-date",
      "2026-08-15"
    )
    #expect(ending.error == "")
    #expect(ending.code == 0)

    let csv = "out/clever-high/bundle/data/csv"
    #expect(rows(try bench.text("\(csv)/schools.csv")).count == 1)
    #expect(rows(try bench.text("\(csv)/classes.csv")).count == 178)
    #expect(rows(try bench.text("\(csv)/staff.csv")).count == 41)
    #expect(rows(try bench.text("\(csv)/students.csv")).count == 400)
    #expect(rows(try bench.text("\(csv)/contacts.csv")).isEmpty)
    let members = Dictionary(grouping: rows(try bench.text("\(csv)/memberships.csv"))) {
      $0["member_type"] ?? ""
    }
    #expect(members.mapValues(\.count) == ["student": 4408, "teacher": 178])

    let json = "out/clever-high/bundle/data/json"
    let classes = try objects(bench.text("\(json)/classes.ndjson"))
    #expect(classes.count == 178)
    #expect(classes.reduce(0) { $0 + count($1, "students") } == 4408)
    #expect(classes.reduce(0) { $0 + count($1, "teachers") } == 178)
    #expect(try objects(bench.text("\(json)/students.ndjson")).count == 400)
    #expect(try objects(bench.text("\(json)/staff.ndjson")).count == 41)
    #expect(try objects(bench.text("\(json)/schools.ndjson")).count == 1)

    let mails = bench.entries(below: "out/clever-high/mail").filter { $0.hasSuffix(".eml") }
    let withheld = rows(try bench.text("out/clever-high/mail/withheld.csv"))
    #expect(mails.count == 41 - withheld.count)
    #expect(withheld.isEmpty)
  }

  @Test func `every source record has exactly one fate in the ledger`() throws {
    let bench = try Workbench()
    _ = try bench.run("run", "pipelines/onboard-teachers.yaml", "--set", "key=key")
    let ledger = rows(try bench.text("out/clever-high/report/ledger.csv"))
    let goneOn = ledger.filter { $0["fate"] != "merged-into" }
    let perRecord = Dictionary(grouping: goneOn) { "\($0["entity"] ?? "") \($0["id"] ?? "")" }
    #expect(perRecord.values.allSatisfy { $0.count == 1 })
    let perKind = Dictionary(grouping: goneOn) { $0["entity"] ?? "" }.mapValues(\.count)
    #expect(
      perKind == [
        "district": 1, "school": 3, "student": 1004, "teacher": 89, "section": 379,
        "school_admin": 1,
      ]
    )
    let perFate = Dictionary(grouping: goneOn) { $0["fate"] ?? "" }.mapValues(\.count)
    // One school, 178 classes, 41 teachers, 400 students of 1 477 records.
    #expect(perFate == ["bundled": 620, "out-of-scope": 857])
    // The recording holds seven records a second time, as answers to single questions.
    let copies = ledger.filter { $0["fate"] == "merged-into" }
    #expect(copies.count == 7)
    #expect(copies.allSatisfy { $0["into_file"]?.isEmpty == false })
  }

  @Test(arguments: [
    (["--set", "school=13K123"], "school-not-on-importers-list"),
    (["--set", "operator=530e5955d50c310f36112c19"], "importer-is-not-school-admin"),
    (["--set", "operator=nobody@example.org"], "importer-unknown"),
    (
      [
        "--set", "export=samples/clever-demo-v3.0/clever",
        "--set", "school=5a25ff950a5f621109000004",
      ], "entity-not-shared"
    ),
  ])
  func `whoever has no rights is refused, and nothing is written`(
    settings: [String],
    code: String
  ) throws {
    let bench = try Workbench()
    let process = ["run", "pipelines/onboard-teachers.yaml", "--set", "key=key"] + settings
    let ending = try runTool(Program.url, process, in: bench.folder)
    #expect(ending.code == 77)
    #expect(ending.output.contains("[\(code)]"))
    #expect(!bench.exists("out/clever-high/bundle"))
    #expect(!bench.exists("out/clever-high/mail"))
    #expect(bench.exists("out/clever-high/report/report.html"))
    #expect(!bench.entries(below: "out").contains { $0.contains("unfinished") })
  }

  @Test func `the recorded v3_0 district is refused for each piece of evidence it lacks`() throws {
    let bench = try Workbench()
    let ending = try bench.run(
      "run",
      "pipelines/onboard-teachers.yaml",
      "--set",
      "key=key",
      "--set",
      "export=samples/clever-demo-v3.0/clever",
      "--set",
      "school=5a25ff950a5f621109000004",
      "--set",
      "operator=603ebb2ab452fb006c7639ca"
    )
    #expect(ending.code == 77)
    let findings = rows(try bench.text("out/clever-high/report/findings.csv"))
    let blockers = findings.filter { $0["level"] == "blocker" }.compactMap { $0["code"] }
    #expect(
      blockers == ["entity-not-shared", "importer-is-not-school-admin", "school-not-shared"]
    )
  }
}

private func objects(_ text: String) throws -> [[String: Any]] {
  try text.split(separator: "\n").map { line in
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }
}

private func count(_ object: [String: Any], _ key: String) -> Int {
  (object[key] as? [Any])?.count ?? -1
}
