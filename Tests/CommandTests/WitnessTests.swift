import Foundation
import TestSupport
import Testing

/// Outside witnesses judge what the program writes: bagit-python, frictionless, and Python's own
/// mail parser. `.ci/setup` puts them into `.venv`; where that is missing the tests are skipped,
/// unless `REQUIRE_WITNESSES=1` says that they must not be.
@Suite struct WitnessTests {
  private static let python = packageFolder.appending(path: ".venv/bin/python")

  private static let canRun =
    FileManager.default.isExecutableFile(atPath: python.path)
    || requiresWitnesses

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
  func `Python reads what is packed here, and what Python packs is read here`() throws {
    let bench = try Workbench()
    for pack in ["none", "gzip", "zip"] {
      let form = ["--students", "40", "--form", "pages", "--page-size", "10", "--pack", pack]
      let arguments = ["synthesize", "made/\(pack)"] + form
      #expect(try runTool(Program.url, arguments, in: bench.folder).code == 0)
    }
    let script = """
      import gzip, os, zipfile
      plain = {}
      for folder, _, names in os.walk('made/none/clever'):
          for name in names:
              path = os.path.join(folder, name)
              plain[os.path.relpath(path, 'made/none/clever')] = open(path, 'rb').read()
      with zipfile.ZipFile('made/zip/clever/export.zip') as archive:
          assert {name: archive.read(name) for name in archive.namelist()} == plain
      for name, content in plain.items():
          assert gzip.open(f'made/gzip/clever/{name}.gz').read() == content, name
      for method in zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED:
          with zipfile.ZipFile(f'python-{method}.zip', 'w', method) as archive:
              for name, content in plain.items():
                  archive.writestr(name, content)
      os.mkdir('python-gzip')
      for name, content in plain.items():
          with gzip.open('python-gzip/' + name.replace('/', '-') + '.gz', 'wb') as file:
              file.write(content)
      """
    let ending = try runTool(WitnessTests.python, ["-c", script], in: bench.folder)
    #expect(ending.code == 0, "\(ending.error)")
    let plain = try bench.run("inspect", "made/none/clever")
    #expect(plain.code == 0)
    for name in ["python-0.zip", "python-8.zip", "python-gzip"] {
      #expect(try bench.run("inspect", name).output == plain.output, "\(name)")
    }
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
