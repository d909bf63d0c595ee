import Foundation
import TestSupport
import Testing

/// The report's forms as the program writes them for the made-up school.
@Suite struct ReportTests {
  private func run(_ bench: Workbench, _ report: String) throws -> Ending {
    let pipeline = try bench.text("pipelines/check-export.yaml")
    let start = try #require(pipeline.range(of: "report: {")).lowerBound
    try bench.write("\(pipeline[..<start])\(report)\n", to: "check.yaml")
    return try bench.run("run", "check.yaml", "--issue-date", "2026-08-20", "--set", "out=out")
  }

  /// First and last names, addresses and class names of the sample's records.
  private func privateTexts() throws -> Set<String> {
    let export = packageFolder.appending(path: "samples/lincoln/clever")
    var texts: Set<String> = []
    for (path, bytes) in try filesBelow(export) where path.hasSuffix(".json") {
      let text = String(decoding: bytes, as: UTF8.self)
      for match in text.matches(of: /"(?:first|last|email)"\s*:\s*"([^"]{4,})"/) {
        texts.insert(String(match.output.1))
      }
    }
    return texts
  }

  @Test func `the shareable form holds no name and no address of the export`() throws {
    let bench = try Workbench()
    let ending = try run(
      bench,
      "report: { folder: out/report, formats: [html, json, shareable] }"
    )
    #expect(ending.code == 1)
    let texts = try privateTexts()
    #expect(texts.count > 50)
    for (path, bytes) in try bench.files(below: "out/report/shareable") {
      let form = String(decoding: bytes, as: UTF8.self)
      for text in texts { #expect(!form.contains(text), "\(path): \(text)") }
      #expect(!form.contains("samples/lincoln") && !form.contains("Lincoln"), "\(path)")
      #expect(form.contains("667100000000000000000004"), "\(path) has lost its ids")
    }
    #expect(try bench.text("out/report/report.json").contains("samples/lincoln"))
  }

  @Test func `names are in the fix lists when asked for, and nowhere else`() throws {
    let bench = try Workbench()
    let formats = "[html, json, csv, fix-lists, sarif, junit, shareable]"
    let ending = try run(
      bench,
      "report: { folder: out/report, names: true, formats: \(formats) }"
    )
    #expect(ending.code == 1)
    let texts = try privateTexts()
    for (path, bytes) in try bench.files(below: "out/report") where !path.hasPrefix("fix-lists/") {
      let form = String(decoding: bytes, as: UTF8.self)
      for text in texts { #expect(!form.contains(text), "\(path): \(text)") }
    }
    let list = rows(try bench.text("out/report/fix-lists/school-0042.csv"))
    let teacher = try #require(list.first { $0["record"] == "667100000000000000000004" })
    let name = try #require(teacher["name"])
    #expect(name.split(separator: " ").count == 2, "\(name)")
    #expect(try bench.text("out/report/report.json").contains("The fix lists name people"))
    #expect(try bench.text("out/report/fix-lists/school-0042.html").contains(name))

    let without = try run(bench, "report: { folder: out/report, formats: [fix-lists] }")
    #expect(without.code == 1)
    let quiet = try bench.text("out/report/fix-lists/school-0042.csv")
    #expect(!quiet.contains(name) && !quiet.contains(",name,"))
  }

  @Test func `a school's list has what its row of the report counts`() throws {
    let bench = try Workbench()
    _ = try run(bench, "report: { folder: out/report, formats: [json, csv, fix-lists] }")
    let listed = rows(try bench.text("out/report/fix-lists/school-0042.csv"))
    let report = try written(bench)
    let school = try #require(report.schools.first { $0.id == "0042" })
    for level in ["error", "warning"] {
      #expect(listed.count { $0["level"] == level } == school.findings[level])
    }
    let all = rows(try bench.text("out/report/findings.csv")).filter { $0["level"] != "note" }
    let none = rows(try bench.text("out/report/fix-lists/no-school.csv"))
    #expect(listed.count + none.count == all.count)
  }

  @Test func `where a run ends before the rules, none of them has passed`() throws {
    let bench = try Workbench()
    let whole = try run(bench, "report: { folder: out/report, formats: [junit] }")
    #expect(whole.code == 1)
    #expect(try written(bench).rulesPassed.contains("student-without-name"))
    let ending = try bench.run("run", "check.yaml", "--set", "out=out", "--set", "school=9999")
    #expect(ending.code == 66)
    #expect(try written(bench).rulesPassed == [])
    let tests = try bench.text("out/report/junit.xml")
    let passed = tests.matches(
      of: /name="rules\.\w+" tests="(\d+)" failures="(\d+)" .*? skipped="(\d+)"/
    )
    .filter { Int($0.output.1) != (Int($0.output.2) ?? 0) + (Int($0.output.3) ?? 0) }
    #expect(passed.isEmpty)
    #expect(tests.contains("the run ended before this rule&#39;s turn"))
  }

  private func written(_ bench: Workbench) throws -> Written {
    try JSONDecoder().decode(
      Written.self,
      from: Data(contentsOf: bench.url("out/report/report.json"))
    )
  }

  private struct Written: Decodable {
    struct School: Decodable {
      var id: String
      var findings: [String: Int]
    }
    var schools: [School]
    var rulesPassed: [String]
  }

  @Test func `the schema of the report is published, and the report's options have a page`() throws
  {
    let bench = try Workbench()
    let schema = try bench.run("stages", "--report-schema")
    #expect(schema.code == 0)
    #expect(schema.output.contains("\"$id\": \"urn:clever-to-bloomz:report:1\""))
    let page = try bench.run("stages", "report")
    #expect(page.code == 0)
    for word in ["formats", "fix-lists", "sarif", "junit", "shareable", "names"] {
      #expect(page.output.contains(word), "\(word)")
    }
  }
}
