import Foundation
import TestSupport
import Testing

/// `why` and `diff` on the made-up school, and a report that is compared with an earlier one.
@Suite struct WhyTests {
  private func run(_ bench: Workbench, out: String, export: String? = nil) throws -> Ending {
    try runTool(
      Program.url,
      [
        "run", "pipelines/onboard-parents.yaml", "--issue-date", "2026-08-20", "-q",
        "--set", "key=key", "--set", "out=\(out)",
        "--set", "export=\(export ?? "samples/lincoln/clever")",
      ],
      in: bench.folder
    )
  }

  @Test func `why tells the path of a teacher whom a rule withheld, from a run's report`() throws {
    let bench = try Workbench()
    #expect(try run(bench, out: "out").code == 1)
    let ending = try bench.run("why", "T-0004", "--report", "out/report")
    #expect(ending.code == 0)
    #expect(
      ending.output == """
        teacher '667100000000000000000004' (sis_id 'T-0004')
          read:       samples/lincoln/clever/users/page-1.json:27
          found:      error: teacher '667100000000000000000004' (sis_id 'T-0004') has no email \
        address [teacher-without-email]
            at:       samples/lincoln/clever/users/page-1.json:27:12
            help:     add 'email' to the teacher in the school's records, or share the field with \
        Bloomz in Clever
            cause:    rule:teacher-without-email
          fate:       withheld: a rule kept the record out; the findings say which and why
          decided by: rule 'teacher-without-email' in stage 'validate'
          to change:  add 'email' to the teacher in the school's records, or share the field with \
        Bloomz in Clever

        """
    )
  }

  @Test func `why by the pipeline tells links and rows too, and writes nothing`() throws {
    let bench = try Workbench()
    let ending = try bench.run(
      "why",
      "665100000000000000000001",
      "--pipeline",
      "pipelines/onboard-parents.yaml"
    )
    #expect(ending.code == 0)
    #expect(ending.error == "")
    #expect(
      ending.output == """
        student '665100000000000000000001' (sis_id '000001')
          read:       samples/lincoln/clever/users/page-1.json:2:12
          names:      school '660000000000000000000501'
          named by:   3 sections: '665e00000000000000000001', '665e00000000000000000003', \
        '665e00000000000000000008'; contact '66c100000000000000000001'
          fate:       bundled: the record is in the bundle
          decided by: stage 'transform', step 'parents-contacts'
          goes to:    students '000001'; memberships in classes 'SEC-001', 'SEC-003', 'SEC-008'

        """
    )
    #expect(!bench.exists("out"))
  }

  @Test func `an id that nobody has is told with the one that was meant`() throws {
    let bench = try Workbench()
    let ending = try bench.run(
      "why",
      "66510000000000000000000",
      "--pipeline",
      "pipelines/onboard-parents.yaml"
    )
    #expect(ending.code == 66)
    #expect(ending.output == "")
    #expect(
      ending.error.hasPrefix(
        "error: no record with the id '66510000000000000000000' is in samples/lincoln/clever\n"
          + "  help: did you mean '"
      )
    )
    let neither = try bench.run("why", "T-0004")
    #expect(neither.code == 64)
    #expect(try bench.run("why", "T-0004", "--report", "nowhere").code == 66)
  }

  @Test func `diff tells which rows a bundle gained and lost, and takes nobody out`() throws {
    let bench = try Workbench()
    _ = try run(bench, out: "old")
    try bench.copy("samples/lincoln/clever", to: "export")
    let file = "export/users/page-1.json"
    let mended = try bench.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("\"665100000000000000000002\"") }
      .joined(separator: "\n")
    try bench.write(mended, to: file)
    let run = try run(bench, out: "new", export: "export")
    #expect(run.code == 1, "\(run.error)\(run.output)")

    let bundles = try bench.run("diff", "old/bundle", "new/bundle")
    #expect(bundles.code == 0, "\(bundles.error)")
    #expect(
      bundles.output.contains(
        "students: 0 added, 0 changed, 1 not in this export, "
      )
    )
    #expect(bundles.output.contains("  not in this export: 0042/000002\n"))
    #expect(bundles.output.contains("  the export is not proved complete, so no one is taken out"))
    let same = try bench.run("diff", "old/bundle", "old/bundle")
    #expect(same.output.contains("the bundles hold the same rows\n"))

    let reports = try bench.run("diff", "old/report", "new/report", "--json")
    #expect(reports.code == 0)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(reports.output.utf8)) as? [String: Any]
    )
    let new = try #require(object["newFindings"] as? [[String: Any]])
    #expect(new.contains { $0["code"] as? String == "section-names-unknown-student" })
    #expect(object["stillThere"] as? Int ?? 0 > 5)
    #expect(try bench.run("diff", "old/bundle", "new/report").code == 74)
  }

  @Test func `a report names what is new since the one that stood in its place`() throws {
    let bench = try Workbench()
    let pipeline = try bench.text("pipelines/onboard-parents.yaml")
      .replacing(
        "formats: [html, json, csv] }",
        with: "formats: [json], compare-with: out/report }"
      )
    #expect(pipeline.contains("compare-with"))
    try bench.write(pipeline, to: "compared.yaml")
    func run() throws -> [String: Any] {
      let ending = try bench.run(
        "run",
        "compared.yaml",
        "--issue-date",
        "2026-08-20",
        "--set",
        "out=out",
        "--set",
        "key=key",
        "--json"
      )
      let object = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
      return try #require(object as? [String: Any])
    }
    let first = try run()
    #expect(first["comparison"] is NSNull)
    #expect(
      (first["limits"] as? [String])?.first
        == "There is no earlier report at out/report/report.json, so nothing was compared."
    )
    let second = try #require(try run()["comparison"] as? [String: Any])
    #expect(second["new"] as? Int == 0)
    #expect((second["fixed"] as? [Any])?.isEmpty == true)
    #expect(second["path"] as? String == "out/report/report.json")

    // The same earlier report gives the same bytes; a damaged one is a finding, not a crash.
    try bench.write("{\"report\": 1, ", to: "out/report/report.json")
    let third = try run()
    #expect(third["comparison"] is NSNull)
    let rules = try #require(third["rules"] as? [[String: Any]])
    #expect(rules.contains { $0["code"] as? String == "earlier-report-unreadable" })
  }
}
