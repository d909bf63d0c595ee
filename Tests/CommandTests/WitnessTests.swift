import Foundation
import Testing

/// Outside witnesses judge what the program writes: bagit-python, frictionless, and Python's own
/// mail parser. `.ci/setup` puts them into `.venv`; where that is missing the tests are skipped,
/// unless `REQUIRE_WITNESSES=1` says that they must not be.
@Suite struct WitnessTests {
  private static let python = packageFolder.appending(path: ".venv/bin/python")

  private static let canRun =
    FileManager.default.isExecutableFile(atPath: python.path)
    || ProcessInfo.processInfo.environment["REQUIRE_WITNESSES"] == "1"

  @Test(.enabled(if: canRun, "run .ci/setup first"))
  func `bagit and frictionless accept the bundle and refuse damaged copies`() throws {
    let bench = try Workbench()
    _ = try bench.run("run", "pipelines/onboard-teachers.yaml", "--set", "key=key")
    _ = try bench.run("run", "pipelines/onboard-parents.yaml", "--set", "key=key")
    let ending = try runTool(
      WitnessTests.python,
      [
        packageFolder.appending(path: "Tests/BloomzBundleTests/Witness/witness.py").path,
        "out/clever-high/bundle", "out/lincoln-parents/bundle",
      ],
      in: bench.folder
    )
    #expect(ending.code == 0, "\(ending.output)\(ending.error)")
  }

  @Test(.enabled(if: canRun, "run .ci/setup first"))
  func `the tools' own commands accept the bundle and refuse a flipped byte`() throws {
    let bench = try Workbench()
    _ = try bench.run("run", "pipelines/onboard-teachers.yaml", "--set", "key=key")
    let bin = WitnessTests.python.deletingLastPathComponent()
    func bagit() throws -> Int32 {
      try runTool(
        WitnessTests.python,
        [bin.appending(path: "bagit.py").path, "--validate", "out/clever-high/bundle"],
        in: bench.folder
      ).code
    }
    func frictionless() throws -> Int32 {
      try runTool(
        bin.appending(path: "frictionless"),
        ["validate", "datapackage.json"],
        in: bench.url("out/clever-high/bundle/data")
      ).code
    }
    #expect(try bagit() == 0)
    #expect(try frictionless() == 0)
    let file = "out/clever-high/bundle/data/csv/memberships.csv"
    let text = try bench.text(file)
    try bench.write(text.replacing("02M800,581,", with: "02M800,999999,"), to: file)
    #expect(try bagit() != 0)
    #expect(try frictionless() != 0)
    #expect(try bench.run("verify", "out/clever-high/bundle").code == 65)
  }

  @Test(.enabled(if: canRun, "run .ci/setup first"))
  func `Python's mail parser finds no defect in any mail`() throws {
    let bench = try Workbench()
    _ = try bench.run("run", "pipelines/onboard-teachers.yaml", "--set", "key=key")
    _ = try bench.run("run", "pipelines/onboard-parents.yaml", "--set", "key=key")
    for folder in ["out/clever-high/mail", "out/lincoln-parents/mail"] {
      let ending = try runTool(
        WitnessTests.python,
        [
          packageFolder.appending(path: "Tests/InvitationMailTests/Witness/witness_mail.py").path,
          folder,
        ],
        in: bench.folder
      )
      #expect(ending.code == 0, "\(ending.output)\(ending.error)")
    }
  }
}
