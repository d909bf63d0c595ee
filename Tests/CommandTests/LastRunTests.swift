import Foundation
import TestSupport
import Testing

/// What a run says of the bundle and the report that stand where its own will.
@Suite struct LastRunTests {
  private struct Rows: Decodable, Equatable {
    var count: Int
    var keys: [String]
  }

  private struct Table: Decodable {
    var name: String
    var same: Int
    var added: Rows
    var changed: Rows
    var leftOut: Rows
    var notInExport: Rows
    var removed: Rows

    var words: String {
      "\(name): +\(added.keys) ~\(changed.keys) left out \(leftOut.keys) "
        + "not there \(notInExport.keys) -\(removed.keys)"
    }
  }

  private struct Changes: Decodable {
    var path: String
    var sha256: String
    var issueDate: String
    var tables: [Table]
  }

  private struct Findings: Decodable {
    var sha256: String?
    var new: Int
    var stillThere: Int
    var fixed: [Fixed]
  }

  private struct Fixed: Decodable { var code: String }

  private struct Report: Decodable {
    struct Outputs: Decodable {
      var predicted: String
      var published: String
    }
    var bundleComparison: Changes?
    var comparison: Findings?
    var limits: [String]
    var outputs: Outputs
  }

  private func run(
    _ bench: Workbench,
    _ command: String = "run",
    _ pipeline: String = "pipelines/onboard-parents.yaml",
    export: String = "export",
    date: String = "2026-08-20"
  ) throws -> Report {
    let ending = try bench.run(
      command,
      pipeline,
      "--issue-date",
      date,
      "--json",
      "--set",
      "key=key",
      "--set",
      "out=out",
      "--set",
      "export=\(export)"
    )
    #expect([0, 1].contains(ending.code), "\(ending.error)")
    return try JSONDecoder().decode(Report.self, from: Data(ending.output.utf8))
  }

  /// An export that lacks a student, whose third teacher lost his address, and whose first class
  /// lost its first student.
  private func change(_ bench: Workbench) throws {
    let people = "export/users/page-1.json"
    let lines = try bench.text(people).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("\"id\": \"665100000000000000000002\"") }
      .map { line -> String in
        let isTeacher = line.contains("\"id\": \"667100000000000000000003\"")
        guard isTeacher else { return String(line) }
        return String(line).replacing(/"email": "[^"]*"/, with: "\"email\": \"\"")
      }
    try bench.write(lines.joined(separator: "\n"), to: people)
    let sections = try bench.text("export/sections.json")
    let list = try #require(sections.firstRange(of: "\"665100000000000000000001\", "))
    var mended = sections
    mended.removeSubrange(list)
    try bench.write(mended, to: "export/sections.json")
  }

  @Test func `a second run tells what is added, changed and gone, and of whom it is proved`()
    throws
  {
    let bench = try Workbench()
    try bench.copy("samples/lincoln/clever", to: "export")
    let first = try run(bench)
    #expect(first.bundleComparison == nil)
    #expect(first.comparison == nil)

    try change(bench)
    let plan = try run(bench, "plan", date: "2026-09-01")
    let second = try run(bench, date: "2026-09-01")
    let changes = try #require(second.bundleComparison)
    #expect(changes.path == "out/bundle")
    #expect(changes.sha256 == first.outputs.published)
    #expect(changes.issueDate == "2026-08-20")
    #expect(plan.bundleComparison?.tables.map(\.words) == changes.tables.map(\.words))
    // The plan's report stood in the folder when the run looked.
    #expect(plan.comparison?.new ?? 0 > 0)
    #expect(second.comparison?.new == 0)
    #expect(second.comparison?.fixed.isEmpty == true)
    #expect(second.comparison?.sha256 == nil)
    #expect(plan.outputs.predicted == second.outputs.published)

    let tables = Dictionary(uniqueKeysWithValues: changes.tables.map { ($0.name, $0) })
    let students = try #require(tables["students"])
    #expect(students.notInExport == Rows(count: 1, keys: ["0042/000002"]))
    #expect(students.removed.count + students.leftOut.count + students.added.count == 0)
    let staff = try #require(tables["staff"])
    #expect(staff.leftOut == Rows(count: 1, keys: ["0042/T-0003"]))
    #expect(staff.notInExport.count == 0)
    let memberships = try #require(tables["memberships"])
    #expect(memberships.removed.keys.contains("0042/SEC-001/000001/student"))
    #expect(memberships.notInExport.keys.contains("0042/SEC-001/000002/student"))
    #expect(memberships.added.count == 0)
    let classes = try #require(tables["classes"])
    #expect(classes.changed.keys.contains("0042/SEC-001"))
  }

  @Test func `a third run of the same says the same, to the byte`() throws {
    let bench = try Workbench()
    try bench.copy("samples/lincoln/clever", to: "export")
    let first = try run(bench)
    _ = try run(bench)
    let second = try bench.files(below: "out")
    let third = try run(bench)
    #expect(try bench.files(below: "out") == second)
    #expect(third.bundleComparison?.tables.allSatisfy { $0.words.hasSuffix("-[]") } == true)
    #expect(third.outputs.published == first.outputs.published)
    let terminal = try bench.text("out/report/report.json")
    #expect(terminal.contains("\"state\": \"still-there\""))
  }

  @Test func `an earlier bundle that cannot be read is said, and stops nothing`() throws {
    let bench = try Workbench()
    try bench.copy("samples/lincoln/clever", to: "export")
    let first = try run(bench)
    try bench.write("id,name\r\n", to: "out/bundle/data/csv/schools.csv")
    let second = try run(bench)
    #expect(second.bundleComparison == nil)
    #expect(second.outputs.published == first.outputs.published)
    #expect(
      second.limits.contains(
        "The earlier bundle was not compared with: could not compare out/bundle: it is damaged: "
          + "schools.csv is not as it was sealed."
      )
    )
  }

  @Test func `whoever wants no comparison gets none, and another bundle can be named`() throws {
    let bench = try Workbench()
    try bench.copy("samples/lincoln/clever", to: "export")
    let text = try bench.text("pipelines/onboard-parents.yaml")
    try bench.write(
      text.replacing("profile: bloomz-v2,", with: "profile: bloomz-v2, compare: false,")
        .replacing("formats: [html, json, csv] }", with: "formats: [json], compare: false }"),
      to: "silent.yaml"
    )
    try bench.write(
      text.replacing(
        "profile: bloomz-v2,",
        with: "profile: bloomz-v2, compare-with: last-year/bundle,"
      ),
      to: "named.yaml"
    )
    _ = try run(bench)
    let silent = try run(bench, "run", "silent.yaml")
    #expect(silent.bundleComparison == nil)
    #expect(silent.comparison == nil)
    let named = try run(bench, "run", "named.yaml")
    #expect(named.bundleComparison == nil)
    #expect(
      named.limits.contains(
        "There is no bundle at last-year/bundle, so nothing was compared with it."
      )
    )
    // A report of another pipeline stands there, and is not taken for this one's last.
    let renamed = text.replacing("pipeline: onboard-parents", with: "pipeline: another")
    try bench.write(renamed, to: "another.yaml")
    let other = try run(bench, "run", "another.yaml")
    #expect(other.comparison == nil)
    #expect(other.limits.contains { $0.hasPrefix("The report in out/report is of ") })
  }
}
