import Foundation
import TestSupport
import Testing

/// What `inspect` says of an export: for a person, for a program, and as a pipeline file to begin
/// with.
@Suite struct InspectTests {
  private static let python = packageFolder.appending(path: ".venv/bin/python")

  private static let canRun =
    FileManager.default.isExecutableFile(atPath: python.path)
    || requiresWitnesses

  @Test func `the table tells of each kind how many there are, and whether that is all`() throws {
    let bench = try Workbench()
    let ending = try bench.run("inspect", "samples/clever-demo-v1.1/clever")
    #expect(ending.code == 0)
    #expect(
      ending.output == """
        kind           records  copies  files  pages  versions  newest change  complete
        districts            1       1      2      1  v1.1      not told       proved
        schools              3       2      3      2  v1.1      2014-02-26     proved
        students          1004       1     12     11  v1.1      2014-08-11     proved
        teachers            89       1      2      1  v1.1      2014-02-26     proved
        school admins        1       1      2      1  v1.1      not told       proved
        sections           379       1      5      4  v1.1      2014-08-28     proved

        schools
          02M800  530e595026403103360ff9fd  Clever High School, 178 sections
          13K123  530e595026403103360ff9fe  Clever Elementary School, 108 sections
          27Q321  530e595026403103360ff9ff  Clever Middle School, 93 sections

        """
    )
    #expect(ending.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `what is not proved complete is named with the reasons`() throws {
    let bench = try Workbench()
    try bench.copy("samples/lincoln/clever", to: "export")
    try FileManager.default.removeItem(at: bench.url("export/users/page-2.json"))
    let ending = try bench.run("inspect", "export")
    #expect(ending.code == 65)
    let parts = ending.output.components(separatedBy: "\n\n")
    #expect(
      parts.dropFirst().first == """
        not proved complete, so what is absent may only not have been saved
          students, teachers, school admins, district admins, contacts: a page of the list is missing
        """
    )
    #expect(ending.output.contains("blocker: page of 'users': 'next' asks for the page after"))
  }

  @Test func `an inspection as JSON is what its schema says`() throws {
    let bench = try Workbench()
    let ending = try bench.run("inspect", "samples/lincoln/clever", "--json")
    #expect(ending.code == 0)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any]
    )
    #expect(
      object.keys.sorted() == [
        "events", "gaps", "inspection", "kinds", "operators", "path", "schools",
      ]
    )
    let kinds = try #require(object["kinds"] as? [[String: Any]])
    let users = kinds.filter { $0["pages"] as? Int == 2 }.compactMap { $0["kind"] as? String }
    #expect(users == ["student", "teacher", "school_admin", "district_admin", "contact"])
    #expect(kinds.allSatisfy { $0["complete"] as? String == "proved" })
    let operators = try #require(object["operators"] as? [[String: Any]])
    #expect(operators.first?["id"] as? String == "66a100000000000000000001")
    #expect(operators.map { $0["signedIn"] as? Bool } == [true, false, false])
  }

  @Test(.enabled(if: canRun, "run .ci/setup first"))
  func `jsonschema accepts inspections, of broken exports too`() throws {
    let bench = try Workbench()
    let schema = try bench.run("inspect", "--schema")
    #expect(schema.code == 0)
    try bench.write(schema.output, to: "schema.json")
    try bench.write("{\"error\": \"Resource not found\"}", to: "broken/terms.json")
    try bench.write("[{\"id\": \"\u{1B}\u{202E}x\", \"dob\": \"\"}, {", to: "broken/students.json")
    try bench.write(
      "{\"id\": \"s\", \"school_number\": \"\", \"name\": \"\\u0007\"}",
      to: "broken/s"
    )
    let exports = ["samples/lincoln/clever", "samples/clever-demo-v1.1/clever", "broken"]
    for (number, export) in exports.enumerated() {
      try bench.write(bench.run("inspect", export, "--json").output, to: "\(number).json")
    }
    #expect(try bench.text("2.json").unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" })
    let script = """
      import json, jsonschema
      schema = json.load(open('schema.json'))
      validator = jsonschema.Draft202012Validator(schema)
      validator.check_schema(schema)
      for number in range(3):
          inspection = json.load(open(f'{number}.json'))
          validator.validate(inspection)
          inspection['more'] = 1
          assert not validator.is_valid(inspection)
      """
    let ending = try runTool(InspectTests.python, ["-c", script], in: bench.folder)
    #expect(ending.code == 0, "\(ending.error)")
  }

  @Test func `a draft passes the check and runs, once what is missing is put in`() throws {
    let bench = try Workbench()
    let draft = try bench.run("inspect", "samples/lincoln/clever", "--draft")
    #expect(draft.code == 0)
    try bench.write(draft.output, to: "draft.yaml")
    #expect(try bench.run("check", "draft.yaml").code == 0)
    let comments = draft.output.split(separator: "\n").filter { $0.hasPrefix(" #") }
    #expect(comments.allSatisfy { $0.count <= 100 })
    let options = [
      "--set", "sender-address=office@lincoln.pinevalley.us", "--issue-date", "2026-08-20",
    ]
    func run(_ more: String...) throws -> Ending {
      try runTool(Program.url, ["run", "draft.yaml"] + options + more, in: bench.folder)
    }
    // The school and the operator follow from '/me'; only the declaration lacks.
    let undeclared = try run("--dry-run")
    #expect(undeclared.code == 77, "\(undeclared.output)\(undeclared.error)")
    #expect(undeclared.output.contains("✖ not known: "))
    let declared = draft.output.replacing("# declared: {", with: "declared: {")
    #expect(declared != draft.output)
    try bench.write(declared, to: "draft.yaml")
    let ending = try run("--fail-on", "blocker")
    #expect(ending.code == 0, "\(ending.output)\(ending.error)")
    #expect(bench.exists("out/import/bundle/bagit.txt"))
  }

  @Test func `a draft leaves open what the export does not decide`() throws {
    let bench = try Workbench()
    let draft = try bench.run("inspect", "samples/clever-demo-v1.1/clever", "--draft")
    #expect(draft.code == 0)
    let lines = draft.output.split(separator: "\n").map(String.init)
    #expect(
      lines.contains(#"  school: { help: "the school to import: Clever id or sis_id, or all" }"#)
    )
    #expect(lines.contains("  #   02M800  Clever High School, 178 sections"))
    #expect(lines.contains("  #   5601b814141fd30001000017  1 school"))
    try bench.write(draft.output, to: "draft.yaml")
    #expect(try bench.run("check", "draft.yaml").code == 0)
    #expect(try bench.run("run", "draft.yaml", "--dry-run").code == 78)
  }

  @Test(arguments: [
    "Oak\\nstages: []", "\\\"} # \\\\", "${out}", "\\u202egninrael", "Zoë's École: {a, b}", "",
    "- x",
    "\\u0085# x",
  ])
  func `no name can bring anything into a draft but itself`(name: String) throws {
    let bench = try Workbench()
    try bench.write(
      #"{"id":"\#(name)1","sis_id":"\#(name)","school_number":"1","name":"\#(name)"}"#
        + #"{"id":"\#(name)2","staff_id":"1","schools":["\#(name)1"]}"#,
      to: "export \(name.contains("Zo") ? "ë: #" : "x")/a.json"
    )
    let folder = try #require(bench.entries(below: ".").first { $0.hasPrefix("export") })
    let draft = try bench.run("inspect", folder, "--draft")
    try bench.write(draft.output, to: "draft.yaml")
    let check = try bench.run("check", "draft.yaml")
    #expect(check.code == 0, "\(draft.output)\(check.error)")
  }

  @Test func `one thing is asked for at a time`() throws {
    let bench = try Workbench()
    #expect(try bench.run("inspect", "samples/lincoln/clever", "--json", "--draft").code == 64)
    #expect(try bench.run("inspect").code == 64)
    #expect(try bench.run("inspect", "samples/lincoln/clever", "--schema").code == 64)
  }
}
