import Foundation
import TestSupport
import Testing

/// The made-up school, byte for byte. The golden files are rewritten only when asked:
/// `UPDATE_GOLDEN=1 swift test --filter GoldenTests`; read the difference like code.
@Suite struct GoldenTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var pipeline: String
    var settings: [String]
    var out: String
    var expected: String
    var code: Int32

    var testDescription: String { expected }
  }

  static let samples = [
    Sample(
      pipeline: "pipelines/onboard-teachers.yaml",
      settings: [
        "export=samples/lincoln/clever", "school=0042", "operator=66a100000000000000000001",
        "out=out/lincoln", "sender-name=Lincoln Elementary School",
        "sender-address=office@lincoln.pinevalley.us", "key=key",
      ],
      out: "out/lincoln",
      expected: "samples/lincoln/expected/step-one",
      code: 1
    ),
    Sample(
      pipeline: "pipelines/onboard-parents.yaml",
      settings: ["key=key"],
      out: "out/lincoln-parents",
      expected: "samples/lincoln/expected/step-two",
      code: 1
    ),
    Sample(
      pipeline: "pipelines/check-export.yaml",
      settings: [],
      out: "out/lincoln-check",
      expected: "samples/lincoln/expected/check",
      code: 1
    ),
  ]

  @Test(arguments: samples)
  func `the sample gives what is expected, byte for byte`(sample: Sample) throws {
    let bench = try Workbench()
    let flags = sample.settings.flatMap { ["--set", $0] }
    let ending = try runTool(
      Program.url,
      ["run", sample.pipeline, "--issue-date", "2026-08-20"] + flags,
      in: bench.folder
    )
    #expect(ending.error == "")
    #expect(ending.code == sample.code)
    var found = try bench.files(below: sample.out)
    found["terminal.txt"] = Data(ending.output.utf8)

    let folder = packageFolder.appending(path: sample.expected)
    if updatesGolden {
      try? FileManager.default.removeItem(at: folder)
      for (path, bytes) in found {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        try bytes.write(to: file)
      }
    }
    let expected = try filesBelow(folder)
    #expect(found.keys.sorted() == expected.keys.sorted())
    for path in expected.keys.sorted() {
      #expect(
        withoutSilentRules(found[path], path) == withoutSilentRules(expected[path], path),
        "\(sample.expected)/\(path) differs"
      )
    }
  }

  @Test func `a report lists every rule: with findings, without, or not run`() throws {
    let listed = try Workbench().run("rules").output.split(separator: "\n").compactMap { line in
      line.split(separator: " ").first.map(String.init)
    }
    let file = packageFolder.appending(path: "samples/lincoln/expected/check/report/report.json")
    let report = try JSONSerialization.jsonObject(with: try Data(contentsOf: file))
    let members = try #require(report as? [String: Any])
    let rules = try #require(members["rules"] as? [[String: Any]])
    let notRun = try #require(members["checksNotRun"] as? [[String: Any]])
    let passed = try #require(members["rulesPassed"] as? [String])
    let named =
      rules.compactMap { $0["code"] as? String }
      + notRun.compactMap { $0["code"] as? String } + passed
    #expect(listed.count >= 80)
    #expect(Set(listed).subtracting(named) == [])
    #expect(Set(passed).count == passed.count)
  }

  @Test func `every pipeline file has no faults, has the common parameters, and uses each`()
    throws
  {
    let bench = try Workbench()
    let files = try FileManager.default.contentsOfDirectory(
      atPath: packageFolder.appending(path: "pipelines").path
    ).sorted()
    #expect(files.count >= 3)
    for file in files {
      let ending = try bench.run("check", "pipelines/\(file)")
      #expect(ending.code == 0, "\(ending.error)")
      let text = try bench.text("pipelines/\(file)")
      let parameters = text.matches(of: /\n  ([a-z-]+): +\{ help:/).map { String($0.output.1) }
      #expect(Set(parameters).isSuperset(of: ["export", "school", "operator", "out"]))
      for parameter in parameters {
        #expect(text.contains("${\(parameter)}"), "\(file) does not use \(parameter)")
      }
    }
  }
}
