import Foundation
import TestSupport
import Testing

@Suite struct SameBytesTests {
  @Test func `other zone, language, home and mask give the same bytes, and a plan predicts them`()
    throws
  {
    let bench = try Workbench()
    let arguments = ["--set", "key=key", "--issue-date", "2026-08-15"]
    let plan = try runTool(
      Program.url,
      ["plan", "pipelines/onboard-teachers.yaml", "--out", "plan.json"] + arguments,
      in: bench.folder
    )
    #expect(plan.code == 0)
    #expect(!bench.exists("out/clever-high/bundle"))
    #expect(!bench.exists("out/clever-high/mail"))
    let predicted = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: bench.url("plan.json")))
        as? [String: Any]
    )

    var trees: [[String: Data]] = []
    let surroundings = [
      ["TZ": "UTC", "LANG": "C", "HOME": "/"],
      ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "HOME": "/tmp"],
      [
        "TZ": "America/Los_Angeles", "LANG": "ar_EG.UTF-8",
        "LIBDISPATCH_COOPERATIVE_POOL_STRICT": "1",
      ],
    ]
    for environment in surroundings {
      let ending = try runTool(
        Program.url,
        ["run", "pipelines/onboard-teachers.yaml"] + arguments,
        in: bench.folder,
        environment: environment
      )
      #expect(ending.code == 0)
      trees.append(try bench.files(below: "out/clever-high"))
    }
    #expect(trees[0].count > 50)
    // The first found no bundle in its place, and so its report compares with none.
    func beside(_ tree: [String: Data]) -> [String: Data] {
      tree.filter { !$0.key.hasPrefix("report/report.") }
    }
    #expect(beside(trees[1]) == beside(trees[0]))
    #expect(trees[2] == trees[1])

    let verified = try bench.run("verify", "out/clever-high/bundle")
    #expect(verified.code == 0)
    let digest = try #require(predicted["sha256"] as? String)
    #expect(digest.count == 64)
    #expect(
      verified.output == """
        out/clever-high/bundle: whole; sha256 \(digest)
        out/clever-high/mail: belongs to the bundle
        out/clever-high/report: belongs to the bundle

        """
    )
  }

  @Test func `mail of another run beside the bundle is named`() throws {
    let bench = try Workbench()
    for (out, date) in [("out/a", "2026-08-20"), ("out/b", "2026-08-21")] {
      let ending = try bench.run(
        "run",
        "pipelines/onboard-teachers.yaml",
        "--set",
        "key=key",
        "--set",
        "out=\(out)",
        "--issue-date",
        date
      )
      #expect(ending.code == 0)
    }
    let mistyped = try bench.run("verify", "out/a/bundle", "--mail", "out/b/mial")
    #expect(mistyped.code == 66)
    #expect(mistyped.error.contains("out/b/mial"))
    let verified = try bench.run("verify", "out/a/bundle", "--mail", "out/b/mail")
    #expect(verified.code == 65)
    #expect(
      verified.output.contains("out/b/mail/bundle-sha256.txt: error: it belongs to another bundle")
    )
  }

  @Test func `all that is written is private, whatever the mask`() throws {
    let bench = try Workbench()
    let shell = URL(filePath: "/bin/sh")
    let command =
      "umask 0; '\(Program.url.path)' run pipelines/onboard-teachers.yaml --set key=out/key -q"
    let ending = try runTool(shell, ["-c", command], in: bench.folder)
    #expect(ending.code == 0)
    for entry in bench.entries(below: "out") {
      let path = bench.url("out/\(entry)").path
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      let mode = try #require(attributes[.posixPermissions] as? Int)
      #expect(mode & 0o077 == 0, "\(entry) has mode \(String(mode, radix: 8))")
    }
  }
}
