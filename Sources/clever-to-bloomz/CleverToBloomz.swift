import ArgumentParser
import ImportStages
import SafeFiles

/// The program: reads what Clever exported, judges it, and writes what Bloomz imports.
@main
struct CleverToBloomz: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clever-to-bloomz",
    abstract: "Takes a school from Clever to Bloomz: offline, checked, every record accounted for.",
    discussion: """
      Reads a Clever export (files, no network), checks permissions and data, and writes a bundle \
      for the Bloomz importer, invitation mail, and a report.

      EXAMPLES
        clever-to-bloomz check pipelines/onboard-teachers.yaml
        clever-to-bloomz run pipelines/onboard-teachers.yaml --dry-run
        clever-to-bloomz run pipelines/onboard-teachers.yaml --set export=my-export \\
          --set school=0042 --set operator=pat@school.org --set out=out/my-school
        clever-to-bloomz inspect my-export
        clever-to-bloomz rules teacher-without-email
        clever-to-bloomz verify out/my-school/bundle

      EXIT CODES
      \(ImportExit.allCases.map { "  \($0.rawValue)\t\($0.meaning)" }.joined(separator: "\n"))
        128+n\tended by signal n
      """,
    version: ProgramVersion.text,
    subcommands: [
      Run.self, PlanCommand.self, Check.self, Stages.self, Rules.self, Inspect.self, Verify.self,
      Diff.self,
      Why.self,
      Synthesize.self,
    ]
  )

  static func main() async {
    do {
      // Names of children must end neither in a core file nor in a crash report.
      try forbidCoreDumps()
      forbidCrashReports()
      returnFreedMemory()
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      exit(withError: error)
    }
  }
}

extension ImportExit {
  /// The code in the argument parser's form.
  var code: ExitCode { ExitCode(rawValue) }
}
